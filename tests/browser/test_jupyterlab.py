"""Every notebook in the real JupyterLab, opened and run as a reader does it."""

import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from course_lab import (
    ROOT,
    CourseLab,
    copy_checkout,
    faults,
    open_notebook,
    run_all,
    running_lab,
    save,
)
from playwright.sync_api import Browser, Page, expect, sync_playwright

from course.site.browser import chromium, find_chromium

NOTEBOOKS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("notebooks", "notebooks/deeper")
    for path in ROOT.glob(f"{folder}/*.ipynb")
)
FIRST = "00_start_here.ipynb"
CODE_CELLS = ".jp-NotebookPanel:visible .jp-CodeCell"
PROMPTS = ".jp-Dialog, .Toastify__toast"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not find_chromium(),
        reason="no Chromium found: install it, or name a browser in MICROBLOG_CHROMIUM",
    ),
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy where a reader might put it: spaces and letters beyond ASCII in its path."""
    return copy_checkout(tmp_path_factory.mktemp("browser") / "My Kurs für Übung" / "microblog")


@pytest.fixture(scope="module")
def lab(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourseLab]:
    with running_lab(checkout, tmp_path_factory.mktemp("home")) as lab:
        yield lab


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, lab: CourseLab) -> Iterator[Page]:
    """A browser window of this test's own; kernels that it started are stopped."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    yield context.new_page()
    context.close()
    for session in lab.api("GET", "sessions").json():
        lab.api("DELETE", f"sessions/{session['id']}")


def addresses_of(page: Page) -> list[str]:
    """All that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda websocket: asked.append(websocket.url))
    return asked


def hosts(addresses: list[str]) -> set[str]:
    """The machines asked; what a page makes itself (data:, blob:) has none."""
    return {host for address in addresses if (host := urlsplit(address).hostname)}


def throw_away_notebook(lab: CourseLab, name: str, *sources: str) -> str:
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    content = {"cells": cells, "metadata": {"kernelspec": kernel}}
    path = lab.folder / "notebooks" / name
    path.write_text(json.dumps(content | {"nbformat": 4, "nbformat_minor": 5}))
    return f"notebooks/{name}"


def result_of_running(page: Page, lab: CourseLab, notebook: str) -> dict[str, Any]:
    """What the saved file holds after the notebook was opened, run and saved."""
    open_notebook(page, lab, notebook)
    run_all(page, lab, notebook)
    return save(page, lab, notebook)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(name: str, page: Page, lab: CourseLab) -> None:
    asked = addresses_of(page)
    result = result_of_running(page, lab, name)
    assert faults(result) == []
    # JupyterLab, and the servers that notebooks start: 08 shows a page of its own in a frame.
    assert hosts(asked) - {"127.0.0.1"} == {"localhost"}
    expect(page.locator(PROMPTS)).to_have_count(0)


def leave_a_tab_open(home: Path) -> None:
    """What JupyterLab keeps of another project, in which README.md was open."""
    tab = "editor:README.md"
    kept = {
        "data": {
            "layout-restorer:data": {
                "main": {"dock": {"type": "tab-area", "currentIndex": 0, "widgets": [tab]}}
            },
            tab: {"data": {"path": "README.md", "factory": "Editor"}},
        },
        "metadata": {"id": "default"},
    }
    folder = home / "config" / "lab" / "workspaces"
    folder.mkdir(parents=True)
    (folder / "default-37a8.jupyterlab-workspace").write_text(json.dumps(kept))


def test_jupyterlab_opens_on_the_first_notebook_alone_and_asks_nothing(
    browser: Browser, checkout: Path, tmp_path: Path
) -> None:
    leave_a_tab_open(tmp_path)
    page = browser.new_page()
    asked = addresses_of(page)
    with running_lab(checkout, tmp_path) as lab:
        page.goto(f"{lab.url}?token={lab.token}")
        page.locator(CODE_CELLS).first.wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel")).to_have_text([FIRST])
        expect(page.locator(PROMPTS)).to_have_count(0)
        page.close()
    assert hosts(asked) == {"localhost"}
    assert [each for each in asked if "/lab/api/news" in each or "/lab/api/update" in each] == []


def test_line_numbers_are_shown(page: Page, lab: CourseLab) -> None:
    open_notebook(page, lab, f"notebooks/{FIRST}")
    cells = page.locator(CODE_CELLS)
    line_numbers = cells.locator(".cm-lineNumbers")
    expect(line_numbers).to_have_count(cells.count())
    expect(line_numbers.first).to_be_visible()


@pytest.mark.parametrize(("scheme", "is_light"), [("light", "true"), ("dark", "false")])
def test_the_theme_follows_the_system(
    scheme: str, is_light: str, page: Page, lab: CourseLab
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_notebook(page, lab, f"notebooks/{FIRST}")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", is_light, timeout=60_000)


def test_a_notebook_runs_in_this_python(page: Page, lab: CourseLab) -> None:
    notebook = throw_away_notebook(lab, "python.ipynb", "import sys", "print(sys.executable)")
    result = result_of_running(page, lab, notebook)
    assert faults(result) == []
    assert "".join(result["cells"][1]["outputs"][0]["text"]).strip() == sys.executable


def test_an_error_and_a_warning_in_a_notebook_are_seen(page: Page, lab: CourseLab) -> None:
    notebook = throw_away_notebook(
        lab, "faulty.ipynb", "import sys; print('careful', file=sys.stderr)", "1 / 0", "'not run'"
    )
    assert faults(result_of_running(page, lab, notebook)) == [
        "cells ran as [1, 2, None]",
        "cell 1 wrote to stderr: careful\n",
        "cell 2: ZeroDivisionError: division by zero",
    ]


def test_another_program_on_its_port_does_not_keep_jupyterlab_from_starting(
    checkout: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other_program:
        taken = other_program.getsockname()[1]
        with running_lab(checkout, tmp_path, port=taken) as lab:
            assert urlsplit(lab.url).port != taken
            assert lab.api("GET", f"contents/notebooks/{FIRST}").json()["name"] == FIRST


@pytest.mark.parametrize("number", [38, 96])
def test_the_link_of_a_pair_opens_the_reference_at_its_cell(
    number: int, page: Page, lab: CourseLab
) -> None:
    cells = "from course import pair", f"pair({number})"
    notebook = throw_away_notebook(lab, f"pair_{number}.ipynb", *cells)
    assert faults(result_of_running(page, lab, notebook)) == []
    page.get_by_role("link", name=f"Pair {number} in the reference").click()
    cell = page.locator(
        ".jp-NotebookPanel:visible .jp-CodeCell", has_text=f"pair({number}).in_full()"
    )
    expect(cell).to_be_in_viewport(timeout=60_000)
