"""Run one notebook in a kernel, as often as asked, and note what each cell showed.

This is a program, so that the environment of any checkout, and any user, can run it: a job
comes in as JSON, a record goes out as JSON.
"""

import json
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

SECONDS = 120  # for a cell
USUAL_PORTS = (8000, 8888)  # of uvicorn and of JupyterLab

# What runs inside the kernel. What has just been told to stop gets a moment to do so.
PROBE = """
def _held():
    import gc, psutil, tempfile, threading
    gc.collect()  # what nobody can reach any more is not held
    this, temporary = psutil.Process(), tempfile.gettempdir()
    opened = [file.path for file in this.open_files() if file.path.startswith(temporary)]
    threads = [
        f"thread {each.name} ({each.ident})"
        for each in threading.enumerate()
        if not type(each).__module__.startswith("zmq.")  # the kernel's own, for large messages
    ]
    ports = [
        f"port {each.laddr.port}"
        for each in this.net_connections("inet")
        if each.status == psutil.CONN_LISTEN
    ]
    children = [f"process {child.name()}" for child in this.children(recursive=True)]
    return sorted(threads + ports + children + [f"open file {path}" for path in opened])


def _held_for_good(known, seconds=5):
    import time
    deadline = time.monotonic() + seconds
    while set(found := _held()) - set(known) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [each for each in found if each not in known]
"""


@contextmanager
def taken(port: int) -> Iterator[None]:
    """Someone else listens there; a second run beside this one may do the same."""
    with socket.socket() as listener:
        if hasattr(socket, "SO_REUSEPORT"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        with suppress(OSError):  # taken already
            listener.bind(("127.0.0.1", port))
            listener.listen()
        yield


class Kernel:
    """A kernel for one notebook, started in a folder."""

    def __init__(self, notebook: str) -> None:
        self.notebook = nbformat.read(notebook, as_version=4)
        self.notebook.cells.append(nbformat.v4.new_code_cell())  # a spare one, for questions
        self.client = NotebookClient(
            self.notebook, kernel_name="python3", timeout=SECONDS, allow_errors=True
        )

    def ask(self, expression: str) -> Any:
        """The value of an expression in the kernel, in a namespace of its own."""
        spare = self.notebook.cells[-1]
        spare.source = f"exec({PROBE!r}, probe := {{}}); print(__import__('json').dumps("
        spare.source += f"eval({expression!r}, probe)))"
        self.client.execute_cell(spare, len(self.notebook.cells) - 1, store_history=False)
        return json.loads(spare.outputs[0].text)

    def run(self, sources: dict[str, str]) -> dict[int, list[dict[str, Any]]]:
        """The outputs of each code cell, by its number; `sources` replaces some cells."""
        shown: dict[int, list[dict[str, Any]]] = {}
        for index, cell in enumerate(self.notebook.cells[:-1]):
            if cell.cell_type != "code":
                continue
            tried = cell.copy()
            tried.source = sources.get(str(index + 1), cell.source)
            try:
                self.client.execute_cell(tried, index)
                shown[index + 1] = tried.outputs
            except (CellTimeoutError, DeadKernelError) as error:
                name, text = type(error).__name__, str(error)
                shown[index + 1] = [{"output_type": "error", "ename": name, "evalue": text}]
                break
            finally:
                self.notebook.cells[index] = cell
        return shown


def record_of(job: dict[str, Any]) -> dict[str, Any]:
    kernel = Kernel(job["notebook"])
    with ExitStack() as stack:
        for port in USUAL_PORTS:
            stack.enter_context(taken(port))
        stack.enter_context(kernel.client.setup_kernel(cwd=job["folder"]))
        before = kernel.ask("_held()")
        runs = [kernel.run(sources) for sources in job["runs"]]
        if any("DeadKernelError" in str(run) for run in runs):
            return {"runs": runs, "held": ["the kernel died"]}
        return {"runs": runs, "held": kernel.ask(f"_held_for_good({before!r})")}


if __name__ == "__main__":
    json.dump(record_of(json.load(sys.stdin)), sys.stdout)
