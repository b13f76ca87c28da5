"""JupyterLab, ready for the course: the file that `make lab` passes as --config."""

from pathlib import Path

from jupyter_core.paths import jupyter_data_dir
from jupyterlab.handlers.announcements import NeverCheckForUpdate

HERE = Path(__file__).resolve().parent

c = get_config()  # noqa: F821  JupyterLab puts it here

c.ServerApp.root_dir = str(HERE.parents[2])
c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"

# Settings of the course, below a reader's own: overrides.json and page_config.json.
c.LabApp.app_settings_dir = str(HERE)

# The course keeps its own open tabs, so that those of other projects never appear here.
c.LabApp.workspaces_dir = str(Path(jupyter_data_dir(), "microblog-course", "workspaces"))

# Nothing is fetched from outside.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = NeverCheckForUpdate
c.LabApp.extension_manager = "readonly"
