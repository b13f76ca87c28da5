from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = select(Post.id).order_by(Post.id).order_by(None)"
        ".order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)",
        "answer = select(Post.id).order_by(Post.timestamp.desc(), -Post.id).limit(3).offset(0)",
        """
newest = select(Post.id, Post.timestamp).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)
newest = newest.subquery()
answer = select(newest.c.id).order_by(newest.c.timestamp.desc(), newest.c.id.desc())
""",
        """
from microblog.lists import page_by_time

answer = page_by_time(select(Post.id), Post.timestamp, Post.id).limit(3)
""",
    ),
    named={
        "answer = select(Post.id).order_by(Post.timestamp.asc()).limit(3)": "as it was",
        "answer = select(Post.id).order_by(Post.timestamp.desc()).limit(3)": "the lower id first",
        "answer = select(Post.id).order_by(desc(Post.id)).limit(3)": "by id alone",
        "answer = select(Post.id).order_by(desc(Post.timestamp), desc(Post.id)).limit(99)": (
            "all of them"
        ),
    },
    unnamed=(
        """
answer = select(Post.id).order_by(desc("timestamp"), desc("id")).fetch(3)
""",
        "answer = select(Post.id).order_by(Post.timestamp, Post.id.desc()).limit(3)",
        "answer = select(Post.id).order_by(Post.id.desc(), Post.timestamp.desc()).limit(1)",
        "answer = select(Post).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)",
        "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(4)",
        "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).slice(1, 3)",
        "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.content.desc()).limit(3)",
        "answer = select(Post.id).limit(3)",
        "answer = select(Post.id, Post.timestamp).order_by(Post.timestamp.desc(), Post.id.desc())"
        ".limit(3)",
        "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).fetch(3)",
        "from sqlalchemy import tuple_\n\n"
        "answer = select(Post.id).order_by(tuple_(Post.timestamp, Post.id).desc()).limit(3)",
        """
newest = select(Post.id, Post.timestamp).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)
newest = newest.subquery()
answer = select(newest.c.id)
""",
    ),
)
