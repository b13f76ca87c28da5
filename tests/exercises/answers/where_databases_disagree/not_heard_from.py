from learners import Learners

EIGHT = "eight = datetime(2026, 8, 12, 20, tzinfo=UTC)\n\n\n"


def silent(condition: str) -> str:
    return f"{EIGHT}def silent(last_post):\n    return {condition}\n"


LEARNERS = Learners(
    right=(
        silent("(last_post == None) | (last_post < eight)"),
        silent("last_post.is_(None) | ~(last_post >= eight)"),
        silent("func.coalesce(last_post < eight, True)"),
        silent("not_(and_(last_post.is_not(None), last_post >= eight))"),
        f"{EIGHT}answer = lambda last_post: or_(last_post < eight, last_post.is_(None))",
    ),
    named={
        silent("last_post is None or last_post < eight"): "NULL lost",
        silent("~(last_post >= eight)"): "NULL lost",
        silent("or_(last_post is None, last_post < eight)"): "NULL lost",
        silent("(last_post < eight) & (last_post == None)"): "both at once",
        silent("last_post.is_not_distinct_from(None)"): "NULL alone",
        silent("last_post.is_(None) | ~(last_post > eight)"): "eight itself",
        silent("or_(last_post >= eight + timedelta(seconds=1), last_post.is_(None))"): (
            "the other half"
        ),
    },
    unnamed=(
        silent("last_post.is_(None) | (last_post >= eight)"),
        silent("last_post < eight or last_post.is_(None)"),
        silent("last_post.is_distinct_from(eight)"),
        silent("True"),
        silent("last_post.isna() | (last_post < eight)"),
        silent('"last_post < eight"'),
        f"{EIGHT}def silent(last_post):\n    last_post < eight\n",
        silent("or_(last_post.is_(None), last_post < eight - timedelta(hours=2))"),
    ),
)
