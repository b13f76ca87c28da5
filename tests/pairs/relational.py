"""Rows that hang together: one hand-made set with every trap in it, and any number of others."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from course.comparing.values import TEXTS, moments_around
from course.pairs.definition import Row, Tables
from course.pairs.frames import NOON, completed

DAY = timedelta(days=1)
MOMENTS = moments_around(NOON)
MOST_USERS, MOST_POSTS = 6, 10

moments = st.none() | st.sampled_from(MOMENTS)
texts = st.none() | st.sampled_from(TEXTS)
names = texts.filter(lambda text: text is None or len(text) <= 30)  # as the column's type has it


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """Whole references or none; likes, retweets and follows as sets of pairs of keys."""
    user_ids = draw(st.permutations(range(1, draw(st.integers(0, MOST_USERS)) + 1)))
    post_ids = draw(st.permutations(range(1, draw(st.integers(0, MOST_POSTS)) + 1)))
    owner = st.none() | st.sampled_from(user_ids) if user_ids else st.none()
    reader_and_post = draw(st.sets(st.tuples(*[st.integers(1, MOST_POSTS)] * 2), max_size=30))
    retweeted = draw(st.sets(st.tuples(*[st.integers(1, MOST_POSTS)] * 2), max_size=20))
    followed = draw(st.sets(st.tuples(*[st.integers(1, MOST_USERS)] * 2), max_size=20))
    return {
        "users": [user(number, draw(names), draw(moments), draw(texts)) for number in user_ids],
        "posts": [post(number, draw(texts), draw(moments), draw(owner)) for number in post_ids],
        "likes": [
            {"user_id": reader, "post_id": read}
            for reader, read in reader_and_post
            if reader in user_ids and read in post_ids
        ],
        "retweets": [
            {"user_id": reader, "post_id": read, "timestamp": draw(moments)}
            for reader, read in retweeted
            if reader in user_ids and read in post_ids
        ],
        "follows": [
            {"follower_id": follower, "followee_id": followee}
            for follower, followee in followed
            if follower in user_ids and followee in user_ids and follower != followee
        ],
    }


def as_the_product_has_them(rows: Tables) -> Tables:
    """The same rows with nothing that the product's tables would refuse."""
    first_user = min([user["id"] for user in rows["users"]], default=None)
    return completed(
        {
            "users": [
                {"id": user["id"], "created_at": user["created_at"] or NOON}
                for user in rows["users"]
            ],
            "posts": [
                post
                | {
                    "content": post["content"] or "something",
                    "timestamp": post["timestamp"] or NOON,
                    "owner_id": post["owner_id"] or first_user,
                }
                for post in rows["posts"]
                if first_user
            ],
        }
    )


def user(
    number: int, name: str | None, created_at: datetime | None, email: str | None = None
) -> Row:
    return {
        "id": number,
        "username": name,
        "email": email,
        "hashed_password": "",
        "created_at": created_at,
    }


def post(number: int, content: str | None, timestamp: datetime | None, owner_id: int | None) -> Row:
    return {"id": number, "content": content, "timestamp": timestamp, "owner_id": owner_id}


# User 4 writes nothing; posts 8 and 9 have no owner; post 10 is liked by nobody; posts 2, 3 and
# 4 share their moment; rows are not in the order of their ids.
FIXTURE: Tables = {
    "users": [
        user(3, "É", NOON - DAY),
        user(1, "ana", NOON - 3 * DAY),
        user(2, "Bo", NOON - 3 * DAY),
        user(5, None, None),
        user(4, "silent", NOON),
        user(6, "o'x", NOON),
    ],
    "posts": [
        post(2, "a%", NOON, 1),
        post(1, "", NOON - 3 * DAY, 1),
        post(4, "A", NOON, 2),
        post(3, "a", NOON, 1),
        post(5, None, NOON + timedelta(milliseconds=500), 2),
        post(7, "final_3", datetime(2026, 8, 12, 18, tzinfo=UTC), 3),
        post(6, "a", datetime(2026, 8, 12, 18, 0, 30, tzinfo=UTC), 1),
        post(8, "FINAL3", None, None),
        post(9, "x" * 41, NOON + 4 * DAY, None),
        post(10, "okay _b é", None, 6),
        post(11, "Okay", NOON + 4 * DAY, 5),
        post(12, "É", NOON - DAY, 3),
    ],
    "likes": [
        {"user_id": reader, "post_id": read}
        for reader, read in [(1, 4), (2, 4), (3, 4), (2, 2), (3, 2), (4, 8), (1, 1), (4, 3), (5, 6)]
    ],
    "retweets": [
        {"user_id": 2, "post_id": 2, "timestamp": NOON},
        {"user_id": 4, "post_id": 2, "timestamp": NOON + DAY},
        {"user_id": 1, "post_id": 4, "timestamp": None},
        {"user_id": 3, "post_id": 4, "timestamp": NOON},
        {"user_id": 6, "post_id": 8, "timestamp": NOON - 4 * DAY},
    ],
    "follows": [
        {"follower_id": follower, "followee_id": followee}
        for follower, followee in [(1, 2), (2, 1), (2, 3), (3, 2), (3, 4), (4, 1), (4, 5), (5, 6)]
    ],
}
