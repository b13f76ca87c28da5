from learners import Learners

COUNT = 'func.count().label("likes")'

LEARNERS = Learners(
    right=(
        f'answer = select(Like.user_id, {COUNT}).group_by("user_id")',
        'answer = select(Like.user_id, func.count("*").label("likes")).group_by(Like.user_id)',
        """
answer = select(Like.user_id, func.count(Like.post_id.distinct()).label("likes"))
answer = answer.group_by(Like.user_id).order_by(Like.user_id)
""",
        f"""
answer = select(User.id.label("user_id"), {COUNT}).join(Like, Like.user_id == User.id)
answer = answer.group_by(User.id)
""",
        'answer = select(Like.user_id, func.count(Like.user_id).label("likes"))'
        ".group_by(Like.user_id)",
    ),
    named={
        f'answer = select(Like.user_id, {COUNT}).group_by("post_id")': "by post",
        f"answer = select(Like.user_id, {COUNT}).group_by(Like.post_id, Like.user_id)": "by like",
        f"answer = select(Like.user_id, {COUNT}).group_by()": "one group",
        'answer = select(Like.user_id, func.sum(Like.post_id).label("likes"))'
        '.group_by("user_id")': "the sum of the ids",
        """
likes = select(func.count()).where(Like.user_id == User.id).scalar_subquery().label("likes")
answer = select(User.id.label("user_id"), likes)
""": "everybody",
        'answer = select(Post.owner_id.label("user_id"), func.count(Like.user_id).label("likes"))'
        ".join(Like, Like.post_id == Post.id).group_by(Post.owner_id)": "likes received",
    },
    unnamed=(
        "answer = select(Like.user_id, func.count()).group_by(Like.user_id)",
        f"answer = select(Like.post_id, {COUNT}).group_by(Like.post_id)",
        'answer = select(Like.user_id, func.max(Like.post_id).label("likes"))'
        ".group_by(Like.user_id)",
        f"answer = select({COUNT}, Like.user_id).group_by(Like.user_id)",
        f"answer = select(Like.user_id, {COUNT}).group_by(Like.user_id).having(func.count() > 1)",
        f"answer = select(Like.user_id, {COUNT}).group_by(Like.user_id).limit(1)",
        "answer = select(Like.user_id)",
    ),
)
