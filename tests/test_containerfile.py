"""The form of the Containerfile. That it can be built is not tested: that takes an image."""

import json
import tomllib
from pathlib import Path

import yaml

from microblog.command_line import make_parser

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "Containerfile").read_text("utf-8")
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

Instruction = tuple[str, str]


def instructions(text: str) -> list[Instruction]:
    """Each instruction with its arguments; a line that ends in a backslash goes on."""
    lines = text.replace("\\\n", " ").splitlines()
    parts = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(name, " ".join(rest.split())) for name, _, rest in parts]


ALL = instructions(TEXT)
FINAL = ALL[max(place for place, (name, _) in enumerate(ALL) if name == "FROM") :]


def arguments_of(name: str, among: list[Instruction] = FINAL) -> list[str]:
    return [arguments for each, arguments in among if each == name]


def test_its_python_is_one_that_is_tested() -> None:
    pythons = WORKFLOW["jobs"]["check"]["strategy"]["matrix"]["python"]
    for image in arguments_of("FROM", ALL):
        assert image.split()[0].removeprefix("python:").removesuffix("-slim") in pythons


def test_what_it_copies_exists_and_is_of_the_service_alone() -> None:
    copied = [each.split()[:-1] for each in arguments_of("COPY", ALL) if "--from=" not in each]
    names = {name for each in copied for name in each}
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert names == {"pyproject.toml", "requirements.lock", "README.md", "LICENSE", "microblog"}


def test_it_installs_with_the_uv_of_the_project_what_the_lock_says() -> None:
    (install, _) = arguments_of("RUN", ALL)
    (uv,) = [each for each in PROJECT["optional-dependencies"]["dev"] if each.startswith("uv>")]
    assert f'pip install "{uv}"' in install
    assert "--constraint requirements.lock" in install


def test_the_service_does_not_run_as_root() -> None:
    (user,) = arguments_of("USER")
    assert user.isdecimal()
    assert int(user) > 0
    after = [name for name, _ in FINAL[FINAL.index(("USER", user)) :]]
    assert not {"RUN", "COPY", "ADD"} & set(after)


def test_it_starts_a_command_that_there_is_and_listens_to_the_outside() -> None:
    (entry,), (command,) = arguments_of("ENTRYPOINT"), arguments_of("CMD")
    assert json.loads(entry) == ["python", "-m", "microblog"]  # no shell, so it gets SIGTERM
    options = make_parser().parse_args(json.loads(command))
    assert (options.command, options.host) == ("serve", "0.0.0.0")
    assert arguments_of("EXPOSE") == [str(options.port)]


def test_it_asks_for_production_and_holds_no_secret() -> None:
    (environment,) = arguments_of("ENV")
    assert "MICROBLOG_ENVIRONMENT=production" in environment
    assert "SECRET" not in environment
    assert "DATABASE" not in environment
