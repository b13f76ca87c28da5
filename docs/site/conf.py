"""How Sphinx builds the site, from the sources that `course.site` has put together."""

from pathlib import Path

from course.site.places import SOURCE

HERE = Path(__file__).parent

project = "microblog"
html_title = "microblog"
language = "en"
extensions = ["myst_nb", "sphinx_copybutton"]
exclude_patterns = ["_static"]
suppress_warnings = ["misc.highlighting_failure", "mystnb.unknown_mime_type"]

nb_execution_mode = "off"  # the notebooks come with their outputs
nb_render_markdown_format = "gfm"  # else tables in outputs stay as they are typed
nb_merge_streams = True
myst_heading_anchors = 3

html_theme = "furo"
html_static_path = [str(SOURCE / "_static"), str(HERE / "static")]
html_favicon = "static/favicon.svg"
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_theme_options = {"top_of_page_buttons": []}
copybutton_exclude = ".linenos, .gp, .go"
pygments_style = "a11y-light"
pygments_dark_style = "github-dark-high-contrast"
