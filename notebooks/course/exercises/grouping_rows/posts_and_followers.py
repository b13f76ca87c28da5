"""Two counts side by side."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

POSTS = """
posts = select(Post.owner_id, func.count().label("posts"))
posts = posts.group_by(Post.owner_id).subquery("posts_by_owner")
"""
FOLLOWERS = """
followers = select(Follow.followee_id, func.count().label("followers"))
followers = followers.group_by(Follow.followee_id).subquery("followers_by_followee")
"""

EXERCISE = Exercise(
    title="Posts and followers",
    minutes=7,
    objective="count two tables side by side, without multiplying",
    task="""Select each user's `username` with how many posts they wrote and how many people follow
them. Users who have neither are included, with 0.""",
    starter="answer = ...  # your select() here",
    hints=(
        "How many rows does a user with 2 posts and 3 followers have after both joins? Print them.",
        "Use two sub-queries, one for each count. What should their rows be unique by, and which "
        "column of each belongs to the id of the user?",
        'The first is `select(Post.owner_id, func.count().label("posts"))'
        '.group_by(Post.owner_id).subquery("posts_by_owner")`; the second does the same with '
        "`Follow.followee_id`. Join both to the users with a left join, and put "
        "`func.coalesce(…, 0)` around each count.",
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Follow, Post, User
""",
    answers=(
        POSTS
        + FOLLOWERS
        + """
wrote, followed = func.coalesce(posts.c.posts, 0), func.coalesce(followers.c.followers, 0)
rows = select(User.username, wrote, followed)
rows = rows.outerjoin(posts, posts.c.owner_id == User.id)
answer = rows.outerjoin(followers, followers.c.followee_id == User.id)
""",
        """
posts = select(func.count()).where(Post.owner_id == User.id)
followers = select(func.count()).where(Follow.followee_id == User.id)
answer = select(User.username, posts.scalar_subquery(), followers.scalar_subquery())
""",
        """
posts = func.count(Post.id.distinct())
followers = func.count(Follow.follower_id.distinct())
rows = select(User.username, posts, followers).outerjoin(User.posts)
answer = rows.outerjoin(Follow, Follow.followee_id == User.id).group_by(User.id)
""",
    ),
    mistakes=(
        Mistake(
            "two joins",
            """
rows = select(User.username, func.count(Post.id), func.count(Follow.follower_id))
rows = rows.outerjoin(User.posts).outerjoin(Follow, Follow.followee_id == User.id)
answer = rows.group_by(User.id)
""",
            "The two joins multiply each other: 2 posts and 3 followers make 6 rows, so both "
            "counts are 6. Count each table before you join it.",
        ),
        Mistake(
            "inner joins",
            POSTS
            + FOLLOWERS
            + """
rows = select(User.username, posts.c.posts, followers.c.followers)
rows = rows.join(posts, posts.c.owner_id == User.id)
answer = rows.join(followers, followers.c.followee_id == User.id)
""",
            "Users without a post, and users without a follower, are missing. Which join keeps the "
            "left side?",
        ),
        Mistake(
            "rows",
            """
posts = select(User.id, func.count().label("posts")).outerjoin(User.posts)
posts = posts.group_by(User.id).subquery("posts_of_users")
followers = select(User.id, func.count().label("followers"))
followers = followers.outerjoin(Follow, Follow.followee_id == User.id)
followers = followers.group_by(User.id).subquery("followers_of_users")
rows = select(User.username, posts.c.posts, followers.c.followers)
answer = rows.join(posts, posts.c.id == User.id).join(followers, followers.c.id == User.id)
""",
            "Users without a post have 1 in your result, and so have users without a follower. A "
            "left join makes one row for them, and count() counts rows. Count a column of the "
            "right table.",
        ),
        Mistake(
            "no coalesce",
            POSTS
            + FOLLOWERS
            + """
rows = select(User.username, posts.c.posts, followers.c.followers)
rows = rows.outerjoin(posts, posts.c.owner_id == User.id)
answer = rows.outerjoin(followers, followers.c.followee_id == User.id)
""",
            "Some counts in your result are NULL, where the question asks for 0. A user who is in "
            "no row of a sub-query gets NULL from the left join with it.",
        ),
        Mistake(
            "the other direction",
            """
posts = select(func.count()).where(Post.owner_id == User.id)
follows = select(func.count()).where(Follow.follower_id == User.id)
answer = select(User.username, posts.scalar_subquery(), follows.scalar_subquery())
""",
            "You count how many people each user follows. The question asks how many follow them.",
        ),
        Mistake(
            "the wrong way round",
            """
posts = select(func.count()).where(Post.owner_id == User.id)
followers = select(func.count()).where(Follow.followee_id == User.id)
answer = select(User.username, followers.scalar_subquery(), posts.scalar_subquery())
""",
            "The two numbers have changed places. The question asks for the posts first, then the "
            "followers.",
        ),
        Mistake(
            "everybody's",
            """
posts = select(func.count()).select_from(Post)
followers = select(func.count()).select_from(Follow)
answer = select(User.username, posts.scalar_subquery(), followers.scalar_subquery())
""",
            "Every user gets the counts of the whole tables. Which condition ties an inner "
            "select() to the user of the outer row?",
        ),
    ),
    judge=Selecting(),
    praise="Both counts are right, also for users who have several posts and several followers.",
)
