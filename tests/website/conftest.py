"""Tests marked `apart` look at what `make site` has built; `make site-test` runs them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from course.site.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, chromium(playwright) as browser:
        yield browser
