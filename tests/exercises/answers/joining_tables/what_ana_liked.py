from learners import Learners

OUTER = "answer = select(Post.id).where"

LEARNERS = Learners(
    right=(
        f"{OUTER}(select(Like).where(Like.user_id == 2, Post.id == Like.post_id).exists())",
        f"{OUTER}(select(Like).where((Like.post_id == Post.id) & (Like.user_id == 2)).exists())",
        "from microblog.models import User\n\n" + f"{OUTER}(Post.likers.any(User.id == 2))",
        "answer = select(Like.post_id).where(Like.user_id == 2)",
        f"{OUTER}(Post.id.in_(select(Like.post_id).where(Like.user_id == 2))).order_by(Post.id)",
    ),
    named={
        f"{OUTER}(Post.id.in_(select(Like.post_id)))": "anybody's like",
        "from sqlalchemy import exists\n\n"
        + f"{OUTER}(exists().where(Like.user_id == 2))": "no tie to the post",
        f"{OUTER}(Post.owner_id == 2, Post.likers.any())": "Ana's own posts",
        f"{OUTER}(select(Like).where(Like.post_id == 3709, Like.user_id == 2).exists())": (
            "no post at all"
        ),
    },
    unnamed=(
        f"{OUTER}(Post.owner_id == 2)",
        f"{OUTER}(~select(Like).where(Like.post_id == Post.id, Like.user_id == 2).exists())",
        f"{OUTER}(select(Like).where(Like.post_id == Post.id, Like.user_id == 1).exists())",
        f"{OUTER}(select(Like).where(Like.post_id == Post.id, Like.user_id != 2).exists())",
        "answer = select(Like.user_id).where(Like.post_id == 2)",
        "answer = select(Post.id, Post.owner_id).join(Like, Like.post_id == Post.id)",
        "answer = select(Post.id)",
    ),
)
