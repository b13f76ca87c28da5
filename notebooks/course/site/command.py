"""`python -m course site`."""

import argparse
import webbrowser


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("site", help="build the course as a web site")
    parser.add_argument("--open", action="store_true", help="and open it in the browser")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    # Needs what only requirements-site.lock installs, so not before somebody asks for it.
    from course.site.building import build

    page = build()
    if asked.open:
        webbrowser.open(page.as_uri())
    return 0
