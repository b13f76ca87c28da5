"""Tests marked `site` look at what `make site` has built, and run when `-m site` asks for them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from course.site.browser import chromium


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.markexpr != "site":
        items[:] = [item for item in items if not item.get_closest_marker("site")]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser
