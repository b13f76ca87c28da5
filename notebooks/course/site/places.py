"""Where the site is made: its sources in the checkout, and what is built from them."""

from course.notebook_files import NOTEBOOKS

ROOT = NOTEBOOKS.parent
DOCS = ROOT / "docs"
CONFIG = DOCS / "site"  # Sphinx's configuration, templates, styles and scripts
BUILD = DOCS / "_build"
EXECUTED = BUILD / "executed"
SOURCE = BUILD / "source"  # what Sphinx reads
SITE = BUILD / "site"  # what it writes
