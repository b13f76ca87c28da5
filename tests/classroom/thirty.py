"""Thirty learners in one class, each with the kit in a process of their own, with a wall and the
instructor's page in a browser. `make class-proof` runs it; SECONDS=60 makes it shorter."""

import multiprocessing
import os
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from multiprocessing.pool import AsyncResult
from pathlib import Path
from statistics import median

import psutil
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from classroom.class_process import ServedClass, served_class
from classroom.learner import Seen, learn
from course.site.browser import chromium

LEARNERS = 30
SECONDS = float(os.environ.get("MICROBLOG_TEST_CLASS_SECONDS", 300))
NOTE_NEW_POSTS = """
window.shown = {};
new MutationObserver(() => {
    for (const each of document.querySelectorAll(".post .what")) {
        window.shown[each.textContent] ??= Date.now() / 1000;
    }
}).observe(document.getElementById("posts"), { childList: true });
"""
FORKING = "fork" in multiprocessing.get_all_start_methods()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedClass]:
    with served_class(tmp_path) as served:
        yield served


@pytest.fixture
def learners(served: ServedClass, tmp_path: Path) -> Iterator["AsyncResult[list[Seen]]"]:
    """All of them, at work; forked where that works, because the kit takes a while to import."""
    until = time.time() + SECONDS
    work = [(n, served.address, served.code, until, tmp_path) for n in range(LEARNERS)]
    context = multiprocessing.get_context("fork" if FORKING else "spawn")
    with context.Pool(LEARNERS) as pool:
        yield pool.starmap_async(learn, work, chunksize=1)


@pytest.fixture
def browser(learners: object) -> Iterator[Browser]:
    """Started after the learners: a browser's threads don't bear a fork."""
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser


def memory_of(served: ServedClass) -> float:
    """In megabytes."""
    return psutil.Process(served.process.pid).memory_info().rss / 1e6


def instructor_works(page: Page, wall: Page, tmp_path: Path) -> int:
    """Freezes, goes on, hides a post and exports, by clicks; how many posts were exported."""
    page.get_by_role("button", name="Freeze").click()
    wall.get_by_text("The class is frozen").wait_for()
    page.get_by_role("button", name="Go on").click()
    wall.get_by_text("The class is frozen").wait_for(state="hidden")
    text = page.locator("#posts tr").first.locator("td").nth(1).inner_text()
    page.locator("#posts tr", has_text=text).get_by_role("button", name="Hide").click()
    page.locator(".hidden-post", has_text=text).wait_for()
    wall.locator(".post", has_text=text).wait_for(state="detached")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as CSV").click()
    download.value.save_as(tmp_path / "class.zip")
    with zipfile.ZipFile(tmp_path / "class.zip") as archive:
        return archive.read("posts.csv").count(b"\n") - 1


def report(seen: list[Seen]) -> Counter[int]:
    """Print how long each kind of call took; how often each status came."""
    say(f"\n{LEARNERS} learners, {SECONDS:.0f} s")
    for kind in sorted({kind for each in seen for kind in each.seconds}):
        times = sorted(time for each in seen for time in each.seconds.get(kind, []))
        say(f"{kind:9} {len(times):5} times, median {median(times):6.3f} s, worst {times[-1]:6.3f}")
    by_status: Counter[int] = Counter()
    for each in seen:
        for (_, status), count in each.statuses.items():
            by_status[status] += count
    say(f"statuses: {dict(by_status)}")
    return by_status


def report_wall(seen: list[Seen], shown: dict[str, float], opened: float) -> None:
    """Print how long after it was sent a post was on the wall, from when the wall was open."""
    sent = {text: at for each in seen for text, at in each.posted.items() if at > opened}
    delays = [shown[text] - at for text, at in sent.items() if text in shown]
    say(f"on the wall: {len(delays)} of {len(sent)} posts")
    say(f"delay: median {median(delays):.2f} s, worst {max(delays):.2f}")


def test_thirty_learners(
    served: ServedClass, learners: "AsyncResult[list[Seen]]", browser: Browser, tmp_path: Path
) -> None:
    faults: list[str] = []
    wall = browser.new_page(viewport={"width": 1920, "height": 1080})
    instructor = browser.new_page()
    for page in (wall, instructor):
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
    wall.goto(f"{served.address}/class/wall#{served.code}")
    wall.evaluate(NOTE_NEW_POSTS)
    opened = time.time()
    instructor.goto(f"{served.address}/class/instructor#{served.secret}")
    memory, exported, started = [memory_of(served)], 0, time.time()
    while not learners.ready():
        wall.wait_for_timeout(1000)
        memory.append(memory_of(served))
        if not exported and time.time() > started + SECONDS / 2:
            exported = instructor_works(instructor, wall, tmp_path)
    seen = learners.get()
    statuses = report(seen)
    report_wall(seen, wall.evaluate("window.shown"), opened)
    say(f"memory of the server: {memory[0]:.0f} MB at first, {max(memory):.0f} MB at most")
    posted = sum(each.statuses["post", 201] for each in seen)
    say(f"exported in the middle: {exported} of {posted} posts")
    instructor.get_by_role("button", name="End the class").click()
    wall.get_by_text("The class is over").wait_for()
    assert served.process.wait(30) == 0
    assert served.left_behind() == []
    assert [error for each in seen for error in each.errors] == []
    assert set(statuses) <= {200, 201, 204, 423, 429}
    assert len({each.name for each in seen}) == LEARNERS
    assert 0 < exported <= posted
    assert faults == []
