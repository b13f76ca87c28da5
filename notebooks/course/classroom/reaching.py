"""Why a notebook can't reach a class, in words that help."""

import ipaddress
import re
from typing import Any

import httpx

from course.classroom.addresses import room_address

CONNECT_SECONDS = 5
SECONDS = 60  # thirty who join at once wait for each other
ADDRESS = re.compile(r"(?:https?://)?([a-z0-9.-]+(?::\d+)?)(?:[/?#].*)?", re.I)
ASK = "Compare it with what the instructor shows."
APART = (
    "Yours is {own}, so the two are probably in different networks. Join the network that the "
    "instructor names, and leave any VPN."
)
ISOLATED = (
    "Yours is {own}, in the same network. Either the address has a mistake, or a firewall on the "
    "class's computer lets nobody in, or this network keeps its computers apart, as guest networks "
    "do. Tell your instructor, who can open the firewall or change to another network."
)


class CannotJoin(Exception):
    """Shown in a notebook as its words alone: where in the kit it arose helps nobody."""

    def _render_traceback_(self) -> list[str]:
        return [f"You have not joined: {self}"]


def base_url(address: str) -> str:
    """The address as it was meant: http:// may be missing, and a page's path may be there."""
    found = ADDRESS.fullmatch(address.strip())
    if not found:
        raise CannotJoin(f"{address!r} is no address such as http://192.168.1.20:8000. {ASK}")
    return f"http://{found[1]}"


def require_class(api: httpx.Client) -> None:
    """Return when a class answers there; else say why not."""
    host, port = api.base_url.host, api.base_url.port or 80
    try:
        answer = api.get("/class/hello")
    except httpx.ConnectTimeout:
        raise CannotJoin(f"{host} doesn't answer. {in_which_network(host)}") from None
    except httpx.ConnectError as error:
        raise CannotJoin(refused(host, port, error)) from None
    except httpx.TransportError:
        raise CannotJoin(f"The connection to {host} broke off. Try again.") from None
    if not is_class(answer):
        raise CannotJoin(
            f"Something answers at {host}:{port}, but it's no class. Is the address right? {ASK} "
            "If it is, open it in your browser: a network may want you to log in first."
        )


def is_class(answer: httpx.Response) -> bool:
    try:
        content: Any = answer.json()
    except ValueError:
        return False
    return answer.is_success and isinstance(content, dict) and "class" in content


def refused(host: str, port: int, error: httpx.ConnectError) -> str:
    told = str(error).lower()
    if any(word in told for word in ("getaddrinfo", "name or service", "nodename", "resolution")):
        return f"No computer is called {host}. {ASK}"
    if "unreachable" in told or "no route" in told:
        return f"There is no way from here to {host}. {in_which_network(host)}"
    return (
        f"The computer {host} answers, but there is no class at its port {port}. Either the class "
        f"is over or has not begun, or the address has a mistake. {ASK}"
    )


def in_which_network(host: str) -> str:
    """Whether this computer's address is near the class's: alike in its first three numbers."""
    own = room_address()
    if own is None:
        return "Your computer is in no network. Connect it to the one of the room first."
    try:
        network = ipaddress.ip_network(f"{own}/24", strict=False)
        near = ipaddress.ip_address(host) in network
    except ValueError:
        return f"Is the address right? {ASK}"
    return (ISOLATED if near else APART).format(own=own)
