"""The pages of a class in a real browser, with many posts and with posts that are up to no good."""

import random
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from course import running
from course.classroom.room import Room
from course.site.browser import chromium, find_chromium

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not find_chromium(),
        reason="no Chromium found: install it, or name a browser in MICROBLOG_CHROMIUM",
    ),
]
HOSTILE = {
    "markup": "<script>document.title='taken'</script><img src=x onerror='document.title=1'>",
    "a word without an end": "W" * 280,
    "lines without an end": "\n".join("abcdefghij" * 14),
    "marks upon marks": "z" + "\u0301\u0353\u0489" * 90,
    "from right to left": "\u202e\u2067 everything behind this is turned round",
    "large letters": "\ufdfd" * 200,
}
TALKING = "The join drops everybody who wrote nothing, so I count before I join. Is there a way?"
READABLE = 0.025  # of the screen's height
MEASURE = """() => {
    const box = document.querySelector(".posts").getBoundingClientRect();
    const posts = [...document.querySelectorAll(".post")].map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return { left, right, top, bottom, size: parseFloat(getComputedStyle(each).fontSize) };
    });
    return {
        whole: posts.filter((post) => post.right <= box.right + 1 && post.bottom <= box.bottom + 1),
        size: Math.min(...posts.map((post) => post.size)) / innerHeight,
        tallest: Math.max(...posts.map((post) => post.bottom - post.top)) / innerHeight,
        scrolls: document.documentElement.scrollWidth > innerWidth
            || document.documentElement.scrollHeight > innerHeight,
        drawn: document.getElementById("qr").naturalWidth > 0,
        title: document.title,
    };
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser


@pytest.fixture
def api(app: FastAPI, room: Room) -> Iterator[httpx.Client]:
    with running(app) as api:
        room.address = str(api.base_url)
        yield api


@pytest.fixture
def page(browser: Browser, api: httpx.Client) -> Iterator[Page]:
    """It fails the test when the page complains, or asks anybody but the class."""
    page, faults = browser.new_page(viewport={"width": 1920, "height": 1080}), []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((str(api.base_url), "blob:"))
            else faults.append(request.url)
        ),
    )
    yield page
    page.close()
    assert faults == []


def fill(api: httpx.Client, room: Room, texts: list[str], people: int) -> None:
    """Somebody joins for each of `people`; they post in turn and follow each other."""
    chance = random.Random(people)
    joined = [api.post("/class/join", json={"code": room.code}).json() for _ in range(people)]
    for number, text in enumerate(texts):
        headers = {"Authorization": f"Bearer {joined[number % people]['token']}"}
        posted = api.post("/posts/", json={"content": text}, headers=headers)
        assert posted.status_code == 201
    for me in joined:
        for _ in range(min(4, people - 1)):
            followed = chance.choices(joined, [1 / (n + 1) for n in range(people)])[0]
            headers = {"Authorization": f"Bearer {me['token']}"}
            api.put(f"/users/{followed['username']}/follow", headers=headers)


@pytest.mark.parametrize(("posts", "people", "at_least"), [(3, 2, 3), (30, 10, 10), (300, 30, 10)])
def test_the_wall_is_readable_from_the_back(
    api: httpx.Client, room: Room, page: Page, posts: int, people: int, at_least: int
) -> None:
    chance = random.Random(posts)
    words = TALKING.split()
    texts = [" ".join(words[: chance.randint(1, len(words))]) for _ in range(posts)]
    fill(api, room, texts, people)
    page.goto(f"{api.base_url}/class/wall#{room.code}")
    page.get_by_text(f"{posts} posts").wait_for()
    page.wait_for_function("document.getElementById('qr').complete")
    seen = page.evaluate(MEASURE)
    assert len(seen["whole"]) >= at_least
    assert seen["size"] >= READABLE
    assert seen["drawn"]
    assert not seen["scrolls"]
    assert page.get_by_text(room.join_line).is_visible()


def test_a_post_cant_deface_the_wall(api: httpx.Client, room: Room, page: Page) -> None:
    fill(api, room, list(HOSTILE.values()), len(HOSTILE))
    page.goto(f"{api.base_url}/class/wall#{room.code}")
    page.get_by_text(f"{len(HOSTILE)} posts").wait_for()
    seen = page.evaluate(MEASURE)
    assert seen["title"] == "The wall of the class"
    assert page.locator(".post img, .post script").count() == 0
    assert seen["tallest"] < 0.35
    assert not seen["scrolls"]
    assert page.get_by_text(room.join_line).is_visible()


def test_the_list_of_posts_waits_while_the_instructor_points_at_it(
    api: httpx.Client, room: Room, page: Page
) -> None:
    fill(api, room, ["the first"], 1)
    page.goto(f"{api.base_url}/class/instructor#{room.secret}")
    page.locator("#posts tr").hover()
    fill(api, room, ["the second"], 1)
    page.wait_for_timeout(2500)
    assert page.locator("#posts tr").count() == 1
    page.locator("h1").hover()
    page.locator("#posts tr", has_text="the second").wait_for()


def test_the_instructor_hides_freezes_and_ends_by_clicks(
    api: httpx.Client, room: Room, page: Page
) -> None:
    fill(api, room, ["fine", "rude"], 2)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{api.base_url}/class/instructor#{room.secret}")
    row = page.locator("#posts tr", has_text="rude")
    row.get_by_role("button", name="Hide").click()
    row.get_by_role("button", name="Show").wait_for()
    assert room.secret not in page.url
    page.get_by_role("button", name="Freeze").click()
    page.get_by_role("button", name="Go on").wait_for()
    assert room.frozen
    page.get_by_role("button", name="Reset").click()
    page.get_by_text("0 people joined").wait_for()
    page.get_by_role("button", name="End the class").click()
    page.get_by_text("The class is over").wait_for()
    assert room.ended
