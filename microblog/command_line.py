"""What `python -m microblog` reads from its command line, and how it says what went wrong."""

import argparse
import io
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib.metadata import version
from inspect import getdoc
from pathlib import Path
from typing import NoReturn

from microblog import commands
from microblog.config import PREFIX, Settings, get_settings
from microblog.loading import BrokenFile
from microblog.migrations import DatabaseNotReady

COMMANDS: dict[str, Callable[..., None]] = {
    "load": commands.load,
    "serve": commands.serve,
    "migrate": commands.migrate,
    "revision": commands.revision,
}


class Parser(argparse.ArgumentParser):
    """Refuses a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"microblog: {message}; see {self.prog} --help\n")


def describe_variables() -> str:
    """The settings as environment variables, each with its default and its meaning."""
    lines = ["environment variables:"]
    for name, field in Settings.model_fields.items():
        default = str(field.default) if field.default else "none"
        lines += [f"  {PREFIX}{name.upper()} (default: {default})", f"      {field.description}"]
    return "\n".join(lines)


def port_number(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 65_535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 0 to 65535")
    return int(text)


def worker_count(text: str) -> int:
    if not (text.isdecimal() and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: 1 or more")
    return int(text)


def visible_text(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say in a few words what changes")
    return text


def make_parser() -> Parser:
    """A sub-command for each command; its arguments are the parameters of the function."""
    parser = Parser(prog="python -m microblog", description="The microblog service.")
    parser.add_argument("--version", action="version", version=f"microblog {version('microblog')}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        description = getdoc(command) or ""
        summary = description.partition("\n")[0].rstrip(".")
        subparsers.add_parser(name, help=summary, description=description)
    for each in (parser, *subparsers.choices.values()):
        each.epilog = describe_variables()
        each.formatter_class = argparse.RawDescriptionHelpFormatter
    load, serve, revision = (subparsers.choices[name] for name in ("load", "serve", "revision"))
    load.add_argument("folder", type=Path, help="holds users.csv, posts.csv and so on")
    add_serve_options(serve)
    revision.add_argument("message", type=visible_text, help="what changes, in a few words")
    return parser


def add_serve_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--host",
        default="127.0.0.1",
        help="the address to listen on; 0.0.0.0 means all of this computer (default: %(default)s)",
    )
    add(
        "--port",
        type=port_number,
        default=8000,
        help="the port to listen on; 0 means any free one (default: %(default)s)",
    )
    add_process_options(parser)
    add(
        "--proxy",
        metavar="ADDRESS",
        help="the proxy in front, whose X-Forwarded-For and X-Forwarded-Proto headers are trusted "
        "(default: none)",
    )


def add_process_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_mutually_exclusive_group().add_argument
    add(
        "--workers",
        type=worker_count,
        default=1,
        help="how many processes share the requests (default: %(default)s)",
    )
    add("--reload", action="store_true", help="restart when the code changes (default: no)")


def say_in_one_line(error: Exception) -> str:
    """What went wrong, for an error that nobody foresaw: with the place where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return f"microblog: {text} ({place.filename}, line {place.lineno})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; end with one line and an exit code other than 0 when it fails."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")  # a path may hold any character
    parser = make_parser()
    options = vars(parser.parse_args(arguments))
    name = options.pop("command")
    if name is None:  # a script that forgot the command has to notice it
        parser.print_help(sys.stderr)
        raise SystemExit(2)
    try:
        COMMANDS[name](get_settings(), **options)
    except (DatabaseNotReady, BrokenFile) as problem:
        raise SystemExit(f"microblog: {problem}") from None
    except Exception as error:
        raise SystemExit(say_in_one_line(error)) from None
