from learners import Learners

LEARNERS = Learners(
    right=(
        "answer = [Retweet.user_id, Retweet.timestamp, Retweet.post_id]",
        "answer = Retweet.user_id, Retweet.timestamp.desc(), Retweet.post_id",
        "answer = [Retweet.user_id.desc(), Retweet.timestamp]",
        'answer = Index("ours", Retweet.user_id, Retweet.timestamp.desc(), Retweet.post_id)',
        "answer = [Retweet.__table__.c.user_id, Retweet.__table__.c.timestamp]",
        "from sqlalchemy import desc\n\nanswer = [Retweet.user_id, desc(Retweet.timestamp)]",
    ),
    named={
        "answer = [Retweet.timestamp.desc()]": "time first",
        "answer = [Retweet.timestamp.desc(), Retweet.user_id, Retweet.post_id]": "time first",
        'answer = Index("ours", Retweet.timestamp, Retweet.post_id)': "time first",
        "answer = Retweet.user_id": "the time not next",
        "answer = [Retweet.user_id, Retweet.post_id, Retweet.timestamp]": "the time not next",
        "from sqlalchemy import func\n\n"
        "answer = [Retweet.user_id, func.date(Retweet.timestamp)]": "the time not next",
        "answer = [Retweet.post_id, Retweet.timestamp]": "begins with another column",
        "answer = [Retweet.post_id, Retweet.user_id, Retweet.timestamp]": (
            "begins with another column"
        ),
        "from sqlalchemy import func\n\n"
        "answer = [func.abs(Retweet.user_id), Retweet.timestamp]": "begins with another column",
    },
    unnamed=(
        "from microblog.models import Like\n\nanswer = [Like.user_id, Retweet.timestamp]",
        "from microblog.models import Like, Post\n\nanswer = [Like.user_id, Post.timestamp]",
        "from microblog.models import Post\n\nanswer = [Retweet.user_id, Post.timestamp.desc()]",
        "from microblog.models import User\n\nanswer = [User.id, Retweet.timestamp]",
        'answer = ["user_id", "timestamp"]',
        'answer = "Retweet.user_id, Retweet.timestamp"',
        "answer = Retweet",
        "answer = []",
        "answer = None",
        "from sqlalchemy import func\n\nanswer = [Retweet.user_id, func.newest(Retweet.timestamp)]",
        "from sqlalchemy import select\n\nanswer = select(Retweet.user_id, Retweet.timestamp)",
    ),
)
