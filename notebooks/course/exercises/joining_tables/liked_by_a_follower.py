"""A semi-join on two tables at once."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Liked by a follower",
    minutes=7,
    objective="find the rows that have a partner, or none, each once",
    task="""Select the `id` of each post that at least one follower of its author likes, each
post once. A like by somebody who does not follow the author does not count.""",
    starter="answer = ...  # your select() here",
    hints=(
        "To have each post once, begin with `select(Post.id)` and no join. What do you have to ask "
        "about each post?",
        "The question about one post needs a like and a follow together: `select(Like)` joined "
        "with `Follow`. Which two columns say that the person who likes is the one who follows?",
        "`select(Like).join(Follow, Follow.follower_id == Like.user_id)`, with "
        "`.where(Like.post_id == Post.id, Follow.followee_id == Post.owner_id)`; use its "
        "`.exists()` as the condition on the posts.",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Follow, Like, Post
""",
    answers=(
        """
liked = (
    select(Like)
    .join(Follow, Follow.follower_id == Like.user_id)
    .where(Like.post_id == Post.id, Follow.followee_id == Post.owner_id)
)
answer = select(Post.id).where(liked.exists())
""",
        """
follows_the_author = (Follow.follower_id == Like.user_id) & (Follow.followee_id == Post.owner_id)
answer = (
    select(Post.id)
    .join(Like, Like.post_id == Post.id)
    .join(Follow, follows_the_author)
    .distinct()
)
""",
        """
fans = select(Follow.follower_id).where(Follow.followee_id == Post.owner_id)
liked = select(Like).where(Like.post_id == Post.id, Like.user_id.in_(fans.correlate(Post)))
answer = select(Post.id).where(liked.exists())
""",
    ),
    mistakes=(
        Mistake(
            "a join",
            """
follows_the_author = (Follow.follower_id == Like.user_id) & (Follow.followee_id == Post.owner_id)
answer = select(Post.id).join(Like, Like.post_id == Post.id).join(Follow, follows_the_author)
""",
            "A post comes once for each follower who likes it. A join pairs rows; exists() only "
            "asks whether there is one.",
        ),
        Mistake(
            "any like",
            """
liked = select(Like).where(Like.post_id == Post.id)
answer = select(Post.id).where(liked.exists())
""",
            "These are the posts that anybody likes, whether they follow the author or not.",
        ),
        Mistake(
            "the other direction",
            """
liked = (
    select(Like)
    .join(Follow, Follow.followee_id == Like.user_id)
    .where(Like.post_id == Post.id, Follow.follower_id == Post.owner_id)
)
answer = select(Post.id).where(liked.exists())
""",
            "These are the posts that are liked by somebody whom the author follows. The question "
            "asks for likes by those who follow the author.",
        ),
        Mistake(
            "a follower of anybody",
            """
liked = select(Like).join(Follow, Follow.follower_id == Like.user_id)
answer = select(Post.id).where(liked.where(Like.post_id == Post.id).exists())
""",
            "These are the posts that are liked by somebody who follows anyone at all. It must be "
            "the author of this post: compare followee_id with owner_id.",
        ),
        Mistake(
            "one exists inside the other",
            """
follows = select(Follow).where(Follow.follower_id == Like.user_id)
follows = follows.where(Follow.followee_id == Post.owner_id)
liked = select(Like).where(Like.post_id == Post.id, follows.exists())
answer = select(Post.id).where(liked.exists())
""",
            "Your inner condition isn't about the post of the outer row: the follow may be of the "
            "author of any post. A select() two levels down gets a `posts` of its own in its "
            "FROM (print your statement). Join Like and Follow in a single exists().",
        ),
    ),
    judge=Selecting(),
    praise="Each post once, however many followers like it.",
    practice=True,
)
