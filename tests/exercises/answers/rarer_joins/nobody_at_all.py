from learners import Learners

LEARNERS = Learners(
    right=(
        """
readers = select(Follow.follower_id).select_from(User)
readers = readers.join(Follow, Follow.followee_id == User.id)
answer = select(User.username).where(User.id.not_in(readers))
""",
        """
readers = select(Follow.follower_id).select_from(User)
readers = readers.outerjoin(Follow, Follow.followee_id == User.id)
answer = select(User.username).where(User.id.not_in(readers.where(Follow.follower_id.is_not(None))))
""",
        """
from sqlalchemy import func

rows = select(User.username).outerjoin(Follow, Follow.follower_id == User.id)
answer = rows.group_by(User.id).having(func.count(Follow.followee_id) == 0)
""",
        "answer = select(User.username).where(~User.following.any())",
        """
readers = select(Follow.follower_id).distinct()
answer = select(User.username).where(User.id.notin_(readers))
""",
    ),
    named={
        """
readers = select(Follow.follower_id).select_from(User)
readers = readers.outerjoin(Follow, Follow.followee_id == User.id).distinct()
answer = select(User.username).where(User.id.not_in(readers))
""": "as it was",
        "answer = select(User.username).where(~User.followers.any())": "followed by nobody",
        "answer = select(User.username).where(User.following.any())": "the other half",
    },
    unnamed=(
        """
answer = select(User.username).where(~User.following.any(), ~User.followers.any())
""",
        """
answer = select(User.username).where(
    User.id.not_in(
        select(Follow.follower_id)
        .select_from(User)
        .outerjoin(Follow, Follow.follower_id == User.id)
    )
)
""",
        """
readers = select(Follow.follower_id)
answer = select(User.id).where(User.id.not_in(readers))
""",
        "answer = select(User.username).join(Follow, Follow.follower_id == User.id)",
        "answer = select(User.username).outerjoin(Follow, Follow.follower_id == User.id)",
        "answer = select(User.username)",
    ),
)
