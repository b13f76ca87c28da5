from learners import Learners

COLUMNS = "select(Retweet.post_id, User.username)"

LEARNERS = Learners(
    right=(
        f"answer = {COLUMNS}.join(User, Retweet.user_id == User.id)",
        f"answer = {COLUMNS}.where(User.id == Retweet.user_id)",
        f"answer = {COLUMNS}.select_from(Retweet).outerjoin(User, User.id == Retweet.user_id)",
        "who = select(User.id, User.username).subquery()\n"
        "answer = select(Retweet.post_id, who.c.username).join(who, who.c.id == Retweet.user_id)",
        f"answer = {COLUMNS}.join(User, User.id == Retweet.user_id).order_by(Retweet.timestamp)",
    ),
    named={
        f"answer = {COLUMNS}.join(Retweet, Retweet.post_id == User.id)": "a post's id",
        """
rows = select(Post.id, User.username).join(Post.owner)
answer = rows.join(Retweet, Retweet.post_id == Post.id)
""": "the author",
        "answer = select(Post.id, User.username).join(Post.likers)": "likes",
        f"answer = {COLUMNS}.join(User, Retweet.user_id != User.id)": "everybody else",
    },
    unnamed=(
        "answer = select(Retweet.post_id, Retweet.user_id)",
        "answer = select(User.username, Retweet.post_id).join(User, User.id == Retweet.user_id)",
        f"answer = {COLUMNS}.join(User, User.id == Retweet.user_id).limit(2)",
        f"answer = {COLUMNS}.join(User, User.id > Retweet.user_id)",
        f"answer = {COLUMNS}.join(User, User.id == Retweet.user_id).where(Retweet.post_id == 3709)",
        "answer = select(Retweet.post_id).join(User, User.id == Retweet.user_id)",
        "answer = 'User, User.id == Retweet.user_id'",
    ),
)
