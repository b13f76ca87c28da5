from learners import Learners

NEWEST = """
router = APIRouter()
posts_count = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
newest = select(User.username, posts_count.label("posts_count"))
newest = newest.order_by(User.created_at.desc(), User.id.desc()).limit(20)

"""
ANSWER = "\n\nanswer = router\n"


def endpoint(code: str) -> str:
    return NEWEST + code + ANSWER


IN_A_BLOCK = """
@router.get("/newest/")
def list_newest(request: Request):
    with request.app.state.read_engine.connect() as connection:
        return [dict(row) for row in connection.execute(newest).mappings()]
"""
WITH_SESSION = """
@router.get("/newest/")
def list_newest(db: SessionDep):
    return [{"username": name, "posts_count": count} for name, count in db.execute(newest)]
"""

LEARNERS = Learners(
    right=(
        endpoint(WITH_SESSION),
        endpoint(IN_A_BLOCK),
        endpoint("""
@router.get("/newest/")
def list_newest(request: Request):
    session = request.app.state.make_session()
    try:
        return [row._asdict() for row in session.execute(newest)]
    finally:
        session.close()
"""),
        endpoint("""
@router.get("/newest/")
def list_newest(engine: ReadEngine) -> list[dict]:
    page = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(20).subquery()
    counted = (
        select(page.c.username, func.count(Post.id).label("posts_count"))
        .outerjoin(Post, Post.owner_id == page.c.id)
        .group_by(page.c.id, page.c.username, page.c.created_at)
        .order_by(page.c.created_at.desc(), page.c.id.desc())
    )
    return fetch_all(engine, counted)
"""),
        endpoint("""
@router.get("/newest/")
def list_newest(request: Request):
    with request.app.state.make_session() as session, session.begin():
        rows = session.execute(newest).all()
    return [{"username": row.username, "posts_count": row.posts_count} for row in rows]
"""),
    ),
    named={
        endpoint("""
@router.get("/newest/")
def list_newest(request: Request):
    db = request.app.state.make_session()
    ids = db.scalars(select(User.id).order_by(User.created_at.desc(), User.id.desc()).limit(20))
    return [
        db.execute(select(User.username, posts_count.label("posts_count")).where(User.id == n))
        .mappings()
        .one()
        for n in ids
    ]
"""): "as it was",
        endpoint("""
@router.get("/newest/")
def list_newest(engine: ReadEngine):
    users = select(User.id, User.username).order_by(User.created_at.desc(), User.id.desc())
    people = fetch_all(engine, users.limit(20))
    for person in people:
        own = select(func.count().label("n")).where(Post.owner_id == person.pop("id"))
        person["posts_count"] = fetch_all(engine, own)[0]["n"]
    return people
"""): "one by one",
        endpoint("""
@router.get("/newest/")
def list_newest(request: Request):
    connection = request.app.state.engine.connect()
    return [dict(row) for row in connection.execute(newest).mappings()]
"""): "left open",
        endpoint(WITH_SESSION)
        .replace("newest = select(User.username, posts_count", "newest = select(User.username, n")
        .replace("posts_count = select", "n = select")
        .replace(
            ".order_by",
            ".where(select(Post).where(Post.owner_id == User.id).exists()).order_by",
        ): "inner join",
    },
    unnamed=(
        endpoint(WITH_SESSION).replace(".desc()", ""),
        endpoint(WITH_SESSION).replace(".limit(20)", ""),
        endpoint(WITH_SESSION).replace(".limit(20)", ".limit(10)"),
        endpoint(WITH_SESSION).replace("/newest/", "/newest"),
        endpoint(WITH_SESSION).replace('"posts_count": count', '"posts": count'),
        endpoint(WITH_SESSION).replace(", User.id.desc()", ""),
        endpoint(WITH_SESSION).replace("def list_newest", "async def list_newest"),
        endpoint(WITH_SESSION).replace("db.execute", "db.all"),
        endpoint(WITH_SESSION.replace("return ", "people = ")),
        endpoint(WITH_SESSION).replace("answer = router", "answer = list_newest"),
        endpoint(WITH_SESSION).replace("answer = router", 'answer = "router"'),
        endpoint("""
@router.get("/newest/")
def list_newest(db: SessionDep):
    users = db.execute(select(User).order_by(User.created_at.desc(), User.id.desc()).limit(20))
    users = users.scalars().all()
    own = select(Post.owner_id, func.count()).group_by(Post.owner_id)
    counts = dict(db.execute(own).tuples().all())
    return [{"username": u.username, "posts_count": counts.get(u.id, 0)} for u in users]
"""),
    ),
)
