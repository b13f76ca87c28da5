from learners import Learners

HOUR = 'hour = extract("hour", Post.timestamp)\n'
JOINED = ".outerjoin(User.posts).group_by(User.id)"

LEARNERS = Learners(
    right=(
        HOUR
        + "answer = select(User.username, func.count().filter(hour < 18), "
        + f"func.count().filter(hour >= 18)){JOINED}",
        HOUR
        + "late = func.count(Post.id).filter(hour >= 18)\n"
        + f"answer = select(User.username, func.count(Post.id) - late, late){JOINED}",
        HOUR
        + "before = func.sum(case((hour < 18, 1), else_=0))\n"
        + "after = func.sum(case((hour > 17, 1), else_=0))\n"
        + f"answer = select(User.username, before, after){JOINED}.order_by(User.username)",
        """
early = select(Post.owner_id, func.count().label("n"))
late = early.where(extract("hour", Post.timestamp) >= 18).group_by(Post.owner_id).subquery()
early = early.where(extract("hour", Post.timestamp) < 18).group_by(Post.owner_id).subquery()
answer = (
    select(User.username, func.coalesce(early.c.n, 0), func.coalesce(late.c.n, 0))
    .outerjoin(early, early.c.owner_id == User.id)
    .outerjoin(late, late.c.owner_id == User.id)
)
""",
        """
hour = func.strftime("%H", Post.timestamp)
before, after = func.count(Post.id).filter(hour < "18"), func.count(Post.id).filter(hour >= "18")
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.username)
""",
    ),
    named={
        HOUR
        + "answer = select(User.username, func.count().filter(hour < 18), "
        + "func.count().filter(hour >= 18)).join(User.posts).group_by(User.username)": "inner join",
        HOUR
        + "late = func.count(Post.id).filter(hour > 18)\n"
        + f"answer = select(User.username, func.count(Post.id) - late, late){JOINED}": (
            "six is before"
        ),
        HOUR
        + "before = func.sum(case((hour < 18, 1), (hour >= 18, 0)))\n"
        + "after = func.sum(case((hour >= 18, 1), (hour < 18, 0)))\n"
        + f"answer = select(User.username, before, after){JOINED}": "sums of numbers",
        HOUR
        + f"answer = select(User.username, func.sum(hour <= 17), func.sum(hour > 17)){JOINED}": (
            "sums of conditions"
        ),
        HOUR
        + "answer = select(User.username, func.count(case((hour < 18, 1), else_=0)).filter("
        + f"Post.id > 0), func.count(Post.id)){JOINED}": "all posts twice",
        HOUR
        + "answer = select(User.username, func.count().filter(hour > 17), "
        + f"func.count().filter(hour <= 17)){JOINED}": "the wrong way round",
        HOUR
        + "answer = select(User.username, func.count(case((hour < 18, 1))), "
        + f"func.count(hour)){JOINED}": "posts before six, and all",
    },
    unnamed=(
        HOUR + f"answer = select(User.username, func.count(Post.id).filter(hour < 18)){JOINED}",
        HOUR
        + "answer = select(User.id, func.count(Post.id).filter(hour < 18), "
        + f"func.count(Post.id).filter(hour >= 18)){JOINED}",
        HOUR
        + "answer = select(User.username, func.count(Post.id).filter(hour < 18), "
        + "func.count(Post.id).filter(hour >= 18)).outerjoin(User.posts)",
        HOUR
        + "answer = select(User.username, func.count(Post.id).filter(hour < 6), "
        + f"func.count(Post.id).filter(hour >= 6)){JOINED}",
        HOUR
        + "answer = select(User.username, func.count(case((hour < 18, 1), else_=0)), "
        + f"func.count(case((hour >= 18, 1), else_=0))){JOINED}",
        HOUR + f"answer = select(User.username, hour, func.count(Post.id)){JOINED}",
        HOUR
        + "answer = select(User.username, func.count(Post.content.distinct()).filter(hour < 18), "
        + f"func.count(Post.content.distinct()).filter(hour >= 18)){JOINED}",
    ),
)
