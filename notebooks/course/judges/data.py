"""Small databases for answers: untidy on purpose, so that a wrong statement shows."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from microblog.models import Base

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # the rows of each table

EVENING = datetime(2026, 8, 12, 18, 0, tzinfo=UTC)
# Names inside names, upper case before lower case, and never in the order of the ids.
NAMES = ("marta", "ana", "Zoe", "anabel", "jonas", "bodil", "keiko")
# Equal texts, bytes unlike characters, blanks at the ends, and what LIKE takes for a sign.
TEXTS = ("Kettle on.", "Café à 5 €", "Kettle on.", " 5% and 50% ", "🙂", "a_b", "KETTLE on.")
HOURS = (-25, -21.5, -1, 0, 1, 1, 2, 2.5, 2.5, 5.75, 6, 7, 25, 26.5)  # of posts, after EVENING


def no_rows() -> Rows:
    return {table.name: [] for table in Base.metadata.sorted_tables}


def user(number: int, username: str, hours: float = -48) -> Row:
    """A row of `users`, made so many hours after EVENING."""
    created = EVENING + timedelta(hours=hours)
    address = f"{username.lower()}@example.org"
    return {
        "id": number,
        "username": username,
        "email": address,
        "hashed_password": "none",
        "created_at": created,
    }


def post(number: int, content: str, owner_id: int, hours: float = 0) -> Row:
    """A row of `posts`, written so many hours after EVENING."""
    moment = EVENING + timedelta(hours=hours)
    return {"id": number, "content": content, "timestamp": moment, "owner_id": owner_id}


def saying(*texts: str) -> Rows:
    """Posts with these texts, by the users 1 and 2 in turn; ids run against the order."""
    rows = no_rows()
    rows["users"] = [user(2, "ana"), user(1, "Zoe")]
    for place, text in enumerate(texts):
        rows["posts"].append(post(len(texts) - place, text, 1 + place % 2, place / 2))
    return rows


def databases() -> Iterator[Rows]:
    """Small databases, the smallest first: no row, a single one, ties, much of everything."""
    yield no_rows()
    yield made(users=1, posts=0, seed=0)
    yield made(users=2, posts=1, seed=1)
    yield everybody_is_followed()
    for seed in range(2, 7):
        yield made(users=seed + 1, posts=4 * seed, seed=seed)


def everybody_is_followed() -> Rows:
    """Nobody is without a follower and no post without a like, but one user follows nobody."""
    rows = no_rows()
    rows["users"] = [user(9, "Zoe"), user(5, "anabel"), user(2, "jonas")]
    rows["posts"] = [post(4, "Kettle on.", 5, 2), post(3, "Kettle on.", 9, 2)]
    rows["likes"] = [{"user_id": 9, "post_id": 4}, {"user_id": 2, "post_id": 3}]
    pairs = ((2, 9), (9, 2), (2, 5))
    rows["follows"] = [{"follower_id": one, "followee_id": other} for one, other in pairs]
    return rows


def made(users: int, posts: int, seed: int) -> Rows:
    """Rows with posts that are liked, retweeted, both or neither, and people who like their own.

    The last user never posts; of many users, where `seed` is odd, the last is in no other table.
    """
    chance, rows = random.Random(seed), no_rows()
    people = chance.sample(range(1, 2 * users + 1), users)
    names = chance.sample(NAMES, users)
    for number, name in zip(people, names, strict=True):
        rows["users"].append(user(number, name, -24 * chance.randrange(1, 4)))
    writers = people[: max(1, users - 1)]
    active = writers if users > 2 and seed % 2 else people
    numbers = chance.sample(range(1, 2 * posts + 1), posts)
    for number in numbers:
        text, owner = chance.choice(TEXTS), chance.choice(writers)
        rows["posts"].append(post(number, text, owner, chance.choice(HOURS)))
    liked = [(reader, number) for reader in active for number in numbers if number % 4]
    for reader, number in chance.sample(liked, len(liked) // 2):
        rows["likes"].append({"user_id": reader, "post_id": number})
    passed_on = [(reader, number) for reader in active for number in numbers if number % 3]
    for reader, number in chance.sample(passed_on, len(passed_on) // 3):
        moment = EVENING + timedelta(hours=30 + chance.randrange(3))
        rows["retweets"].append({"user_id": reader, "post_id": number, "timestamp": moment})
    others = [(one, other) for one in active for other in active if one != other]
    for follower, followee in chance.sample(others, len(others) // 2):
        rows["follows"].append({"follower_id": follower, "followee_id": followee})
    return rows
