from learners import Learners

SEEN = 'seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))\n'
GAPS = 'time, key = bindparam("before"), bindparam("before_id")\n'
ORDER = ".order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)"
OLDER = f"answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < seen){ORDER}"

LEARNERS = Learners(
    right=(
        f"{SEEN}answer = select(Post.id).where(seen > tuple_(Post.timestamp, Post.id)){ORDER}",
        f"{GAPS}answer = select(Post.id).where(Post.timestamp <= time, "
        f"or_(Post.timestamp < time, Post.id < key)){ORDER}",
        f"{GAPS}answer = select(Post.id).where(Post.timestamp <= time, "
        f"~((Post.timestamp == time) & (Post.id >= key))){ORDER}",
        f"{GAPS}older = (Post.timestamp < time) | ((Post.timestamp == time) & (Post.id < key))\n"
        f"answer = select(Post.id).filter(older){ORDER}",
        """
from sqlalchemy import BigInteger

seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id", type_=BigInteger))
answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < seen)
answer = answer.order_by(Post.timestamp.desc()).order_by(Post.id.desc()).slice(0, 3)
""",
    ),
    named={
        "answer = page_by_time(select(Post.id), Post.timestamp, Post.id).limit(10)": (
            "more than three"
        ),
        f"{GAPS}answer = select(Post.id).where(Post.timestamp < time, Post.id == Post.id, "
        f"key == key){ORDER}": "by time alone",
        f"{GAPS}answer = select(Post.id).where(~(Post.timestamp > time), Post.id < key){ORDER}": (
            "each on its own"
        ),
        f"{GAPS}answer = select(Post.id).where("
        f"or_(Post.timestamp < time, and_(Post.timestamp == time, Post.id <= key))){ORDER}": (
            "the last one again"
        ),
        f"{GAPS}answer = select(Post.id).where("
        f"or_(Post.timestamp < time, and_(Post.timestamp == time, Post.id != key))){ORDER}": (
            "all but the last one"
        ),
    },
    unnamed=(
        f"""
from datetime import UTC, datetime

eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < (eight, 5)){ORDER}
""",
        f'seen = tuple_(bindparam("before"), bindparam("before_id"))\n{OLDER}',
        f'seen = tuple_(bindparam("time", type_=UTCDateTime), bindparam("id"))\n{OLDER}',
        f'seen = tuple_(bindparam("before_id"), bindparam("before", type_=UTCDateTime))\n{OLDER}',
        f"{SEEN}answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < seen)"
        ".order_by(Post.timestamp.desc()).limit(3)",
        f"{SEEN}answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < seen).limit(3)",
        f"{SEEN}answer = select(Post.id).where(tuple_(Post.timestamp, Post.id) < seen)"
        ".order_by(Post.timestamp, Post.id).limit(3)",
        f"{SEEN}answer = select(Post).where(tuple_(Post.timestamp, Post.id) < seen){ORDER}",
        f"{SEEN}answer = select(Post.id).where((Post.timestamp, Post.id) < seen){ORDER}",
        f"{SEEN}{OLDER}.offset(1)",
        f"{GAPS}answer = select(Post.id).where("
        f"or_(Post.timestamp < time, Post.timestamp == time and Post.id < key)){ORDER}",
    ),
)
