"""The attacks of notebook 12: each breaks into its draft, and not into the finished service.

The cells of the notebook run here as they are, so what a reader sees is what is tested.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import matplotlib
import pandas as pd
import pytest
from jose import jwt
from notebooks.reading import cells_of

from course.notebook_files import NOTEBOOKS, tags_of
from microblog import dependencies, reads, security
from microblog.throttle import LoginThrottle

NOTEBOOK = NOTEBOOKS / "12_break_it_fix_it.ipynb"
SETUP = "Drafts to break"
LEFT_OUT = {"core", "practice", "mine"}
Loot = dict[str, dict[str, Any]]


def sections() -> dict[str, list[str]]:
    """The code of each section, without exercises, by its heading."""
    heading, found = SETUP, dict[str, list[str]]()
    for cell in cells_of(NOTEBOOK):
        if cell.kind == "markdown":
            if headings := re.findall(r"^## (.*)", cell.source, re.M):
                heading = headings[-1]
        elif not tags_of(cell.raw) & LEFT_OUT:
            found.setdefault(heading, []).append(cell.source)
    return found


def loot_of(chosen: tuple[str, ...], replaced: dict[str, str]) -> Loot:
    """Run these sections, with pieces of their code replaced, and read the notebook's score."""
    namespace: dict[str, Any] = {"__name__": "break_it_fix_it"}
    code = "\n".join(source for each in (SETUP, *chosen) for source in sections()[each])
    for old, new in replaced.items():
        assert old in code, "a piece of code to replace is no longer there"
        code = code.replace(old, new)
    try:
        exec(compile(code, "<sections>", "exec"), namespace)
    finally:
        namespace["logging"].getLogger("microblog").handlers.clear()
    return dict(namespace["score"])


@pytest.fixture(autouse=True)
def _without_a_window() -> Iterator[None]:
    with matplotlib.rc_context({"backend": "agg"}), pd.option_context("display.max_colwidth", 50):
        yield


TOKEN = "Be somebody else"
WHOSE = "Whose post is it?"
FIELDS = "One field too many"
REFUSAL = "What a refusal tells"
FLOOD = "A flood of guesses"
INJECTION = "Text that becomes code"
ANSWER = "So how would you break in?"
BROUGHT = {
    "forge_a_token": "marta@example.org",
    "act_as_marta": ["marta tells a lie", "her post is gone"],
    "read_a_profile": ["email", "hashed_password"],
    "count_the_hashes": ["nils"],
    "guess_the_password": "sunshine",
    "read_the_hashes": 501,
}


@pytest.mark.slow
def test_each_attack_breaks_into_its_draft_and_not_into_the_finished_service() -> None:
    score = loot_of((TOKEN, WHOSE, FIELDS, REFUSAL, FLOOD, INJECTION, ANSWER), {})
    assert score.pop("close_the_door")["draft"].startswith("503 ")
    assert {name: loot["draft"] for name, loot in score.items()} == BROUGHT
    assert not any(loot["finished"] for loot in score.values())


def test_the_verdicts_of_the_table_are_not_typed() -> None:
    table = "\n".join(sections()[ANSWER])
    assert "score" in table
    assert re.findall(r"True|False|broken|held", table) == ["True", "broken", "False", "held"]


UNVERIFIED = "jwt.get_unverified_claims(token)"
KEY = "Settings(secret_key='a key that is long enough, and nobody knows').secret_key"
VERIFIED = f'jwt.decode(token, {KEY}.get_secret_value(), algorithms=["HS256"])'


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attack", "chosen", "replaced"),
    [
        ("forge_a_token", (TOKEN,), {UNVERIFIED: VERIFIED}),
        (
            "act_as_marta",
            (WHOSE,),
            {"owner_id=new.owner_id": "owner_id=user.id", "services.delete_post(db, post_id)": "0"},
        ),
        ("close_the_door", (FIELDS,), {"User(**body,": "User(**body | {'id': None},"}),
        ("read_a_profile", (FIELDS,), {"    return user\n": "    return {'id': user.id}\n"}),
        (
            "count_the_hashes",
            (REFUSAL,),
            {
                "user is None or not verify_password(given.password, user.": "not verify_password("
                "given.password, user and user.",
            },
        ),
        ("read_the_hashes", (INJECTION,), {"'{username}'\"": "'marta'\""}),
    ],
)
def test_a_draft_without_its_weak_spot_is_noticed(
    attack: str, chosen: tuple[str, ...], replaced: dict[str, str]
) -> None:
    assert not loot_of(chosen, replaced)[attack]["draft"]


def read_only(token: str, _settings: Any) -> security.Claims:
    return security.Claims(jwt.get_unverified_claims(token)["sub"], datetime.now(UTC), "")


def give_up_early(password: str, hashed: str | None, settings: Any) -> bool:
    return hashed is not None and security.verify_password(password, hashed, settings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attack", "chosen", "removed"),
    [
        (
            "forge_a_token",
            (TOKEN,),
            (
                patch.object(dependencies, "decode_access_token", read_only),
                patch.object(security.Claims, "are_of", lambda *_: True),
            ),
        ),
        (
            "count_the_hashes",
            (REFUSAL,),
            (patch.object(reads, "verify_password", give_up_early),),
        ),
        (
            "guess_the_password",
            (REFUSAL, FLOOD),
            (patch.object(LoginThrottle, "seconds_to_wait", lambda *_: 0),),
        ),
    ],
    ids=["a signature that is checked", "a hash for everybody", "the throttle"],
)
def test_a_fix_that_is_gone_is_noticed(
    attack: str, chosen: tuple[str, ...], removed: tuple[Any, ...]
) -> None:
    with ExitStack() as patched:
        for each in removed:
            patched.enter_context(each)
        assert loot_of(chosen, {})[attack]["finished"]
