"""Is this the right Python, with the right packages, in the right kernel?"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from course.setup import OLDEST
from course.setup.bundled import bundle_of, this_computer

Seen = tuple[str, ...]  # state, what was seen, what mends it
ROOT = Path(__file__).resolve().parents[3]
LOCK = ROOT / "requirements.lock"
PYTHON = f'"{sys.executable}"'
NEEDED = ("fastapi", "sqlalchemy", "pandas", "ipykernel")  # a kernel without them is a wrong one


def elsewhere(root: Path) -> bool:
    """Whether the course has an environment, and this is another one."""
    own = root / ".venv"
    return own.exists() and own.resolve() != Path(sys.prefix).resolve()


def install(root: Path = ROOT) -> str:
    if elsewhere(root):
        return f'close this, and in the folder "{root}" run: make lab'
    return f'{PYTHON} -m pip install -r "{root / "requirements.lock"}"'


INSTALL = install()


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Seen:
    shown = ".".join(map(str, version))
    if version >= OLDEST:
        return "ok", f"{shown}, {sys.executable}"
    newer = "install Python 3.11 or newer, then, in a fresh checkout: make lab PYTHON=python3.13"
    return "fault", f"{shown} is older than 3.11", newer


def installed(paths: list[str]) -> dict[str, str]:
    """The version of each distribution, by its normalized name; the first on the path counts."""
    found: dict[str, str] = {}
    for each in metadata.distributions(path=paths):
        name = each.metadata["Name"]
        if name:
            found.setdefault(re.sub("[-_.]+", "-", name).lower(), each.version)
    return found


def locked(lock: Path) -> dict[str, str]:
    """The version of each package that the lock names for this system and this Python."""
    try:
        from packaging.markers import Marker
    except ImportError:  # then it is missing itself; what stands under a condition is left out
        Marker = None  # type: ignore[misc, assignment]
    wanted = {}
    lines = re.findall(r"^([\w.-]+)==(\S+)(?: ; (.*?))? *\\?$", lock.read_text("utf-8"), re.M)
    for name, version, marker in lines:
        if not marker or (Marker is not None and Marker(marker).evaluate()):
            wanted[name] = version
    return wanted


def packages(lock: Path = LOCK, paths: list[str] | None = None) -> Seen:
    wanted, found = locked(lock), installed(sys.path if paths is None else paths)
    wrong = [f"{name} is missing" for name in wanted if name not in found]
    wrong += [
        f"{name} is {found[name]}, not {version}"
        for name, version in wanted.items()
        if found.get(name, version) != version
    ]
    if not wrong:
        return "ok", f"all {len(wanted)} as requirements.lock says"
    more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return "fault", "; ".join(wrong[:3]) + more, INSTALL


def bundle(root: Path = ROOT) -> Seen:
    """Where the packages come from: a bundle beside the course must be whole."""
    found = bundle_of(root)
    if found is None:
        return "ok", "none: packages come over the network"
    if faults := found.faults():
        return "note", *" ".join(faults).replace("\n", " ").split(". ", 1)
    return "ok", f"all packages for {this_computer()} are in {found.folder}"


def passlib(paths: list[str] | None = None) -> Seen:
    """libpass is the maintained passlib; the old one beside it overwrites the same files."""
    if "passlib" not in installed(sys.path if paths is None else paths):
        return "ok", "provided by libpass alone"
    mend = f"{PYTHON} -m pip uninstall --yes passlib libpass && {INSTALL}"
    return "fault", "passlib is installed too, and cannot hash with today's bcrypt", mend


def service(root: Path = ROOT) -> Seen:
    """The notebooks and the service they import must be of one checkout."""
    spec = find_spec("microblog")
    origin = spec.origin if spec else None
    mend = (
        f'{PYTHON} -m pip install --no-deps --editable "{root}" --editable "{root / "notebooks"}"'
    )
    if origin is None:
        return "fault", "the package microblog is not installed", mend
    if Path(origin).resolve().parent == root / "microblog":
        return "ok", f"microblog comes from {root}"
    return "fault", f"microblog comes from {Path(origin).parent}, the course from {root}", mend


def in_kernel() -> bool:
    """Whether a notebook asks, and not a terminal."""
    shell = sys.modules.get("IPython")
    return shell is not None and getattr(shell.get_ipython(), "kernel", None) is not None


def kernel(root: Path = ROOT) -> Seen:
    runs = f"{'this kernel' if in_kernel() else 'this Python'} is {sys.executable}"
    missing = [name for name in NEEDED if find_spec(name) is None]
    if not missing:
        return "ok", runs
    seen = f"{runs}, which has no {', '.join(missing)}"
    if elsewhere(root):
        seen += f"; the course's packages are in {root / '.venv'}"
    return "fault", seen, install(root)


def kernel_spec() -> Seen:
    """Which Python a notebook gets: each names the kernel python3."""
    try:
        from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
    except ImportError:
        return "fault", "jupyter_client is missing", INSTALL
    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        return "fault", "there is no kernel python3", INSTALL
    program = spec.argv[0]
    # JupyterLab puts its own Python in the place of a bare name.
    if not Path(program).is_absolute() or Path(program).parent == Path(sys.executable).parent:
        return "ok", f"python3 starts {sys.executable}"
    seen = f"python3 starts {program}, because of {spec.resource_dir}"
    if Path(sys.prefix) in Path(spec.resource_dir).parents:
        return "fault", seen, f"{PYTHON} -m ipykernel install --sys-prefix"
    return "fault", seen, f"{PYTHON} -m jupyter kernelspec remove python3"
