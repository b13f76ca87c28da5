"""Exercises, solutions and the cheat sheet on paper, printed by the browser."""

from collections.abc import Iterator
from itertools import groupby

from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from course.exercises import EXERCISES
from course.exercises.exercise import Exercise
from course.pairs import cheat_sheet
from course.site.navigation import lessons, short_title
from course.site.places import CONFIG, SITE

MARKDOWN = MarkdownIt("commonmark").enable("table")


def print_all(browser: Browser) -> None:
    """Two sheets for each notebook that has exercises, and the cheat sheet."""
    folder = SITE / "sheets"
    folder.mkdir(exist_ok=True)
    style = (CONFIG / "sheets.css").read_text("utf-8")
    page = browser.new_page()
    for name, text in sheets():
        page.set_content(
            f"<!doctype html><html lang='en'><title>{name}</title><style>{style}</style>{text}"
        )
        page.pdf(
            path=folder / f"{name}.pdf", format="A4", landscape=name == "cheat_sheet", tagged=True
        )
    page.close()


def sheets() -> Iterator[tuple[str, str]]:
    titles = {path.stem: short_title(path) for path in lessons()}
    for notebook, group in groupby(EXERCISES, key=lambda each: each.notebook):
        exercises = list(group)
        minutes = sum(each.minutes for each in exercises)
        head = f"# {titles[notebook]}: exercises\n\n{len(exercises)} exercises, {minutes} minutes"
        yield f"{notebook}_exercises", in_html(head, map(task, exercises))
        head = f"# {titles[notebook]}: solutions"
        yield f"{notebook}_solutions", in_html(head, map(solution, exercises))
    head = "<h1>pandas ↔ SQLAlchemy: the translations to learn first</h1>"
    yield "cheat_sheet", head + f"{cheat_sheet().data}"


def in_html(head: str, parts: Iterator[str]) -> str:
    written = (f"<section>{MARKDOWN.render(part)}</section>" for part in parts)
    return "".join([MARKDOWN.render(head), *written])


def task(exercise: Exercise) -> str:
    return f"{exercise.markdown()}\n\n```python\n{exercise.starter}\n```"


def solution(exercise: Exercise) -> str:
    answer = exercise.answers[0].strip()
    return f"**{exercise.id} · {exercise.title}**\n\n```python\n{answer}\n```\n\n{exercise.praise}"
