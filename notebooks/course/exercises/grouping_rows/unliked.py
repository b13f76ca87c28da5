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
        "You go from users to posts to likes, and no user may be lost on the way. Look at the rows "
        "of these joins for one user, before you group them.",
        "There are three kinds of rows: a post with a like; a post whose like is NULL; and, for a "
        "user who never posts, a row in which both are NULL. You want to count the second kind. "
        "`where` would lose the users who have none of it.",
        "`func.count(Post.id).filter(Like.user_id.is_(None))`, with "
        "`.outerjoin(User.posts).outerjoin(Like, Like.post_id == Post.id)`.",
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Like, Post, User
""",
    answers=(
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
            "Users who never post have 1 in your result. An outer join makes one row for them, "
            "full of NULLs, and that row is counted.",
        ),
        Mistake(
            "rows of the unliked",
            """
liked = select(Like).where(Like.post_id == Post.id).exists()
rows = select(User.username, func.count())
answer = rows.outerjoin(User.posts.and_(~liked)).group_by(User.id)
""",
            "Users without an unliked post have 1 in your result. An outer join makes one row for "
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
            "group is left. Put the condition into the count.",
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
            "all rows of the joins",
            """
rows = select(User.username, func.count(Post.id)).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
            "You count each row of the joins: a post that nobody likes once, and any other post "
            "once for each like.",
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
)
