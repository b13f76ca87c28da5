from learners import Learners

NEWEST = "select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(2)"
JOINED = "select(newest.c.id, Like.user_id).outerjoin(Like, Like.post_id == newest.c.id)"

LEARNERS = Learners(
    right=(
        f"newest = {NEWEST}.subquery('newest')\nanswer = {JOINED}.order_by(newest.c.id)",
        f"newest = {NEWEST}.cte()\nanswer = {JOINED}",
        f"newest = {NEWEST}.subquery()\n"
        "rows = select(Post.id, Like.user_id).join(newest, newest.c.id == Post.id)\n"
        "answer = rows.outerjoin(Like, Like.post_id == Post.id)",
        f"newest = {NEWEST}.add_columns(Post.timestamp).subquery()\nanswer = {JOINED}",
    ),
    named={
        f"newest = {NEWEST}.subquery()\n"
        "answer = select(Like.post_id, Like.user_id)"
        ".where(Like.post_id.in_(select(newest.c.id)))": "inner join",
        "answer = select(Post.id, Like.user_id).join(Like, Like.post_id == Post.id, isouter=True)"
        ".order_by(Post.timestamp.desc(), Post.id.desc()).limit(2)": "limit after the join",
        "top = select(Post.id).order_by(Post.id.desc()).limit(2)\n"
        "rows = select(Post.id, Like.user_id).outerjoin(Like, Like.post_id == Post.id)\n"
        "answer = rows.where(Post.id.in_(top))": "by id",
    },
    unnamed=(
        "newest = select(Post.id).order_by(Post.timestamp.desc()).limit(1).subquery()\n"
        f"answer = {JOINED}",
        "newest = select(Post.id).order_by(Post.timestamp.desc(), Post.id).limit(2).subquery()\n"
        f"answer = {JOINED}",
        f"newest = {NEWEST}.subquery()\nanswer = select(newest.c.id)",
        f"newest = {NEWEST}.subquery()\n"
        "answer = select(newest.c.id, Like.post_id)"
        ".outerjoin(Like, Like.post_id == newest.c.id)",
        f"newest = {NEWEST}.subquery()\n"
        "answer = select(newest.c.id, Like.user_id)"
        ".outerjoin(Like, Like.user_id == newest.c.id)",
        "newest = select(Post.id).order_by(Post.timestamp.desc()).limit(3).subquery()\n"
        f"answer = {JOINED}",
        f"answer = {NEWEST}",
    ),
)
