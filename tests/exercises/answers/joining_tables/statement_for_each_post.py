from learners import Learners

SORTED = "sorted(user.username for user in post.likers)"

LEARNERS = Learners(
    right=(
        f"""
from sqlalchemy.orm import subqueryload


def likers_of_each(session):
    posts = session.scalars(select(Post).options(subqueryload(Post.likers)).order_by(Post.id)).all()
    return [(post.id, {SORTED}) for post in posts]
""",
        f"""
def likers_of_each(session):
    posts = session.scalars(select(Post).options(selectinload(Post.likers)))
    return sorted((post.id, {SORTED}) for post in posts)
""",
        f"""
def likers_of_each(session):
    found = []
    for post in session.query(Post).options(selectinload(Post.likers)).order_by(Post.id):
        found.append([post.id, {SORTED}])
    return found
""",
        """
def likers_of_each(session):
    names = dict(session.execute(select(User.id, User.username)).all())
    rows = select(Post.id, Like.user_id).outerjoin(Like, Like.post_id == Post.id).order_by(Post.id)
    likers = {}
    for post_id, user_id in session.execute(rows):
        likers.setdefault(post_id, [])
        likers[post_id] += [names[user_id]] if user_id else []
    return [(post_id, sorted(found)) for post_id, found in likers.items()]
""",
    ),
    named={
        f"""
from sqlalchemy.orm import lazyload


def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(lazyload(Post.likers))).all()
    return [(post.id, {SORTED}) for post in posts]
""": "as it was",
        """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(p.id, sorted(u.username for u in p.likers)) for p in posts if p.likers]
""": "inner join",
    },
    unnamed=(
        """
def f(session):
    ps = session.scalars(select(Post).options(selectinload(Post.likers)).order_by(Post.id))
    return ((p.id, sorted(u.username for u in p.likers)) for p in ps)
""",
        """
def f(session):
    ps = session.scalars(
        select(Post).options(selectinload(Post.likers)).order_by(Post.id).limit(20)
    )
    return [(p.id, sorted(u.username for u in p.likers)) for p in ps]
""",
        """
def f(session):
    ps = session.scalars(select(Post).options(selectinload(Post.likers)))
    return [(p.id, [u.username for u in p.likers]) for p in ps]
""",
        """
def likers_of_each(session):
    posts = session.scalars(select(Post).options(selectinload(Post.likers)))
    return [(p.id, [u.username for u in p.likers]) for p in posts]
""",
        f"""
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.owner)))
    return [(post.id, {SORTED}) for post in posts]
""",
        f"""
def likers_of_each(session):
    newest = select(Post).order_by(Post.id.desc())
    posts = session.scalars(newest.options(selectinload(Post.likers)))
    return [(post.id, {SORTED}) for post in posts]
""",
        """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return [(post.id, sorted(user.id for user in post.likers)) for post in posts]
""",
        """
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    print([(post.id, [user.username for user in post.likers]) for post in posts])
""",
        f"""
def likers_of_each(session):
    posts = session.scalars(select(Post).order_by(Post.id).options(selectinload(Post.likers)))
    return {{post.id: {SORTED} for post in posts}}
""",
        "answer = 21",
    ),
)
