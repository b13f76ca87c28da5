"""A join, and two questions with NOT about each of its rows."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Silence, for every post",
    minutes=10,
    objective="find the rows that have a partner, or none, each once",
    task="""This notebook found the silent followers of one post. Find them for every post:
select two columns, the post's `id` and the `follower_id` of each follower of its author who neither
likes nor has retweeted this post.""",
    starter="answer = ...  # your statement here",
    hints=(
        "Begin with all followers, silent or not: one row for each post and each follower of its "
        "author. Which two columns join `Post` and `Follow`?",
        "Of each such row, ask two questions: is there a like of this post by this follower, and "
        "is there a retweet? Which two columns tie each question to the row?",
        "`.join(Follow, Follow.followee_id == Post.owner_id)`, then `.where(~liked, ~retweeted)`, "
        "with `liked = select(Like).where(Like.post_id == Post.id, Like.user_id == "
        "Follow.follower_id).exists()`, and `retweeted` in the same way.",
    ),
    imports="""
from sqlalchemy import or_, select

from microblog.models import Follow, Like, Post, Retweet
""",
    answers=(
        """
mine = (Like.post_id == Post.id, Like.user_id == Follow.follower_id)
liked = select(Like).where(*mine).exists()
mine = (Retweet.post_id == Post.id, Retweet.user_id == Follow.follower_id)
retweeted = select(Retweet).where(*mine).exists()
answer = (
    select(Post.id, Follow.follower_id)
    .join(Follow, Follow.followee_id == Post.owner_id)
    .where(~liked, ~retweeted)
)
""",
        """
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
liked = select(Like.post_id, Like.user_id)
retweeted = select(Retweet.post_id, Retweet.user_id)
answer = readers.except_(liked, retweeted)
""",
    ),
    mistakes=(
        Mistake(
            "likes only",
            """
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
answer = readers.except_(select(Like.post_id, Like.user_id))
""",
            "Your result contains followers who retweeted the post. They aren't silent either.",
        ),
        Mistake(
            "retweets only",
            """
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
answer = readers.except_(select(Retweet.post_id, Retweet.user_id))
""",
            "Your result contains followers who like the post. They aren't silent either.",
        ),
        Mistake(
            "columns swapped",
            """
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
liked = select(Like.user_id, Like.post_id)
retweeted = select(Retweet.user_id, Retweet.post_id)
answer = readers.except_(liked, retweeted)
""",
            "EXCEPT compares columns by their position, not by their name: you take (user, post) "
            "away from (post, user).",
        ),
        Mistake(
            "not both",
            """
same = (Retweet.post_id == Like.post_id) & (Retweet.user_id == Like.user_id)
both = select(Like).join(Retweet, same)
both = both.where(Like.post_id == Post.id, Like.user_id == Follow.follower_id)
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
answer = readers.where(~both.exists())
""",
            "You leave out only those who did both: like the post and retweet it. One of the two "
            "is enough to break the silence.",
        ),
        Mistake(
            "nobody left out",
            """
answer = select(Post.id, Follow.follower_id).join(Follow, Follow.followee_id == Post.owner_id)
""",
            "Your result contains all followers: nobody is left out for a like or a retweet of "
            "this post.",
        ),
        Mistake(
            "the other direction",
            """
readers = select(Post.id, Follow.followee_id)
readers = readers.join(Follow, Follow.follower_id == Post.owner_id)
liked = select(Like.post_id, Like.user_id)
retweeted = select(Retweet.post_id, Retweet.user_id)
answer = readers.except_(liked, retweeted)
""",
            "These are people whom the author follows. The question asks for those who follow the "
            "author.",
        ),
    ),
    judge=Selecting(),
    praise="For every post at once: those who follow its author and stay silent.",
)
