"""A page first, and then its counts."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.work import Load, Working

EXERCISE = Exercise(
    title="The newest accounts",
    minutes=7,
    objective="count only for the rows that you show",
    task="""Return a `select()` of the three newest accounts (by `created_at`, then `id`, both
descending): `id`, `username`, and under the names `posts_count` and `retweets_count` how many posts
they wrote and how many retweets they made, 0 if none. It must not count for people who are not
shown. The check runs it on small databases. Then it counts the steps of SQLite's machine, which are
the same on every computer, with 1,000 and with 4,000 posts. (In these two databases, `users` has an
index on `created_at` and `id`, both descending.)""",
    starter="answer = ...  # your select() here",
    hints=(
        "Begin with the `select` of the three rows, with nothing counted. Does it find the right "
        "accounts?",
        "Then add one count for the posts and one for the retweets, in the row, as `count_of` "
        "makes them. What do a post and the account that wrote it have in common?",
        "A count is `select(func.count()).where(Post.owner_id == User.id).scalar_subquery()`, "
        'with `.label("posts_count")` in the select; the other compares `Retweet.user_id`.',
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Post, Retweet, User
""",
    answers=(
        """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == User.id).scalar_subquery()

answer = (
    select(
        User.id,
        User.username,
        posts.label("posts_count"),
        retweets.label("retweets_count"),
    )
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
        """
newest = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(3)
page = newest.subquery("page")


def how_many(column):
    return select(func.count()).where(column == page.c.id).scalar_subquery()


answer = select(
    page.c.id,
    page.c.username,
    how_many(Post.owner_id).label("posts_count"),
    how_many(Retweet.user_id).label("retweets_count"),
).order_by(page.c.created_at.desc(), page.c.id.desc())
""",
    ),
    mistakes=(
        Mistake(
            "whole tables",
            """
posts = select(Post.owner_id, func.count().label("n")).group_by(Post.owner_id).subquery()
retweets = select(Retweet.user_id, func.count().label("n")).group_by(Retweet.user_id).subquery()

answer = (
    select(
        User.id,
        User.username,
        func.coalesce(posts.c.n, 0).label("posts_count"),
        func.coalesce(retweets.c.n, 0).label("retweets_count"),
    )
    .outerjoin(posts, posts.c.owner_id == User.id)
    .outerjoin(retweets, retweets.c.user_id == User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
            "With four times as many posts, your statement takes far more work for the same three "
            "accounts. That happens when it counts for everybody, as a GROUP BY over a whole "
            "table does, and shows three.",
        ),
        Mistake(
            "two joins",
            """
answer = (
    select(
        User.id,
        User.username,
        func.count(Post.id).label("posts_count"),
        func.count(Retweet.post_id).label("retweets_count"),
    )
    .outerjoin(Post, Post.owner_id == User.id)
    .outerjoin(Retweet, Retweet.user_id == User.id)
    .group_by(User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
            "The two joins multiply each other: each post of a user meets each of their retweets. "
            "Count each table on its own.",
        ),
        Mistake(
            "all retweets",
            """
def count_of(model):
    return select(func.count()).where(model.post_id == Post.id).scalar_subquery()


posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
rows = select(
    User.id, User.username, posts.label("posts_count"), count_of(Retweet).label("retweets_count")
)
answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(3)
""",
            "Each account has the number of all retweets: the count isn't tied to the account. "
            "(`count_of` compares with `Post.id`, so it counts for the rows of posts.)",
        ),
        Mistake(
            "oldest",
            """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == User.id).scalar_subquery()
rows = select(
    User.id, User.username, posts.label("posts_count"), retweets.label("retweets_count")
)
answer = rows.order_by(User.created_at, User.id).limit(3)
""",
            "These are the oldest accounts. The question asks for the newest, in descending order.",
        ),
        Mistake(
            "ties",
            """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == User.id).scalar_subquery()
rows = select(
    User.id, User.username, posts.label("posts_count"), retweets.label("retweets_count")
)
answer = rows.order_by(User.created_at.desc(), User.id).limit(3)
""",
            "Where two accounts are of the same moment, the larger id should come first.",
        ),
        Mistake(
            "likes counted",
            """
from microblog.models import Like

posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
likes = select(func.count()).where(Like.user_id == User.id).scalar_subquery()
rows = select(User.id, User.username, posts.label("posts_count"), likes.label("retweets_count"))
answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(3)
""",
            "You count the likes that they gave. The question asks for retweets.",
        ),
    ),
    judge=Working(
        ordered=True,
        names=("id", "username", "posts_count", "retweets_count"),
        hidden={"email", "hashed_password", "content", "timestamp"},
        loads=(Load("With 1,000 posts", 1_000), Load("With 4,000 posts", 4_000)),
    ),
    praise="About as many steps with 4,000 posts as with 1,000: the work doesn't grow.",
)
