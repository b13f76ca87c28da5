from learners import Learners

ROUTE = """
router = APIRouter()


@router.get("/latest/")
"""
NEWEST = "select(Post).order_by(Post.timestamp.desc(), Post.id.desc()).limit(10)"
AS_DICTS = """[
        {"id": post.id, "content": post.content, "username": post.owner.username}
        for post in latest
    ]


answer = router
"""

LEARNERS = Learners(
    right=(
        ROUTE
        + f"""def list_latest(db: SessionDep):
    latest = db.scalars({NEWEST}.options(selectinload(Post.owner)))
    return {AS_DICTS}""",
        ROUTE
        + f"""def list_latest(db: SessionDep):
    latest = db.scalars({NEWEST}.options(joinedload(Post.owner)))
    return {AS_DICTS}""",
        ROUTE
        + """def list_latest(request: Request):
    with request.app.state.make_session() as session:
        rows = session.execute(queries.posts(), {"limit": 10}).all()
    return [{"id": r.id, "content": r.content, "username": r.username} for r in rows]


answer = router
""",
        ROUTE
        + """def list_latest(request: Request):
    session = request.app.state.make_session()
    try:
        rows = session.execute(queries.posts(), {"limit": 10}).all()
    finally:
        session.close()
    return [{"id": r.id, "content": r.content, "username": r.username} for r in rows]


answer = router
""",
    ),
    named={
        ROUTE
        + f"""def list_latest(request: Request):
    with request.app.state.make_session() as session:
        latest = session.scalars({NEWEST}).all()
        return [
            {{
                "id": post.id,
                "content": post.content,
                "username": session.get(User, post.owner_id).username,
            }}
            for post in latest
        ]


answer = router
""": "one query for each owner",
        ROUTE
        + f"""def list_latest(request: Request):
    session = request.app.state.make_session()
    latest = session.scalars({NEWEST}.options(joinedload(Post.owner)))
    return {AS_DICTS}""": "still open",
        ROUTE
        + """def list_latest(engine: ReadEngine):
    rows = fetch_all(engine, queries.posts(), limit=10)
    return [{"id": row["id"], "content": row["content"]} for row in rows]


answer = router
""": "without the name",
    },
    unnamed=(
        ROUTE
        + """def list_latest(engine: ReadEngine):
    return fetch_all(engine, queries.posts(), limit=10)


answer = router
""",
        ROUTE
        + """def list_latest(engine: ReadEngine):
    rows = fetch_all(engine, queries.posts())
    return [{name: row[name] for name in ("id", "content", "username")} for row in rows]


answer = router
""",
        ROUTE
        + """async def list_latest(db: SessionDep):
    rows = db.execute(queries.posts(), {"limit": 10}).all()
    return [{"id": r.id, "content": r.content, "username": r.username} for r in rows]


answer = router
""",
        ROUTE
        + f"""def list_latest(request: Request):
    with request.app.state.make_session() as session:
        latest = session.scalars({NEWEST}).all()
    return {AS_DICTS}""",
        ROUTE
        + """def list_latest(db: SessionDep):
    newest = select(Post.id, Post.content, User.username).join(Post.owner).limit(10)
    return [row._asdict() for row in db.execute(newest.order_by(Post.id.desc()))]


answer = router
""",
        ROUTE
        + """def list_latest(db: SessionDep):
    newest = select(Post.id, Post.content, User.username).limit(10)
    newest = newest.order_by(Post.timestamp.desc(), Post.id.desc())
    return [row._asdict() for row in db.execute(newest)]


answer = router
""",
        """
router = APIRouter()


@router.post("/latest/")
def list_latest(engine: ReadEngine):
    rows = fetch_all(engine, queries.posts(), limit=10)
    return [{name: row[name] for name in ("id", "content", "username")} for row in rows]


answer = router
""",
    ),
)
