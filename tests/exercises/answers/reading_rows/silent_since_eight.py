from learners import Learners

EIGHT = "eight = datetime(2026, 8, 12, 20, tzinfo=UTC)\n"
GIVEN = (
    EIGHT
    + "newest = select(func.max(Post.timestamp)).where(Post.owner_id == User.id)"
    + ".scalar_subquery()\n"
)
NAMES = "answer = select(User.username)"

LEARNERS = Learners(
    right=(
        f"{EIGHT}{NAMES}.where(~User.posts.any(Post.timestamp >= eight))",
        f"{EIGHT}{NAMES}.outerjoin(User.posts.and_(Post.timestamp >= eight))"
        ".where(Post.id.is_(None))",
        EIGHT
        + f"{NAMES}.outerjoin(User.posts).group_by(User.id)"
        + ".having(or_(func.max(Post.timestamp) < eight, func.max(Post.timestamp).is_(None)))",
        f"{GIVEN}{NAMES}.where((newest == None) | (newest < eight))",
        f"{GIVEN}{NAMES}.where(func.coalesce(newest < eight, True))",
        f"{GIVEN}{NAMES}.where(newest.is_(None)).union_all("
        "select(User.username).where(newest < eight))",
        EIGHT
        + "late = select(Post.owner_id).where(Post.timestamp >= eight)\n"
        + f"{NAMES}.except_(select(User.username).where(User.id.in_(late)))",
    ),
    named={
        f"{GIVEN}{NAMES}.where(newest < eight).where(newest.is_(None))": "both at once",
        f"{GIVEN}{NAMES}.where(or_(newest is None, newest < eight))": "NULL lost",
        f"{GIVEN}{NAMES}.where(~(newest >= eight))": "NULL lost",
        f"{GIVEN}{NAMES}.where(and_(newest.is_(None), newest < eight))": "both at once",
        f"{GIVEN}{NAMES}.where(~User.posts.any())": "NULL alone",
        f"{GIVEN}{NAMES}.where(User.posts.any(Post.timestamp < eight))": "one old post is enough",
        f"{GIVEN}{NAMES}.where(func.coalesce(newest, eight) <= eight)": "eight itself",
    },
    unnamed=(
        """
eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
newest = select(func.max(Post.timestamp)).where(Post.owner_id == User.id).scalar_subquery()
answer = select(User.username).where(or_(newest < eight, newest == "NULL"))
""",
        f"{GIVEN}{NAMES}.where(or_(newest.is_(None), newest >= eight))",
        "from sqlalchemy import extract\n\n"
        + GIVEN
        + f'{NAMES}.where(or_(newest.is_(None), extract("hour", newest) < 20))',
        f"{GIVEN}{NAMES}",
        f"{GIVEN}answer = select(User.id).where(or_(newest.is_(None), newest < eight))",
        f"{GIVEN}{NAMES}.where(newest.is_not(None), newest < eight).limit(1)",
        f"{EIGHT}{NAMES}.outerjoin(User.posts).where("
        "or_(Post.id.is_(None), Post.timestamp < eight))",
        f"{EIGHT}newest = select(func.max(Post.timestamp)).scalar_subquery()\n"
        f"{NAMES}.where(or_(newest.is_(None), newest < eight))",
        f"{GIVEN}{NAMES}.where(or_(newest.is_(None), newest < eight - timedelta(hours=2)))",
        f"{EIGHT}newest = select(func.min(Post.timestamp)).where(Post.owner_id == User.id)"
        f".scalar_subquery()\n{NAMES}.where(or_(newest.is_(None), newest < eight))",
    ),
)
