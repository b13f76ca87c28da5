"""Commands to put in front of another one: without a network, without root's privileges."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest


def runs(*command: str) -> bool:
    found = shutil.which(command[0]) is not None
    return found and subprocess.run(command, capture_output=True, check=False).returncode == 0


@cache
def network_cut() -> tuple[str, ...]:
    """Leaves the loopback alone; empty where nothing does."""
    start = ("sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    for kind in (("--net",), ("--map-root-user", "--net")):  # as root, and as anybody else
        if runs("unshare", *kind, *start, "true"):
            return ("unshare", *kind, *start)
    return ()


@cache
def no_privileges() -> tuple[str, ...]:
    """Takes root's power to write anywhere; empty where nothing does, or nothing is to be taken."""
    command = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")
    return command if runs(*network_cut(), *command, "true") else ()


def fence() -> tuple[str, ...]:
    return (*network_cut(), *no_privileges())


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write in there, except who may write everywhere."""
    paths = [path for path in (folder, *folder.rglob("*")) if not path.is_symlink()]
    modes = {path: path.stat().st_mode for path in paths}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


needs_cut_network = pytest.mark.skipif(
    not network_cut(),
    reason="cutting the network takes `unshare` and `ip`, and the right to use them",
)
needs_read_only = pytest.mark.skipif(
    os.name == "nt" or (os.geteuid() == 0 and not no_privileges()),
    reason="a folder is read-only for root only where `setpriv` can take its privileges",
)
