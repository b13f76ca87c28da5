"""Which address of this computer the room can reach, and the sockets that listen there."""

import ipaddress
import os
import socket

ELSEWHERE = ("203.0.113.1", 9)  # nothing is sent there: it only makes the system choose a way out


def room_address() -> str | None:
    """This computer's address in the room's network; None when it is in no network.

    The system chooses it as it would for a packet that leaves this network. Without a way out,
    the first address that goes with this computer's name is taken.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            found = [str(probe.getsockname()[0])]
        except OSError:
            found = addresses_of_name()
    return next((each for each in found if not ipaddress.ip_address(each).is_loopback), None)


def addresses_of_name() -> list[str]:
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []


def problem_of(host: str) -> str | None:
    """Why a class should not be served at this address."""
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError:
        return f"{host} is not an IPv4 address such as 192.168.1.20."
    if address.is_unspecified:
        return "Name one address of this computer: 0.0.0.0 would mean every network that it is in."
    return None


def is_public(host: str) -> bool:
    return ipaddress.IPv4Address(host).is_global


def listening(hosts: list[str], port: int) -> list[socket.socket]:
    """A socket at each of these addresses, all at the same port; OSError where that's taken."""
    bound: list[socket.socket] = []
    try:
        for host in hosts:
            each = socket.socket(proto=socket.IPPROTO_TCP)  # then asyncio sends at once
            bound.append(each)
            if os.name == "posix":  # a port that was closed a moment ago is free
                each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            each.bind((host, port))
            port = each.getsockname()[1]  # 0 asks for any, and then the others get the same
    except OSError:
        for each in bound:
            each.close()
        raise
    return bound
