"""Diagrams on slides are drawn into the page where there is a browser, else described."""

import re
from base64 import b64decode

import pytest

from course.site.browser import find_chromium
from course.workshop import drawings
from course.workshop.slides import in_html

TEXT = """Look:

```mermaid
flowchart LR
    accDescr: "A" asks B, & B answers.

    a["A<br>asks"] -- "1 < 2" --> b
```

And on."""


def test_without_a_browser_a_diagram_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "find_chromium", lambda: None)
    page = drawings.with_drawings(in_html(TEXT))
    assert '<p class="diagram">&quot;A&quot; asks B, &amp; B answers.<br>' in page
    assert "data-text" not in page
    assert page.count("<p>") == 2


def test_a_page_without_a_diagram_needs_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "find_chromium", lambda: pytest.fail("it looked for one"))
    assert drawings.with_drawings("<p>Hello</p>") == "<p>Hello</p>"


@pytest.mark.slow
@pytest.mark.skipif(
    not find_chromium(),
    reason="no Chromium found: install it, or name a browser in MICROBLOG_CHROMIUM",
)
def test_a_diagram_is_drawn_into_the_page_light_and_dark() -> None:
    page = drawings.with_drawings(in_html(TEXT))
    assert 'alt="&quot;A&quot; asks B, &amp; B answers."' in page
    light_and_dark = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    assert len(set(light_and_dark)) == 2
    for each in light_and_dark:
        assert ">asks<" in b64decode(each).decode()
