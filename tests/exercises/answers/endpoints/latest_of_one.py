from learners import Learners

ROUTE = """
router = APIRouter()


@router.get("/users/{username}/latest", response_model=PostPublic)
"""

LEARNERS = Learners(
    right=(
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    rows = fetch_all(engine, queries.posts_of(), username=username, limit=1)
    if not rows:
        raise HTTPException(status_code=404, detail="nothing")
    return rows[0]


answer = router
""",
        ROUTE
        + """def latest(user: UserFromPath, engine: ReadEngine):
    post = fetch_one(engine, queries.posts_of(), username=user.username, limit=1)
    if not post:
        raise NotFound("no posts yet")
    return post._asdict()


answer = router
""",
        """
router = APIRouter(prefix="/users")


@router.get("/{name}/latest")
def latest(name: str, db: SessionDep) -> PostPublic:
    found = db.execute(queries.posts_of(), {"username": name, "limit": 1}).one_or_none()
    if found:
        return found
    raise HTTPException(404)


answer = router
""",
        ROUTE
        + """def latest(username: str, db: SessionDep):
    user = db.scalar(queries.user(), {"username": username})
    if user is None:
        raise NotFound("nobody")
    mine = select(Post).where(Post.owner_id == user.id).order_by(Post.timestamp.desc())
    post = db.scalars(mine.limit(1)).first()
    if post is None:
        raise NotFound("nothing")
    return PostPublic(
        id=post.id,
        content=post.content,
        timestamp=post.timestamp,
        owner_id=user.id,
        username=user.username,
    )


answer = router
""",
    ),
    named={
        """
router = APIRouter()


@router.get("/users/{username}/latest")
def latest(username: str, engine: ReadEngine) -> PostPublic | None:
    rows = fetch_all(engine, queries.posts_of(), username=username, limit=1)
    return rows[0] if rows else None


answer = router
""": "null",
        """
router = APIRouter()


@router.get("/users/{username}/latest")
def latest(username: str, engine: ReadEngine) -> list[PostPublic]:
    rows = fetch_all(engine, queries.posts_of(), username=username, limit=1)
    if rows == []:
        raise HTTPException(404)
    return rows


answer = router
""": "a list",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    posts = select(*POST_COLUMNS).join(Post.owner).where(User.username.in_([username]))
    rows = fetch_all(engine, posts.order_by(Post.timestamp.desc()).limit(1))
    if not rows:
        raise NotFound("nothing")
    return rows[0]


answer = router
""": "case matters",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    posts = select(*POST_COLUMNS).join(Post.owner).where(User.username == username.lower())
    rows = fetch_all(engine, posts.order_by(Post.timestamp.desc()).limit(1))
    if not rows:
        raise NotFound("nothing")
    return rows[0]


answer = router
""": "half of the case",
    },
    unnamed=(
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    posts = select(*POST_COLUMNS).join(Post.owner).where(User.username.ilike(username))
    rows = fetch_all(engine, posts.order_by(Post.timestamp.desc()).limit(1))
    if not rows:
        raise NotFound("nothing")
    return rows[0]


answer = router
""",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    return fetch_all(engine, queries.posts_of(), username=username, limit=1)[0]


answer = router
""",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    rows = fetch_all(engine, queries.posts_of(), username=username)
    if not rows:
        raise NotFound("nothing")
    return rows[0]


answer = router
""",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    return fetch_one(engine, queries.posts_of(), username=username, limit=1)


answer = router
""",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    post = fetch_one(engine, queries.posts_of(), username=username, limit=1)
    if post is None:
        raise HTTPException(400, "nothing")
    return post


answer = router
""",
        ROUTE
        + """def latest(user: UserFromPath, engine: ReadEngine):
    post = fetch_one(engine, queries.posts(), limit=1)
    if post is None:
        raise NotFound("nothing")
    return post


answer = router
""",
        ROUTE
        + """def latest(username: str, engine: ReadEngine):
    post = fetch_one(engine, queries.posts_of(), username=username)
    if post is None:
        raise NotFound("nothing")
    return post


answer = router
""",
    ),
)
