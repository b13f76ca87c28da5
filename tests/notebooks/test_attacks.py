"""The attacks of notebook 12: each breaks into its draft, and not into the finished service.

The cells of the notebook run here as they are, so what a reader sees is what is tested.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import matplotlib
import pytest
from fastapi.exceptions import RequestValidationError
from jose import jwt
from notebooks.reading import NOTEBOOKS, cells_of

from microblog import dependencies, error_handlers, middleware, reads, security
from microblog.throttle import LoginThrottle

NOTEBOOK = NOTEBOOKS / "12_break_it_fix_it.ipynb"
ATTACKS = [
    "forged token",
    "guessed key",
    "another's post",
    "one field too many",
    "names by the words",
    "names by the time",
    "guessed password",
    "hashes through the path",
    "hashes in the answer",
    "10 MB",
    "broken bodies",
    "talking errors",
    "double click",
]


def sections() -> dict[str, list[str]]:
    """The code of each section before the exercises, by its number; "0" is what comes first."""
    found: dict[str, list[str]] = {"0": []}
    for cell in cells_of(NOTEBOOK):
        headings = re.findall(r"^## (.*)", cell.source, re.M) if cell.kind == "markdown" else []
        if "Exercises" in headings:
            break
        for heading in headings:
            if number := re.match(r"\d+(?= ·)", heading):
                found[number[0]] = []
            elif len(found) > 1:
                found["end"] = found.get("end", [])
        if cell.kind == "code":
            found[list(found)[-1]].append(cell.source)
    return found


def outcomes_of(
    parts: Sequence[str], replaced: dict[str, str], until: tuple[str, str] = ("", "")
) -> dict[str, dict[str, bool]]:
    """Run these sections, with pieces of their code replaced, and read the notebook's score.

    `until` names an attack and a target: when it is known how that went, no more cells run.
    """
    namespace: dict[str, Any] = {"__name__": "break_it_fix_it"}
    try:
        for part in parts:
            for source in sections()[part]:
                for old in [old for old in replaced if old in source]:
                    source = source.replace(old, replaced.pop(old))
                try:
                    exec(compile(source, f"<section {part}>", "exec"), namespace)
                except Exception:
                    if until[1] not in namespace["outcomes"].get(until[0], {}):
                        raise
                if until[1] in namespace.get("outcomes", {}).get(until[0], {}):
                    return dict(namespace["outcomes"])
    finally:
        assert not replaced, "a piece of code to replace is no longer there"
        namespace["service"].stop()
        namespace["microblog_log"].removeHandler(namespace["handler"])
    return dict(namespace["outcomes"])


@pytest.fixture(autouse=True)
def _without_a_window() -> Iterator[None]:
    with matplotlib.rc_context({"backend": "agg"}):
        yield


def test_each_attack_breaks_into_its_draft_and_not_into_the_finished_service() -> None:
    assert list(sections()) == ["0", *(str(number) for number in range(1, 11)), "end"]
    outcomes = outcomes_of(list(sections()), {})
    assert outcomes == dict.fromkeys(ATTACKS, {"draft": True, "finished": False})


def test_the_verdicts_of_the_table_are_not_typed() -> None:
    table = "\n".join(sections()["end"])
    assert "outcomes" in table
    assert table.count("broken") == table.count("held") + 1  # "broken bodies", an attack
    assert re.findall(r"True|False", table) == ["True", "False"]


UNVERIFIED = "jwt.get_unverified_claims(token)"
VERIFIED = 'jwt.decode(token, settings.secret_key.get_secret_value(), algorithms=["HS256"])'


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attack", "parts", "replaced"),
    [
        ("forged token", "1", {UNVERIFIED: VERIFIED}),
        ("guessed key", "2", {"SecretStr(*PUBLISHED_KEYS)": "settings.secret_key"}),
        (
            "another's post",
            "3",
            {"owner_id=new.owner_id": "owner_id=user.id", "services.delete_post(db, post_id)": "0"},
        ),
        ("one field too many", "4", {"User(**body)": "User(**body | {'id': None})"}),
        (
            "names by the words",
            "5",
            {
                '"There is no user of that name."': '"Wrong username or password."',
                '"Wrong password."': '"Wrong username or password."',
            },
        ),
        (
            "names by the time",
            "5",
            {
                "user is None or not verify_password(of.password, user.": "not verify_password("
                "of.password, user and user.",
            },
        ),
        ("hashes through the path", "7", {"'{username}'\"": "'marta'\""}),
        ("hashes in the answer", "8", {"    return user\n": "    return user.username\n"}),
        ("talking errors", "39", {"FastAPI(debug=True)": "FastAPI(exception_handlers=handled)"}),
        (
            "double click",
            "10",
            {"post_id INTEGER)": "post_id INTEGER, PRIMARY KEY (user_id, post_id))"},
        ),
    ],
)
def test_a_draft_without_its_weak_spot_is_noticed(
    attack: str, parts: str, replaced: dict[str, str]
) -> None:
    chosen = ["0", parts] if parts == "10" else ["0", *parts]
    if attack == "talking errors":
        replaced = {
            "draft_engine =": "from microblog.error_handlers import ERROR_HANDLERS as handled\n"
            "draft_engine =",
            **replaced,
        }
    assert outcomes_of(chosen, replaced, (attack, "draft"))[attack]["draft"] is False


def believe_the_name() -> Any:
    """Leave out what ties a token to the password of its user."""
    return patch.object(security.Claims, "are_of", lambda *_: True)


def read_only(token: str, _settings: Any) -> security.Claims:
    claims = jwt.get_unverified_claims(token)
    return security.Claims(claims["sub"], datetime.now(UTC), "")


def give_up_early(password: str, hashed: str | None, settings: Any) -> bool:
    return hashed is not None and security.verify_password(password, hashed, settings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attack", "parts", "removed"),
    [
        ("names by the time", "5", patch.object(reads, "verify_password", give_up_early)),
        ("guessed password", "56", patch.object(LoginThrottle, "seconds_to_wait", lambda *_: 0)),
        ("10 MB", "39", patch.object(middleware, "LARGEST_BODY", 10**9)),
        ("broken bodies", "39", patch.dict(error_handlers.ERROR_HANDLERS)),
        ("talking errors", "39", patch.dict(error_handlers.ERROR_HANDLERS)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fix_that_is_gone_is_noticed(attack: str, parts: str, removed: Any) -> None:
    with removed:
        if attack in {"broken bodies", "talking errors"}:
            del error_handlers.ERROR_HANDLERS[RequestValidationError]
        assert outcomes_of(["0", *parts], {}, (attack, "finished"))[attack]["finished"] is True


@pytest.mark.slow
def test_a_signature_that_is_not_checked_is_noticed() -> None:
    unsigned = patch.object(dependencies, "decode_access_token", read_only)
    with unsigned, believe_the_name():
        outcomes = outcomes_of(["0", "1"], {}, ("forged token", "finished"))
    assert outcomes["forged token"]["finished"] is True


@pytest.mark.slow
def test_a_fingerprint_that_is_not_checked_is_noticed() -> None:
    with believe_the_name(), pytest.raises(AssertionError):
        outcomes_of(["0", "2"], {})
