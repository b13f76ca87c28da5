"""The next page, by the key of the last row seen."""

from collections.abc import Iterator
from datetime import timedelta

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, no_rows, post, user
from course.judges.selects import Selecting

PAGES = (  # ids and hours after 18:00; the last post seen is number 5, of 20:00
    ((5, 2),),
    ((5, 2), (4, 2)),
    ((5, 2), (6, 2), (3, 1), (2, 3)),
    ((5, 2), (9, 1), (8, 0), (4, -25)),
    ((5, 2), (7, 2), (3, 2), (4, 2), (12, 1.5), (1, 1.5), (2, 25)),
    ((5, 2), (6, 2), (4, 2), (8, 1), (11, 1), (10, 1), (1, 26), (2, 3), (3, -1)),
)


def after_the_fifth() -> Iterator[Rows]:
    """Ties with the last post seen, older posts with a higher id, newer ones with a lower id."""
    yield no_rows()
    for page in PAGES:
        posts = [post(number, "Kettle on.", 3, hours) for number, hours in page]
        yield no_rows() | {"users": [user(3, "ana")], "posts": posts}


EXERCISE = Exercise(
    title="Three older ones",
    minutes=6,
    objective="read page by page, so that no row comes twice",
    task="""A reader has seen everything down to a certain post. Select the `id` of the next three
posts, newest first, and of two posts of the same moment the one with the higher id first. The time
and the id of the last post seen are named parameters, `before` and `before_id`.""",
    starter="answer = ...  # your select() here",
    hints=(
        "By which two columns are the posts sorted? The condition has to compare the same two.",
        "`tuple_` makes one value of two, so that they are compared as a pair, and `bindparam` "
        "makes a named parameter. Inside a `tuple_` the time needs a type: `type_=UTCDateTime`.",
        '`.where(tuple_(Post.timestamp, Post.id) < tuple_(bindparam("before", '
        'type_=UTCDateTime), bindparam("before_id")))`, then the order of 03.4, and its limit.',
    ),
    imports="""
from sqlalchemy import and_, bindparam, or_, select, tuple_

from microblog.lists import page_by_time
from microblog.models import Post, UTCDateTime
""",
    answers=(
        """
seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(Post.timestamp, Post.id) < seen
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
        """
time, key = bindparam("before"), bindparam("before_id")
older = or_(Post.timestamp < time, and_(Post.timestamp == time, Post.id < key))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
        "answer = page_by_time(select(Post.id), Post.timestamp, Post.id).limit(3)",
    ),
    mistakes=(
        Mistake(
            "by time alone",
            """
older = and_(Post.timestamp < bindparam("before"), Post.id != bindparam("before_id"))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
            "Posts of the same moment as the last one seen, with a lower id, are missing. They "
            "come after it, but their time isn't smaller.",
        ),
        Mistake(
            "each on its own",
            """
older = and_(Post.timestamp <= bindparam("before"), Post.id < bindparam("before_id"))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
            "Older posts with a higher id are missing. The id should decide only between posts of "
            "the same moment.",
        ),
        Mistake(
            "all but the last one",
            """
older = and_(Post.timestamp <= bindparam("before"), Post.id != bindparam("before_id"))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
            "Posts of the same moment with a higher id come again. The reader has seen them, since "
            "they are in front of the last one.",
        ),
        Mistake(
            "one of the two",
            """
older = or_(Post.timestamp < bindparam("before"), Post.id < bindparam("before_id"))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
            "Newer posts with a lower id come again. The id should decide only between posts of "
            "the same moment.",
        ),
        Mistake(
            "more than three",
            "answer = page_by_time(select(Post.id), Post.timestamp, Post.id)",
            "These are the right posts, and then some more. The question asks for three.",
        ),
        Mistake(
            "the last one again",
            """
seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(Post.timestamp, Post.id) <= seen
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(older).order_by(*newest_first).limit(3)
""",
            "The last post seen comes again. Compare with <, not with <=.",
        ),
        Mistake(
            "the newer ones",
            """
seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
newest_first = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) > seen)
answer = answer.order_by(*newest_first).limit(3)
""",
            "These are posts from before the last one in the list, so the reader has seen them. "
            "Newest first, the next ones are smaller.",
        ),
    ),
    judge=Selecting(
        ordered=True,
        on=after_the_fifth,
        parameters={"before": EVENING + timedelta(hours=2), "before_id": 5},
    ),
    praise="The next page, even if somebody writes in the meantime.",
)
