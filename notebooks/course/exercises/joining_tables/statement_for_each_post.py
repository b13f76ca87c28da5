"""N + 1: one statement for each row, repaired with a loader."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.loading import Loading

EXERCISE = Exercise(
    title="A statement for each post",
    minutes=6,
    objective="walk from object to object, and count the statements that it costs",
    task="""The function in the next cell takes a session and returns a list: for each post, in
the order of the ids, a tuple of its `id` and the sorted names of those who like it. Its result is
right. But for 20 posts it sends 21 statements. Repair it, so that two are enough.""",
    starter="""def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]


answer = ...  # repair the function, then: likers_of_each""",
    hints=(
        "Which attribute sends a statement each time around the loop?",
        "Tell the first statement which objects you are going to need. Of the two loaders in this "
        "notebook, which one needs `unique`?",
        "Add one call to the statement: `.options(selectinload(Post.likers))`.",
    ),
    imports="""
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from microblog.models import Like, Post, User
""",
    answers=(
        """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]
""",
        """
def likers_of_each(session):
    rows = session.scalars(select(Post).order_by(Post.id).options(joinedload(Post.likers)))
    return [(post.id, sorted(user.username for user in post.likers)) for post in rows.unique()]
""",
        """
def likers_of_each(session):
    rows = select(Post.id, User.username).outerjoin(Post.likers).order_by(Post.id)
    likers = {}
    for post_id, name in session.execute(rows):
        likers.setdefault(post_id, []).append(name)
    return [(post_id, sorted(filter(None, names))) for post_id, names in likers.items()]
""",
        """
def likers_of_each(session):
    likers = {post_id: [] for post_id in session.scalars(select(Post.id).order_by(Post.id))}
    pairs = select(Like.post_id, User.username).join(User, User.id == Like.user_id)
    for post_id, name in session.execute(pairs):
        likers[post_id].append(name)
    return [(post_id, sorted(names)) for post_id, names in likers.items()]
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]
""",
            "post.likers sends a statement for each post. Load the likers together with the posts.",
        ),
        Mistake(
            "no unique",
            """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(joinedload(Post.likers)))
    return [(post.id, sorted(user.username for user in post.likers)) for post in posts]
""",
            "Nearly: with joinedload() a post comes in as many rows as it has likers.",
        ),
        Mistake(
            "inner join",
            """
def likers_of_each(session):
    rows = select(Post.id, User.username).join(Post.likers).order_by(Post.id)
    likers = {}
    for post_id, name in session.execute(rows):
        likers.setdefault(post_id, []).append(name)
    return [(post_id, sorted(names)) for post_id, names in likers.items()]
""",
            "Posts that nobody likes are missing. They belong in the list, with no names.",
        ),
        Mistake(
            "a row for each like",
            """
def likers_of_each(session):
    rows = select(Post.id, User.username).outerjoin(Post.likers).order_by(Post.id)
    return [(post_id, [name] if name else []) for post_id, name in session.execute(rows)]
""",
            "A post comes once for each like. Collect the names of its rows in one list.",
        ),
        Mistake(
            "unsorted names",
            """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(post.id, [user.username for user in post.likers]) for post in posts]
""",
            "Everything is there, but the names of a post aren't sorted.",
        ),
    ),
    judge=Loading(most=2, tables=("users", "posts", "likes")),
    praise="Two statements at most, and no longer one for each post.",
)
