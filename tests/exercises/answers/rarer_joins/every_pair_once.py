from learners import Learners

OTHER = "other = aliased(User)\n"
NAMES = "answer = select(User.username, other.username)"

LEARNERS = Learners(
    right=(
        f"{OTHER}{NAMES}.join(other, User.id < other.id)",
        f"{OTHER}{NAMES}.join(other, true()).where(other.id > User.id)",
        f"{OTHER}{NAMES}.join(other, other.id != User.id).where(User.id < other.id)",
        "a, b = aliased(User), aliased(User)\n"
        "answer = select(a.username, b.username).join(b, b.id > a.id).order_by(a.id, b.id)",
    ),
    named={
        f"{OTHER}{NAMES}.join(other, ~(other.id == User.id))": "each pair twice",
        f"{OTHER}{NAMES}.join(other, User.id <= other.id)": "oneself",
        f"{OTHER}{NAMES}.where(User.id > other.id)": "turned round",
        f"{OTHER}{NAMES}.join(other, other.id == other.id)": "everybody with everybody",
    },
    unnamed=(
        f"{OTHER}{NAMES}.join(other, other.id == User.id)",
        f"{OTHER}answer = select(User.id, other.id).join(other, other.id > User.id)",
        f"{OTHER}{NAMES}.join(other, other.username < User.username)",
        f"{OTHER}{NAMES}.join(other, other.created_at > User.created_at)",
        f"{OTHER}{NAMES}.outerjoin(other, other.id > User.id)",
        f"{OTHER}answer = select(other.username).join(User, other.id > User.id)",
    ),
)
