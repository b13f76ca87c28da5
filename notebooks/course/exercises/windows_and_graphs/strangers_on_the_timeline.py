"""What retweets add to a timeline: posts by people whom the reader does not follow."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

CARRIED = """
direct = aliased(Follow)
known = select(direct).where(
    direct.follower_id == Follow.follower_id, direct.followee_id == Post.owner_id
)
posts = select(Follow.follower_id, Post.id)
posts = posts.join(Retweet, Retweet.user_id == Follow.followee_id)
posts = posts.join(Post, Post.id == Retweet.post_id)
"""
STRANGERS = "posts = posts.where(~known.exists(), Post.owner_id != Follow.follower_id)\n"
ONCE = "posts = posts.group_by(Follow.follower_id, Post.id)\n"
NEWEST = "answer = posts.add_columns(func.max(Retweet.timestamp))"

EXERCISE = Exercise(
    title="Strangers on the timeline",
    minutes=8,
    objective="build a timeline from several sources, each post once",
    task="""What do retweets add to the timelines? For every user at once, select `follower_id`,
the `id` of each post that somebody they follow retweeted, and the newest moment at which that
happened. Leave out their own posts, and posts by authors they follow themselves: what is left is
by strangers.""",
    starter="answer = ...  # your select() here",
    hints=(
        "A row of `Follow` is a reader and somebody whom they follow. Begin there. Which table "
        "says what that somebody retweeted, and on which column do you join it?",
        "A stranger is an author whom the reader doesn't follow: `~….exists()` with an alias of "
        "`Follow`. Who else isn't followed by the reader, but is no stranger either?",
        "`select(Follow.follower_id, Post.id, func.max(Retweet.timestamp))`, joined on "
        "`Retweet.user_id == Follow.followee_id` and `Post.id == Retweet.post_id`, where "
        "`Post.owner_id != Follow.follower_id` and no such follow exists, grouped by both.",
    ),
    imports="""
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Follow, Post, Retweet
""",
    answers=(
        CARRIED + STRANGERS + ONCE + NEWEST,
        """
direct, reader = aliased(Follow), Follow.follower_id
window = {"partition_by": (reader, Post.id), "order_by": Retweet.timestamp.desc()}
place = func.row_number().over(**window).label("place")
posts = select(reader, Post.id, Retweet.timestamp, place)
posts = posts.join(Retweet, Retweet.user_id == Follow.followee_id)
posts = posts.join(Post, Post.id == Retweet.post_id).where(Post.owner_id != reader)
known = select(direct.follower_id, direct.followee_id)
posts = posts.where(tuple_(reader, Post.owner_id).not_in(known)).subquery()
columns = (posts.c.follower_id, posts.c.id, posts.c.timestamp)
answer = select(*columns).where(posts.c.place == 1)
""",
    ),
    mistakes=(
        Mistake(
            "each retweet",
            CARRIED + STRANGERS + "answer = posts.add_columns(Retweet.timestamp)",
            "If several people whom a reader follows retweeted the same post, it is in your result "
            "several times. The reader should get it once, with the newest moment.",
        ),
        Mistake(
            "the first time",
            CARRIED + STRANGERS + ONCE + "answer = posts.add_columns(func.min(Retweet.timestamp))",
            "You return the moment of the first retweet. The question asks for the newest.",
        ),
        Mistake(
            "the time of the post",
            CARRIED + STRANGERS + ONCE + "answer = posts.add_columns(func.max(Post.timestamp))",
            "You return the time at which the post was written. The question asks when it was "
            "retweeted.",
        ),
        Mistake(
            "known authors",
            CARRIED + "posts = posts.where(Post.owner_id != Follow.follower_id)\n" + ONCE + NEWEST,
            "Some of these posts are by authors whom the reader follows. They aren't strangers.",
        ),
        Mistake(
            "one's own posts",
            CARRIED + "posts = posts.where(~known.exists())\n" + ONCE + NEWEST,
            "Some of these posts are the reader's own. Nobody follows themselves, so a condition "
            "on follows alone doesn't leave them out.",
        ),
        Mistake(
            "everybody",
            CARRIED + ONCE + NEWEST,
            "Nobody is left out yet: your result also has the reader's own posts, and posts by "
            "authors whom the reader follows.",
        ),
        Mistake(
            "only who retweeted",
            CARRIED
            + "strangers = Post.owner_id.not_in([Follow.follower_id, Follow.followee_id])\n"
            + "posts = posts.where(strangers)\n"
            + ONCE
            + NEWEST,
            "You leave out a post only if its author also retweeted it. Leave out each author "
            "whom the reader follows, no matter who retweeted the post.",
        ),
        Mistake(
            "followed by anybody",
            CARRIED
            + "known = select(direct).where(direct.followee_id == Post.owner_id)\n"
            + STRANGERS
            + ONCE
            + NEWEST,
            "You leave out each author whom anybody follows. The question is whether *this* reader "
            "follows the author, so compare the follower too.",
        ),
    ),
    judge=Selecting(),
    praise="These are the posts that only a retweet can bring to a timeline.",
)
