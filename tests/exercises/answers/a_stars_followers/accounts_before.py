from learners import Learners

BEFORE = """
before = bindparam("before", type_=UTCDateTime)
before_id = bindparam("before_id")
"""


def rows(condition: str, order: str = "User.created_at.desc(), User.id.desc()") -> str:
    return f"""{BEFORE}
rows = select(User.id, User.username).where({condition})
answer = rows.order_by({order}).limit(3)
"""


PAIR = "tuple_(User.created_at, User.id) < tuple_(before, before_id)"

LEARNERS = Learners(
    right=(
        rows(PAIR),
        rows("tuple_(before, before_id) > tuple_(User.created_at, User.id)"),
        rows(
            "User.created_at <= before, "
            "or_(User.created_at < before, and_(User.created_at == before, User.id < before_id))"
        ),
        rows(
            "(User.created_at <= before) & ~((User.created_at == before) & (User.id >= before_id))"
        ),
        "from microblog.lists import LAST_SEEN\n\n"
        "rows = select(User.id, User.username).where("
        "tuple_(User.created_at, User.id) < LAST_SEEN)\n"
        "answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(3)",
    ),
    named={
        rows(
            "(User.created_at < before) | ((User.created_at == before) & (User.id < before_id))"
        ): "or",
        rows(
            "or_(User.created_at < before, and_(User.created_at <= before, User.id < before_id))"
        ): "or",
        rows("User.created_at < before, User.id < before_id"): "both smaller",
        rows("(User.created_at < before) & (before_id == before_id)"): "ties lost",
        rows("~(User.id == before_id), before >= User.created_at"): "ties twice",
        rows(PAIR.replace("<", "<=")): "the last one again",
    },
    unnamed=(
        rows(PAIR.replace("<", ">")),
        rows(PAIR, "User.created_at, User.id"),
        rows(PAIR, "User.created_at.desc()"),
        rows(PAIR, "User.id.desc()"),
        rows(PAIR).replace(".limit(3)", ""),
        rows(PAIR).replace(".limit(3)", ".limit(20)"),
        rows(PAIR).replace("select(User.id, User.username)", "select(User)"),
        rows(PAIR).replace('"before_id"', '"id"'),
        rows("User.id < before_id, User.created_at <= before"),
        rows("User.created_at < before"),
        rows("User.created_at <= before, before_id == before_id"),
        rows("or_(User.created_at < before, before_id < 0)"),
        """
answer = (
    select(User.id, User.username)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
    .offset(3)
)
""",
        rows(PAIR).replace(".limit(3)", '.limit(3).offset(bindparam("offset", 3))'),
        rows(PAIR).replace("type_=UTCDateTime", ""),
        """
from datetime import UTC, datetime

seen = tuple_(datetime(2026, 8, 10, 18, tzinfo=UTC), 7)
rows = select(User.id, User.username).where(tuple_(User.created_at, User.id) < seen)
answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(3)
""",
    ),
)
