"""Join a class from a notebook."""

import json
from contextlib import suppress
from pathlib import Path

import httpx
from IPython.display import Markdown, display

from course.classroom import reporting
from course.classroom.reaching import (
    ASK,
    CONNECT_SECONDS,
    SECONDS,
    CannotJoin,
    base_url,
    require_class,
)
from course.folders import data_folder

WELCOME = """**You have joined the class as `{username}`.** The name is made up, and so is your \
password, `{password}`. The client that `join` returned is logged in with them and calls the \
service that the whole room uses.

While this notebook's kernel runs, it tells the class three things: which exercises you check and \
with which outcome, which hints and solutions you open, and how many minutes each section takes \
you. {names} Your code and your answers stay here. When the class ends, all of it is deleted; what \
you post may be exported before, for the class to analyse."""
WITHOUT_NAMES = "The board shows counts, and no name."
WITH_NAMES = "The board shows your made-up name beside what you solve, as you asked."
WORDS = {
    403: f"{{code!r}} isn't the code of this class. {ASK}",
    409: "{detail}",
    423: "The class is frozen just now. Join when your instructor goes on.",
    429: "Too many people tried to join at once. Wait a minute, then run the cell again.",
}


def join(address: str, code: str, show_name: bool = False) -> httpx.Client:
    """Join the class at this address: `room = join("http://192.168.1.20:8000", "code")`.

    You get a made-up name, and a client that is logged in. In another notebook, or after a
    restart, the same call gives you the same name. `show_name=True` puts that name on the board.
    """
    origin = base_url(address)
    timeout = httpx.Timeout(SECONDS, connect=CONNECT_SECONDS)
    api = httpx.Client(base_url=origin, timeout=timeout, trust_env=False)
    try:
        require_class(api)
        me = registered(api, code, show_name)
    except CannotJoin:
        api.close()
        raise
    api.headers["Authorization"] = f"Bearer {me['token']}"
    reporting.begin(api)
    names = WITH_NAMES if show_name else WITHOUT_NAMES
    display(Markdown(WELCOME.format(names=names, **me)))
    return api


def registered(api: httpx.Client, code: str, show_name: bool) -> dict[str, str]:
    """Name, password and token: new ones, or those that this computer got earlier."""
    kept = kept_for(api)
    headers = {"Authorization": f"Bearer {kept['token']}"} if kept else {}
    wanted = {"code": code.strip().lower(), "show_name": show_name}
    try:
        answer = api.post("/class/join", json=wanted, headers=headers)
    except httpx.TransportError:
        raise CannotJoin("The connection broke off. Run the cell again.") from None
    if not answer.is_success:
        words = WORDS.get(answer.status_code, "The class answered {detail!r}. Run the cell again.")
        raise CannotJoin(words.format(code=code, detail=detail_of(answer)))
    me: dict[str, str] = answer.json()
    if me["password"] is None:
        me["password"] = kept.get("password", "")
    keep(api, me)
    return me


def detail_of(answer: httpx.Response) -> str:
    with suppress(ValueError, KeyError, TypeError):
        return str(answer.json()["detail"])
    return str(answer.status_code)


def file() -> Path:
    return data_folder() / "class.json"


def kept_for(api: httpx.Client) -> dict[str, str]:
    """What an earlier call got from this class; nothing from another class, or from junk."""
    try:
        kept = json.loads(file().read_text(encoding="utf-8"))
        return (
            {name: str(kept[name]) for name in ("token", "password")}
            if (kept["address"] == str(api.base_url))
            else {}
        )
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def keep(api: httpx.Client, me: dict[str, str]) -> None:
    with suppress(OSError):  # then a restart brings another name
        file().parent.mkdir(parents=True, exist_ok=True)
        file().write_text(json.dumps(me | {"address": str(api.base_url)}), encoding="utf-8")
