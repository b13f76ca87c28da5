"""Pictures of a notebook after it has run, from top to bottom, as a reader sees it.

python tests/browser/screenshots.py notebooks/00_start_here.ipynb OUTDIR [--dark]
"""

import argparse
import json
import tempfile
from pathlib import Path

from course_lab import (
    CONFIG,
    ROOT,
    copy_checkout,
    open_notebook,
    run_all,
    running_lab,
)
from playwright.sync_api import Page, sync_playwright

from course.site.browser import chromium

WIDTH, HEIGHT = 1400, 1800
SCROLLED = ".jp-NotebookPanel:visible .jp-WindowedPanel-outer"
# Drawing all cells at once, the last one at the bottom, keeps heights true while we scroll.
ALL_CELLS = {
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none", "scrollPastEnd": False}
}


def take_screenshots(page: Page, folder: Path, name: str) -> None:
    """Scrolls by a little less than a screen, so that nothing is lost at the edges."""
    notebook = page.locator(SCROLLED)
    size = notebook.evaluate("it => ({whole: it.scrollHeight, seen: it.clientHeight})")
    step = size["seen"] - 40
    for number, top in enumerate(range(0, max(size["whole"] - 40, 1), step), start=1):
        notebook.evaluate("(it, top) => it.scrollTo({top, behavior: 'instant'})", top)
        page.wait_for_timeout(300)
        picture = folder / f"{name}_{number:02}.png"
        page.screenshot(path=picture)
        print(picture)  # noqa: T201  the answer of this command


def draw_all_cells(checkout: Path) -> None:
    overrides = checkout / CONFIG.with_name("overrides.json")
    settings = json.loads(overrides.read_text("utf-8"))
    for plugin, values in ALL_CELLS.items():
        settings.setdefault(plugin, {}).update(values)
    overrides.write_text(json.dumps(settings), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("notebook", type=Path)
    parser.add_argument("folder", type=Path, metavar="OUTDIR")
    parser.add_argument("--dark", action="store_true", help="in JupyterLab's dark theme")
    arguments = parser.parse_args()
    notebook = arguments.notebook.resolve().relative_to(ROOT).as_posix()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        checkout = copy_checkout(Path(place, "checkout"))
        draw_all_cells(checkout)
        with running_lab(checkout, Path(place, "home")) as lab, chromium(playwright) as browser:
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT},
                color_scheme="dark" if arguments.dark else "light",
            )
            open_notebook(page, lab, notebook)
            run_all(page, lab, notebook)
            take_screenshots(page, arguments.folder, arguments.notebook.stem)


if __name__ == "__main__":
    main()
