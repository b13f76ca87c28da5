"""Make the users and decide who follows whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from rhythm import COMMUNITIES, DAY, END, START, seconds

# The same five people come first at every scale.
CAST = ("marta", "ana", "bodil", "jonas", "keiko")
MARTA, ANA, BODIL, JONAS, KEIKO = range(1, 6)
CAST_COMMUNITIES = {MARTA: 0, ANA: 4, BODIL: 0, JONAS: 2, KEIKO: 1}
CAST_LANGUAGES = {ANA: "spanish", JONAS: "german", KEIKO: "japanese"}
# Who of the cast follows whom of the cast: these pairs and no others.
CAST_FOLLOWS = {
    MARTA: (ANA, BODIL),
    ANA: (MARTA, KEIKO),
    BODIL: (MARTA, ANA),
    JONAS: (MARTA,),
    KEIKO: (ANA, JONAS),
}

FIRST_ACCOUNT = seconds("2025-09-01T08:00:00")
FOLLOWS_PER_USER = 20
FOLLOW_BACK_LIMIT = 200


class Urn:
    """Draws users, each as often as their weight says."""

    def __init__(self, weights: dict[int, int]) -> None:
        self.users = list(weights)
        self.sums = list(accumulate(weights.values()))

    def draw(self, rng: Random, count: int) -> list[int]:
        """Return `count` ids; the same id may come more than once."""
        return rng.choices(self.users, cum_weights=self.sums, k=count)


@dataclass
class People:
    """All users. Lists are indexed by id, so that position 0 means nobody."""

    created: list[int]  # seconds since 1970, ascending
    community: list[int]
    language: list[str | None]  # None: writes English only
    writers: dict[int, int]  # how much each user posts; some are not in it
    followers: list[list[int]]

    @property
    def ids(self) -> range:
        """The ids, from 1."""
        return range(1, len(self.created))


def make_people(seed: int, count: int, shares: dict[str, int]) -> People:
    """Return `count` users who follow nobody yet; `shares` are the languages'."""
    rng = Random(f"{seed} people")
    ids = range(1, count + 1)
    community = [0, *rng.choices(range(len(COMMUNITIES)), (7, 6, 5, 6, 5, 4), k=count)]
    language: list[str | None] = [None] * (count + 1)
    for user in ids:
        if rng.random() < 0.24:
            language[user] = rng.choices(list(shares), list(shares.values()))[0]
    for user in range(1, len(CAST) + 1):
        community[user] = CAST_COMMUNITIES[user]
        language[user] = CAST_LANGUAGES.get(user)
    silent = {user for user in ids if rng.random() < 0.15} - set(CAST) | {BODIL}
    writers = heavy_tail(rng, [user for user in ids if user not in silent], flat=8)
    created = [0, *account_times(rng, count)]
    return People(created, community, language, writers, [[] for _ in created])


def account_times(rng: Random, count: int) -> list[int]:
    """Return when the accounts were made: most before START, some on the way."""
    cast = [FIRST_ACCOUNT + 4000 * place for place in range(len(CAST))]
    times = []
    for _ in range(count - len(CAST)):
        dice = rng.random()
        if dice < 0.70:
            begin, end = FIRST_ACCOUNT + DAY, START
        elif dice < 0.94:
            begin, end = START, END - DAY
        else:
            begin, end = seconds("2026-08-12"), seconds("2026-08-15")
        times.append(rng.randrange(begin, end))
    return cast + sorted(times)


def heavy_tail(rng: Random, users: Iterable[int], flat: int) -> dict[int, int]:
    """Return a weight for each user: few have much, most have little.

    The weight falls with a user's random rank, the more steeply the smaller `flat`.
    """
    ranked = list(users)
    rng.shuffle(ranked)
    return {user: 10**9 // (rank + flat) for rank, user in enumerate(ranked)}


def choose_followees(seed: int, people: People) -> list[list[int]]:
    """Return, by id, whom each user follows, and note it in `people.followers`."""
    rng = Random(f"{seed} follows")
    wishes = [0, *(wished_followees(rng, len(people.ids)) for _ in people.ids)]
    near, far = fame_urns(rng, people)
    followees = [list(CAST_FOLLOWS.get(user, ())) for user in range(len(wishes))]
    for user in people.ids:
        urns = near[people.community[user]], far
        for other in candidates(rng, urns, wishes[user]):
            if other == user or other in followees[user] or max(user, other) <= len(CAST):
                continue
            followees[user].append(other)
            returns = rng.random() < 0.3 and wishes[other] > 0
            if returns and len(followees[other]) < FOLLOW_BACK_LIMIT:
                if user not in followees[other]:
                    followees[other].append(user)
    for user in people.ids:
        for other in followees[user]:
            people.followers[other].append(user)
    return followees


def wished_followees(rng: Random, count: int) -> int:
    """Return how many of `count` users somebody sets out to follow."""
    if rng.random() < 0.06:
        return 0
    wish = int(FOLLOWS_PER_USER * 0.53 / (rng.random() + 0.25))
    return min(wish, count // 2)


def fame_urns(rng: Random, people: People) -> tuple[list[Urn], Urn]:
    """Return an urn for each community, by fame in it, and one for all users."""
    fame = heavy_tail(rng, people.ids, flat=6)
    fame[MARTA] = max(fame[MARTA], 10**9 // 30)
    near = [
        Urn({user: fame[user] for user in fame if people.community[user] == place})
        for place in range(len(COMMUNITIES))
    ]
    return near, Urn({user: fame[user] ** 2 // 10**9 + 1 for user in fame})


def candidates(rng: Random, urns: tuple[Urn, Urn], wish: int) -> Iterator[int]:
    """Yield `wish` different users, most of them from the first urn."""
    near, far = urns
    found: set[int] = set()
    for _ in range(10 * wish):
        urn = near if rng.random() < 0.75 else far
        [user] = urn.draw(rng, 1)
        if user not in found and len(found) < wish:
            found.add(user)
            yield user
