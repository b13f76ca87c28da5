"""Groups that are empty, and stay."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Unliked",
    minutes=7,
    objective="keep the groups that are empty",
    task="""Select each user's `username`, and how many of their posts nobody likes: 0 for those
whose posts are all liked, and 0 for those who never post.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Take one step first: how many unliked posts does each author have? Which authors does "
        "that result leave out?",
        "`~exists()` finds the posts without a like (notebook 04). Count them for each `owner_id` "
        "in a sub-query, and join it to the users so that no user is lost. Which value do you then "
        "get for a user who isn't in the sub-query?",
        "With `liked = select(Like).where(Like.post_id == Post.id).exists()`, the sub-query is "
        '`select(Post.owner_id, func.count().label("posts")).where(~liked)'
        '.group_by(Post.owner_id).subquery("unliked")`. Then `.outerjoin(…)` from the users, and '
        "`func.coalesce(…, 0)` around its count.",
    ),
    imports="""
from sqlalchemy import distinct, func, select

from microblog.models import Like, Post, User
""",
    answers=(
        """
liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = select(Post.owner_id, func.count().label("posts")).where(~liked)
unliked = unliked.group_by(Post.owner_id).subquery("unliked")
rows = select(User.username, func.coalesce(unliked.c.posts, 0))
answer = rows.outerjoin(unliked, unliked.c.owner_id == User.id)
""",
        """
unliked = func.count(Post.id).filter(Like.user_id.is_(None))
rows = select(User.username, unliked).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
        """
liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = User.posts.and_(~liked)
answer = select(User.username, func.count(Post.id)).outerjoin(unliked).group_by(User.id)
""",
        """
liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = select(func.count()).where(Post.owner_id == User.id, ~liked)
answer = select(User.username, unliked.scalar_subquery())
""",
    ),
    mistakes=(
        Mistake(
            "rows",
            """
unliked = func.count().filter(Like.user_id.is_(None))
rows = select(User.username, unliked).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "Users who never post have 1 in your result. A left join makes one row for them, "
            "full of NULLs, and that row is counted.",
        ),
        Mistake(
            "rows of the unliked",
            """
liked = select(Like).where(Like.post_id == Post.id).exists()
rows = select(User.username, func.count())
answer = rows.outerjoin(User.posts.and_(~liked)).group_by(User.id)
""",
            "Users without an unliked post have 1 in your result. A left join makes one row for "
            "them, full of NULLs, and that row is counted.",
        ),
        Mistake(
            "in where",
            """
rows = select(User.username, func.count(Post.id)).outerjoin(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id)
answer = rows.where(Like.user_id.is_(None)).group_by(User.id)
""",
            "Users whose posts are all liked are missing. where() removes all of their rows, so no "
            "group is left. Count the unliked posts in a sub-query, and join that.",
        ),
        Mistake(
            "inner join",
            """
unliked = func.count(Post.id).filter(Like.user_id.is_(None))
rows = select(User.username, unliked).join(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "Users who never post are missing. Which join keeps the left side?",
        ),
        Mistake(
            "no zeros",
            """
liked = select(Like).where(Like.post_id == Post.id).exists()
rows = select(User.username, func.count()).join(User.posts)
answer = rows.where(~liked).group_by(User.id)
""",
            "Only users with an unliked post are in your result. The others belong in it, with 0.",
        ),
        Mistake(
            "no coalesce",
            """
liked = select(Like).where(Like.post_id == Post.id).exists()
unliked = select(Post.owner_id, func.count().label("posts")).where(~liked)
unliked = unliked.group_by(Post.owner_id).subquery("unliked")
rows = select(User.username, unliked.c.posts)
answer = rows.outerjoin(unliked, unliked.c.owner_id == User.id)
""",
            "Some counts in your result are NULL, where the question asks for 0. A user who is in "
            "no row of a sub-query gets NULL from the left join with it.",
        ),
        Mistake(
            "all rows of the joins",
            """
rows = select(User.username, func.count(Post.id)).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "You count each row of the joins: a post that nobody likes once, and any other post "
            "once for each like.",
        ),
        Mistake(
            "rows minus liked posts",
            """
unliked = func.count(Post.id) - func.count(distinct(Like.post_id))
rows = select(User.username, unliked).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "A post with three likes adds 2 to your result: it is in three rows of the joins, and "
            "you subtract it once. Count each post once, too.",
        ),
        Mistake(
            "all posts",
            "answer = select(User.username, func.count(Post.id)).outerjoin(User.posts)"
            ".group_by(User.id)",
            "You count all posts of each user, also those that somebody likes.",
        ),
        Mistake(
            "not by the author",
            """
own = select(Like).where(Like.user_id == User.id, Like.post_id == Post.id)
rows = select(User.username, func.count(Post.id))
answer = rows.outerjoin(User.posts.and_(~own.exists())).group_by(User.id)
""",
            "You count the posts that their own author doesn't like. A like by anybody makes a "
            "post a liked one.",
        ),
        Mistake(
            "the liked ones",
            """
liked = select(Like).where(Like.post_id == Post.id).exists()
rows = select(User.username, func.count(Post.id))
answer = rows.outerjoin(User.posts.and_(liked)).group_by(User.id)
""",
            "You count the posts that somebody likes. The question asks for the others.",
        ),
        Mistake(
            "always 0",
            """
unliked = func.count(Like.user_id).filter(Like.user_id.is_(None))
rows = select(User.username, unliked).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "You always get 0. That happens, for example, when you count values of a column where "
            "it is NULL: there are none. Which column has a value when the like is missing?",
        ),
    ),
    judge=Selecting(),
    praise="Everybody is there: an empty group has a row, and its count is 0.",
    practice=True,
)
