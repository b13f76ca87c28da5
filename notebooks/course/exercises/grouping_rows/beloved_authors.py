"""A join, two counts, a sum, a condition on groups and an order."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, made, no_rows, post, user
from course.judges.selects import Selecting

LIKES = """
likes = select(Like.post_id, func.count().label("likes"))
likes = likes.group_by(Like.post_id).subquery("likes_by_post")
"""
ROWS = """
posts, total = func.count(Post.id), func.coalesce(func.sum(likes.c.likes), 0)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(likes, likes.c.post_id == Post.id).group_by(User.id)
"""


def authors() -> Iterator[Rows]:
    """Also databases in which nobody likes anything, so that the names decide; one is large."""
    yield from databases()
    for seed in (11, 13, 17):
        rows = made(users=5, posts=9, seed=seed)
        yield rows | {"likes": []}
        yield rows
    users = [user(n, f"author{n}") for n in range(12)]
    yield no_rows() | {"users": users, "posts": [post(n, "Dark.", n % 12) for n in range(24)]}


EXERCISE = Exercise(
    title="Beloved authors",
    minutes=9,
    objective="count two tables side by side, without multiplying",
    task="""Which authors do people like most? Select the `username` of each user with at least two
posts, how many posts they wrote, and how many likes these have together, 0 if nobody likes any.
Most likes first; of authors with equally many likes, the one whose name comes first.""",
    starter="answer = ...  # your select() here",
    hints=(
        "You count two tables, posts and likes, and a like belongs to a post. What should each row "
        "be about, a user, a post or a like, before you add anything up?",
        "Make a sub-query with the likes of each post, and join it to the posts of each user: one "
        "row for each post. Then group by user, count, and sum. Which posts would an inner join "
        "lose, and what is the sum of nothing?",
        'With `likes = select(Like.post_id, func.count().label("likes"))'
        '.group_by(Like.post_id).subquery("likes_by_post")`: users, `.join(User.posts)`, '
        "`.outerjoin(likes, likes.c.post_id == Post.id)`, `.group_by(User.id)`, "
        "`.having(func.count(Post.id) >= 2)`, and as the third column "
        "`func.coalesce(func.sum(likes.c.likes), 0)`, by which you also sort.",
    ),
    imports="""
from sqlalchemy import distinct, func, select

from microblog.models import Like, Post, User
""",
    answers=(
        LIKES + ROWS + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)",
        """
posts, total = func.count(distinct(Post.id)), func.count(Like.user_id)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
    ),
    mistakes=(
        Mistake(
            "posts multiplied",
            """
posts, total = func.count(Post.id), func.count(Like.user_id)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "The likes are right, but there are too many posts: a post with three likes is in "
            "three rows of the join. Count the likes of each post first.",
        ),
        Mistake(
            "unliked posts lost",
            LIKES
            + """
posts, total = func.count(Post.id), func.sum(likes.c.likes)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.join(likes, likes.c.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "Posts that nobody likes are not counted: an inner join loses them.",
        ),
        Mistake(
            "no coalesce",
            LIKES
            + """
posts, total = func.count(Post.id), func.sum(likes.c.likes)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(likes, likes.c.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "Authors whose posts nobody likes have NULL likes in your result, which is the sum of "
            "nothing. The question asks for 0.",
        ),
        Mistake(
            "ties",
            LIKES + ROWS + "answer = rows.having(posts >= 2).order_by(total.desc())",
            "Authors with equally many likes aren't in the order of their names. If order_by() "
            "says nothing about them, the database may return them in any order.",
        ),
        Mistake(
            "least first",
            LIKES + ROWS + "answer = rows.having(posts >= 2).order_by(total, User.username)",
            "The authors with the fewest likes come first. The question asks for most likes first.",
        ),
        Mistake(
            "two likes",
            LIKES + ROWS + "answer = rows.having(total >= 2).order_by(total.desc(), User.username)",
            "You choose the authors by their likes. The question asks for those with at least two "
            "posts.",
        ),
        Mistake(
            "everybody",
            LIKES + ROWS + "answer = rows.order_by(total.desc(), User.username)",
            "Authors with a single post are in your result. Which method chooses among groups?",
        ),
        Mistake(
            "rows chosen",
            """
posts, total = func.count(distinct(Post.id)), func.count(Like.user_id)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
answer = rows.having(func.count() >= 2).order_by(total.desc(), User.username)
""",
            "An author with a single post is in your result if that post has two likes or more: it "
            "is in as many rows of the join. Choose the authors by the number of their posts.",
        ),
        Mistake(
            "the best post",
            LIKES
            + """
posts, total = func.count(Post.id), func.coalesce(func.max(likes.c.likes), 0)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(likes, likes.c.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "The third column is the likes of each author's best post. The question asks for those "
            "of all posts together.",
        ),
        Mistake(
            "liked posts",
            LIKES
            + """
posts, total = func.count(Post.id), func.count(likes.c.likes)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(likes, likes.c.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "The third column is how many posts of each author have likes. The question asks for "
            "their likes together.",
        ),
        Mistake(
            "people",
            """
posts, total = func.count(distinct(Post.id)), func.count(distinct(Like.user_id))
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
answer = rows.having(posts >= 2).order_by(total.desc(), User.username)
""",
            "You count the people who like something by the author, each once. Somebody who likes "
            "two posts gave two likes.",
        ),
    ),
    judge=Selecting(ordered=True, on=authors),
    praise="Two counts, a condition on groups and an order, all in one statement.",
)
