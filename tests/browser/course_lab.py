"""The course's JupyterLab in a real browser, on a copy of this checkout."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CONFIG = Path("notebooks", "course", "lab", "jupyter_lab_config.py")
NOT_COPIED = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.db", "*.db-*", "*.egg-info")
SECONDS = 180  # for a notebook to run; a cell that hangs must not hang the tests


def wait_until(condition: Callable[[], Any], reason: str, seconds: float = SECONDS) -> Any:
    """What the condition returns, as soon as that is true."""
    deadline = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{reason}: not within {seconds:g} s")
        time.sleep(0.1)
    return result


@dataclass
class CourseLab:
    """A running JupyterLab: its address, its token and the folder that it shows."""

    url: str
    token: str
    folder: Path

    def api(self, method: str, path: str) -> httpx.Response:
        headers = {"Authorization": f"token {self.token}"}
        answer = httpx.request(method, f"{self.url}api/{path}", headers=headers, timeout=30)
        return answer.raise_for_status()

    def is_running(self) -> bool:
        """Whether a server answers at this address and knows this token."""
        try:
            return self.api("GET", "status").is_success
        except (httpx.TransportError, httpx.HTTPStatusError):
            return False

    def kernel_of(self, notebook: str) -> dict[str, Any] | None:
        """The kernel that serves this notebook, if it has one by now."""
        sessions = self.api("GET", "sessions").json()
        return next((each["kernel"] for each in sessions if each["path"] == notebook), None)

    def is_ready(self, notebook: str) -> bool:
        """Whether the notebook has a kernel, the browser is connected to it and it is idle."""
        kernel = self.kernel_of(notebook)
        return bool(kernel and kernel["connections"] > 0 and kernel["execution_state"] == "idle")


def copy_checkout(folder: Path) -> Path:
    """A copy to run notebooks in: what they write must not change this checkout."""
    return Path(shutil.copytree(ROOT, folder, ignore=NOT_COPIED))


@contextmanager
def running_lab(folder: Path, home: Path, port: int = 0) -> Iterator[CourseLab]:
    """JupyterLab as `make lab` starts it, but with a home of its own and no browser.

    By default the system chooses the port: two that start at once would both choose 8888.
    """
    command = [sys.executable, "-m", "jupyterlab", f"--config={folder / CONFIG}"]
    options = ["--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    places = {
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "IPYTHONDIR": home / "ipython",
        "MPLCONFIGDIR": home / "matplotlib",
        "MICROBLOG_COURSE_HOME": home / "course",
    }
    environment = os.environ | {name: str(place) for name, place in places.items()}
    home.mkdir(parents=True, exist_ok=True)
    with (home / "log.txt").open("w") as log:
        process = subprocess.Popen(
            command + options, cwd=home, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield started(process, folder, home)
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def started(process: subprocess.Popen[bytes], folder: Path, home: Path) -> CourseLab:
    """The running server, found by the file in which it notes its address."""

    def answers() -> CourseLab | None:
        if process.poll() is not None:
            raise RuntimeError("JupyterLab ended: " + (home / "log.txt").read_text())
        notes = list((home / "runtime").glob("jpserver-*.json"))
        noted = json.loads(notes[0].read_text() or "null") if notes else None
        lab = CourseLab(noted["url"], noted["token"], folder) if noted else None
        return lab if lab and lab.is_running() else None

    lab: CourseLab = wait_until(answers, "JupyterLab answered", 60)
    return lab


def open_notebook(page: Page, lab: CourseLab, notebook: str) -> None:
    """Opens a notebook alone and waits until its cells are drawn and its kernel is ready."""
    page.goto(f"{lab.url}lab/tree/{notebook}?reset&token={lab.token}")
    page.locator(".jp-NotebookPanel:visible .jp-Cell").first.wait_for(timeout=60_000)
    wait_until(lambda: lab.is_ready(notebook), f"{notebook} has a kernel", 60)


def choose(page: Page, menu: str, command: str) -> None:
    """Chooses a command from the menu bar, as a person does."""
    page.locator(".lm-MenuBar-itemLabel", has_text=menu).first.click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').first.click()


def run_all(page: Page, lab: CourseLab, notebook: str) -> None:
    """Runs every cell by the menu and waits until none is waiting or running."""
    choose(page, "Run", "runmenu:run-all")
    prompts = page.locator(".jp-NotebookPanel:visible .jp-CodeCell .jp-InputPrompt")

    def has_run() -> bool:
        texts = prompts.all_text_contents()
        return (
            any(text.strip("[]: ").isdigit() for text in texts)
            and not any("*" in text for text in texts)
            and lab.is_ready(notebook)
        )

    wait_until(has_run, f"{notebook} ran")


def save(page: Page, lab: CourseLab, notebook: str) -> dict[str, Any]:
    """Saves by the menu and returns what the file then holds."""
    with page.expect_response(
        lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url
    ) as answer:
        choose(page, "File", "docmanager:save")
    assert answer.value.ok, answer.value.status_text
    content: dict[str, Any] = json.loads((lab.folder / notebook).read_text("utf-8"))
    return content


def faults(content: dict[str, Any]) -> list[str]:
    """What is wrong with a notebook that has run: empty when every cell did its work."""
    cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in cells]
    found = [] if counts == list(range(1, len(cells) + 1)) else [f"cells ran as {counts}"]
    for number, cell in enumerate(cells, start=1):
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                found.append(f"cell {number}: {output['ename']}: {output['evalue']}")
            elif output.get("name") == "stderr":
                found.append(f"cell {number} wrote to stderr: {''.join(output['text'])}")
    return found
