from learners import Learners

NEWEST = ".order_by(Post.timestamp.desc(), Post.id.desc())"


def function(*lines: str) -> str:
    return "\n    ".join(("def newest_with_likes(session):", *lines))


LEARNERS = Learners(
    right=(
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.join(Like, Like.post_id == Post.id, isouter=True).group_by(Post.id)",
            f"return [tuple(row) for row in session.execute(rows{NEWEST})]",
        ),
        function(
            "n = select(Like.post_id, func.count().label('n')).group_by(Like.post_id).subquery()",
            "rows = select(Post.id, User.username, func.coalesce(n.c.n, 0)).join(Post.owner)",
            "rows = rows.outerjoin(n, n.c.post_id == Post.id)",
            f"return list(session.execute(rows{NEWEST}))",
        ),
        function(
            "rows = select(Post.id, User.username, Like.user_id).join(Post.owner)",
            f"rows = rows.outerjoin(Like, Like.post_id == Post.id){NEWEST}",
            "found = {}",
            "for post_id, name, liker in session.execute(rows):",
            "    post_id, name, n = found.get(post_id, (post_id, name, 0))",
            "    found[post_id] = post_id, name, n + (liker is not None)",
            "return list(found.values())",
        ),
        function(
            "likes = func.count(Like.user_id)",
            "query = session.query(Post.id, User.username, likes).join(Post.owner)",
            f"query = query.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id){NEWEST}",
            "return query.all()",
        ),
        "import pandas as pd\n\n\n"
        + function(
            "n = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()",
            f"rows = select(Post.id, User.username, n.label('n')).join(Post.owner){NEWEST}",
            "frame = pd.read_sql(rows, session.connection())",
            "return list(frame.itertuples(index=False, name=None))",
        ),
    ),
    named={
        function(
            "found = []",
            f"posts = select(Post.id, User.username).join(User){NEWEST}",
            "posts = session.execute(select(Post.id, User.username).join(Post.owner)",
            f"    {NEWEST}).all()",
            "for post_id, name in posts:",
            "    likes = select(func.count()).where(Like.post_id == post_id)",
            "    found.append((post_id, name, session.scalar(likes)))",
            "return found",
        ): "only the owners joined",
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.where(Like.post_id == Post.id).group_by(Post.id)",
            f"return session.execute(rows{NEWEST}).all()",
        ): "inner join",
        function(
            "rows = select(Post.id, User.username, func.count(Post.id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            f"return session.execute(rows{NEWEST}).all()",
        ): "rows",
        function(
            "n = select(Like.post_id, func.count().label('n')).group_by(Like.post_id).subquery()",
            "rows = select(Post.id, User.username, n.c.n).join(Post.owner)",
            "rows = rows.join(n, n.c.post_id == Post.id, isouter=True)",
            f"return list(session.execute(rows{NEWEST}))",
        ): "no coalesce",
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            "return session.execute(rows.order_by(Post.timestamp.desc())).all()",
        ): "ties",
        function(
            "n = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()",
            "rows = select(Post.id, User.username, n).join(Post.owner)",
            "return sorted(map(tuple, session.execute(rows)), reverse=True)",
        ): "by id",
    },
    unnamed=(
        """
def newest_with_likes(session):
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    return session.execute(
        select(Post.id, User.username, likes)
        .join(Post.owner)
        .order_by(Post.timestamp.desc(), Post.id.desc())
    )
""",
        """
def newest_with_likes(session):
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    return session.execute(
        select(Post.id, User.username, likes)
        .join(Post.owner)
        .order_by(Post.timestamp.desc(), Post.id.desc())
        .limit(20)
    ).all()
""",
        function(
            f"posts = session.scalars(select(Post){NEWEST})",
            "return [(post.id, post.owner.username, len(post.likers)) for post in posts]",
        ),
        "from sqlalchemy.orm import joinedload, selectinload\n\n\n"
        + function(
            "load = joinedload(Post.owner), selectinload(Post.likers)",
            f"posts = session.scalars(select(Post).options(*load){NEWEST})",
            "return [(post.id, post.owner.username, len(post.likers)) for post in posts]",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            f"return rows{NEWEST}",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)",
            f"return session.execute(rows{NEWEST}).all()",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id)",
            f"return session.execute(rows{NEWEST}).all()",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            "return session.execute(rows.order_by(Post.timestamp, Post.id)).all()",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(User.posts)",
            "rows = rows.outerjoin(Like, Like.user_id == User.id).group_by(Post.id)",
            f"return session.execute(rows{NEWEST}).all()",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            f"return session.scalars(rows{NEWEST}).all()",
        ),
        function(
            "rows = select(Post.id, User.username, func.count(Like.user_id)).join(Post.owner)",
            "rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)",
            f"print(session.execute(rows{NEWEST}).all())",
        ),
    ),
)
