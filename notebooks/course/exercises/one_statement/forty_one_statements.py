"""A list in one statement, instead of two for each row."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.loading import Loading

EXERCISE = Exercise(
    title="Forty-one statements",
    minutes=5,
    objective="read a page in one statement, and say what more of them cost",
    task="""`newest_with_likes(session)` returns a list with a tuple for each post: its `id`, the
`username` of its owner, and how many likes it has, 0 included. The newest post comes first; of two
posts of the same moment, the one with the higher id. The list is right, but for 20 posts it takes
41 statements. Write it with a single one.""",
    starter="""def newest_with_likes(session):
    found = []
    for post in session.scalars(select(Post).order_by(Post.timestamp.desc(), Post.id.desc())):
        owner = select(User.username).where(User.id == post.owner_id)
        likes = select(func.count()).where(Like.post_id == post.id)
        found.append((post.id, session.scalar(owner), session.scalar(likes)))
    return found


answer = ...  # repair the function, then: newest_with_likes""",
    hints=(
        "Forget the loop, and think of the table that you want: three columns, a row for each "
        "post. Which statement gives you that table?",
        "Join the posts with their owners, and with their likes such that unliked posts are kept. "
        "Then make a group for each post. Which column do you count? The order stays.",
        "`select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)"
        ".outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)`, with the same "
        "order as before; `session.execute(…).all()` is the list.",
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Like, Post, User
""",
    answers=(
        """
def newest_with_likes(session):
    rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)
    rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()
""",
        """
def newest_with_likes(session):
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    rows = select(Post.id, User.username, likes).join(Post.owner)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
def newest_with_likes(session):
    found = []
    for post in session.scalars(select(Post).order_by(Post.timestamp.desc(), Post.id.desc())):
        owner = select(User.username).where(User.id == post.owner_id)
        likes = select(func.count()).where(Like.post_id == post.id)
        found.append((post.id, session.scalar(owner), session.scalar(likes)))
    return found
""",
            "Each time around the loop sends two statements. Let the database join and count.",
        ),
        Mistake(
            "only the owners joined",
            """
def newest_with_likes(session):
    posts = select(Post.id, User.username).join(Post.owner)
    found = []
    for post in session.execute(posts.order_by(Post.timestamp.desc(), Post.id.desc())).all():
        likes = select(func.count()).where(Like.post_id == post.id)
        found.append((post.id, post.username, session.scalar(likes)))
    return found
""",
            "The owners come with the posts now, but each post still sends a statement for its "
            "likes.",
        ),
        Mistake(
            "inner join",
            """
def newest_with_likes(session):
    rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)
    rows = rows.join(Like, Like.post_id == Post.id).group_by(Post.id, User.id)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()
""",
            "Posts that nobody likes are missing. Which join keeps the left side?",
        ),
        Mistake(
            "rows",
            """
def newest_with_likes(session):
    rows = select(Post.id, User.username, func.count()).join(Post.owner)
    rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()
""",
            "A post that nobody likes has 1 in your result. A left join makes one row for it, "
            "and count() counts rows.",
        ),
        Mistake(
            "no coalesce",
            """
def newest_with_likes(session):
    likes = select(Like.post_id, func.count().label("n")).group_by(Like.post_id).subquery()
    rows = select(Post.id, User.username, likes.c.n).join(Post.owner)
    rows = rows.outerjoin(likes, likes.c.post_id == Post.id)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc())).all()
""",
            "A post that nobody likes has None, which is NULL, in your list. The question asks for "
            "0.",
        ),
        Mistake(
            "a row for each like",
            """
def newest_with_likes(session):
    rows = select(Post.id, User.username, Like.user_id).join(Post.owner)
    rows = rows.outerjoin(Like, Like.post_id == Post.id)
    rows = session.execute(rows.order_by(Post.timestamp.desc(), Post.id.desc()))
    return [(post_id, name, int(liker is not None)) for post_id, name, liker in rows]
""",
            "A post comes once for each like. Make a group of its rows, and count.",
        ),
        Mistake(
            "ties",
            """
def newest_with_likes(session):
    rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)
    rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)
    return session.execute(rows.order_by(Post.timestamp.desc(), Post.id)).all()
""",
            "Of two posts of the same moment, the one with the lower id comes first here. If "
            "order_by() says nothing about them, the database may return them in any order.",
        ),
        Mistake(
            "by id",
            """
def newest_with_likes(session):
    rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)
    rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id, User.id)
    return session.execute(rows.order_by(Post.id.desc())).all()
""",
            "The rows are right, but they are in the order of the ids. A post may have a higher id "
            "and yet an earlier time.",
        ),
    ),
    judge=Loading(most=1, tables=("users", "posts", "likes")),
    praise="One statement, for one post or for a page of a hundred.",
)
