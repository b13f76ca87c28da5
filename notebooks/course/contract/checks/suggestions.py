"""Step 33: whom to follow next. The finished service has no such endpoint."""

from typing import Any

from course.contract.check import check
from course.contract.checks.counting import statements
from course.contract.checks.logging_in import reads_oneself
from course.contract.checks.people import follows
from course.contract.service import Service

PATH = "/users/me/suggestions/"
FOLLOWED_BY = {"sam": "fay gus", "fay": "sam gus hal joy", "gus": "sam fay hal ida"}


def asked_by(service: Service, role: str, **parameters: Any) -> list[tuple[str, int]]:
    """What is suggested to that user: roles and friends_count, in the order of the answer."""
    network = {name: service.known(name) for name in ("sam", "fay", "gus", "joy", "ida", "hal")}
    for follower, followed in FOLLOWED_BY.items():
        for name in followed.split():
            path = f"/users/{network[name].username}/follow"
            service.put(path, service.person(follower)).must_be(204)
    answer = service.get(PATH, service.person(role), params=parameters).must_be(200)
    roles = {person.username: name for name, person in network.items()}
    for row in answer.rows():
        answer.must_have(row, id=int, username=str, created_at=str, friends_count=int)
    return [
        (roles.get(str(row["username"]), "somebody else"), row["friends_count"])
        for row in answer.rows()
    ]


@check(step=33, needs=(follows, reads_oneself))
def suggests_friends_of_friends(service: Service) -> None:
    """`GET /users/me/suggestions/` answers the people whom those you follow follow, without
    yourself and without those whom you follow already, each with `friends_count`."""
    found = asked_by(service, "sam")
    expected = {("hal", 2), ("joy", 1), ("ida", 1)}
    told = " ".join(f"{name} follows {followed}." for name, followed in FOLLOWED_BY.items())
    service.latest.need(
        set(found) == expected and len(found) == 3,
        f"{told} To sam, suggest {sorted(expected)}, not {found}.",
    )


@check(step=33, needs=(suggests_friends_of_friends,))
def suggests_the_best_first(service: Service) -> None:
    """The largest `friends_count` comes first, of equal ones the lower id, and `?limit=` says how
    many."""
    best = [("hal", 2), ("joy", 1), ("ida", 1)]
    for limit in (1, 2, 3):
        found = asked_by(service, "sam", limit=limit)
        service.latest.need(
            found == best[:limit], f"With limit={limit}, {best[:limit]} should come, not {found}."
        )


@check(step=33, needs=(suggests_friends_of_friends,))
def suggesting_needs_a_token(service: Service) -> None:
    """Without a token it's 401."""
    service.get(PATH).must_be(401)


@check(step=33, needs=(suggests_friends_of_friends,), in_process=True)
def suggests_in_few_statements(service: Service) -> None:
    """Three suggestions take the same number of statements as one."""
    counts = {}
    for role in ("fay", "sam"):
        asked_by(service, role)
        with statements() as executed:
            answer = service.get(PATH, service.person(role))
        counts[len(answer.rows())] = len(executed)
    (few, short), (many, long) = sorted(counts.items())
    wrong = f"{few} suggestion took {short} statements, and {many} took {long}."
    answer.need(long <= short, wrong)
