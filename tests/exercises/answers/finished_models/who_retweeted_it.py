from learners import Learners

ROWS = "rows = select(User.id, User.username).join(Retweet, Retweet.user_id == User.id)\n"
OF_POST = "rows = rows.where(Retweet.post_id == bindparam('post_id'))\n"
ORDERED = "answer = rows.order_by(User.id.desc())"

LEARNERS = Learners(
    right=(
        f"{ROWS}{OF_POST}{ORDERED}",
        "rows = select(User.id, User.username).join(Post.retweeters)\n"
        f"rows = rows.where(Post.id == bindparam('post_id'))\n{ORDERED}",
        "who = select(Retweet.user_id).where(Retweet.post_id == bindparam('post_id'))\n"
        f"rows = select(User.id, User.username).where(User.id.in_(who))\n{ORDERED}",
        f"{ROWS}{OF_POST}answer = rows.order_by(Retweet.user_id.desc())",
    ),
    named={
        f"{ROWS}{OF_POST}answer = rows.order_by(User.id.asc())": "the other way round",
        "rows = select(User.id, User.username).join(Post.likers)\n"
        f"rows = rows.where(Post.id == bindparam('post_id'))\n{ORDERED}": "likes",
        "rows = select(User.id, User.username).select_from(Post).join(Post.owner)\n"
        f"rows = rows.where(Post.id == bindparam('post_id'))\n{ORDERED}": "the author",
    },
    unnamed=(
        f"{ROWS}{OF_POST}answer = rows",
        f"{ROWS}rows = rows.where(Retweet.post_id == 3709)\n{ORDERED}",
        f"{ROWS}{ORDERED}",
        f"{ROWS}{OF_POST}answer = rows.order_by(User.username)",
        f"{ROWS}{OF_POST}answer = rows.order_by(User.id.desc()).limit(1)",
        f"{ROWS}rows = rows.where(Retweet.post_id != bindparam('post_id'))\n{ORDERED}",
        "rows = select(User.username, User.id).join(Retweet, Retweet.user_id == User.id)\n"
        f"{OF_POST}{ORDERED}",
    ),
)
