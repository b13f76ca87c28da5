from learners import Learners

LIKES = "select(Like.user_id, Like.post_id)"
RETWEETS = "select(Retweet.user_id, Retweet.post_id)"

LEARNERS = Learners(
    right=(
        f"answer = {LIKES}.union({RETWEETS})",
        f"answer = {RETWEETS}.union({LIKES})",
        f"from sqlalchemy import union\n\nanswer = union({LIKES}, {RETWEETS})",
        f"both = {LIKES}.union_all({RETWEETS}).subquery()\nanswer = select(both).distinct()",
    ),
    named={
        f"answer = {LIKES}.distinct().union_all({RETWEETS})": "with duplicates",
        f"answer = {LIKES}.where(select(Retweet).where(Retweet.user_id == Like.user_id, "
        "Retweet.post_id == Like.post_id).exists())": "only both",
        f"from sqlalchemy import except_\n\nanswer = except_({LIKES}, {RETWEETS})": "but not",
    },
    unnamed=(
        f"answer = {LIKES}",
        f"answer = {RETWEETS}",
        f"answer = {RETWEETS}.except_({LIKES})",
        "answer = select(Like.user_id).union(select(Retweet.user_id))",
        "answer = select(Like.post_id, Like.user_id)"
        ".union(select(Retweet.post_id, Retweet.user_id))",
        f"answer = {LIKES}.join(Retweet, Retweet.post_id == Like.post_id)",
        "answer = 'union'",
    ),
)
