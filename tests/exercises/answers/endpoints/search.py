from learners import Learners

ROUTE = """
router = APIRouter()


@router.get("/posts/search", response_model=list[PostPublic])
"""
WORD = "word: Annotated[str, Query(min_length=3)]"
LIMIT = "limit: Annotated[int, Query(ge=1, le=100)] = 20"

LEARNERS = Learners(
    right=(
        ROUTE
        + f"""def search(
    request: Request, engine: ReadEngine, page: PostPage, {WORD}
):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    rows = fetch_all(engine, found, **page.values())
    return page_response(request, page, list[PostPublic], rows)


answer = router
""",
        ROUTE
        + f"""def search(engine: ReadEngine, {WORD}, {LIMIT}):
    lower = func.lower(Post.content)
    found = queries.posts().where(lower.contains(word.lower(), autoescape=True))
    with engine.connect() as connection:
        return connection.execute(found, {{"limit": limit}}).all()


answer = router
""",
        """
router = APIRouter(prefix="/posts")


@router.get("/search")
def search(
    db: SessionDep,
    word: str = Query(min_length=3),
    limit: int = Query(20, ge=1, le=100),
) -> list[PostPublic]:
    escaped = word.replace("/", "//").replace("%", "/%").replace("_", "/_")
    found = queries.posts().where(Post.content.ilike(f"%{escaped}%", escape="/"))
    return [row._asdict() for row in db.execute(found, {"limit": limit})]


answer = router
""",
        """
router = APIRouter()


@router.get("/posts/search")
def search(
    engine: ReadEngine,
    word: Annotated[str, Query(min_length=3)],
    limit: Annotated[int, Query(gt=0, lt=101)] = 20,
) -> list[PostPublic]:
    holds = func.instr(func.lower(Post.content), word.lower()) > 0
    return fetch_all(engine, queries.posts().where(holds), limit=limit)


answer = router
""",
    ),
    named={
        ROUTE
        + f"""def search(engine: ReadEngine, {WORD}, {LIMIT}):
    found = queries.posts().where(Post.content.ilike(f"%{{word}}%"))
    return fetch_all(engine, found, limit=limit)


answer = router
""": "not escaped",
        ROUTE
        + f"""def search(engine: ReadEngine, {WORD}, limit: int = 20):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return fetch_all(engine, found, limit=limit)


answer = router
""": "no bounds",
        ROUTE
        + f"""def search(engine: ReadEngine, word: str, {LIMIT}):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return fetch_all(engine, found, limit=limit)


answer = router
""": "short words",
        f"""
router = APIRouter()


@router.get("/search")
def search(engine: ReadEngine, {WORD}, {LIMIT}) -> list[PostPublic]:
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return fetch_all(engine, found, limit=limit)


answer = router
""": "another path",
    },
    unnamed=(
        ROUTE
        + f"""def search(engine: ReadEngine, {WORD}, {LIMIT}):
    columns = select(*POST_COLUMNS).join(Post.owner)
    found = columns.where(Post.content.icontains(word, autoescape=True)).limit(limit)
    return fetch_all(engine, found.order_by(Post.timestamp))


answer = router
""",
        f"""
router = APIRouter()


@router.get("/posts/search")
def search(engine: ReadEngine, {WORD}, {LIMIT}):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    with engine.connect() as connection:
        return connection.execute(found, {{"limit": limit}}).all()


answer = router
""",
        ROUTE
        + f"""def search(db: SessionDep, {WORD}, {LIMIT}):
    found = select(Post).where(Post.content.icontains(word, autoescape=True))
    return db.scalars(found.order_by(Post.timestamp.desc(), Post.id.desc()).limit(limit)).all()


answer = router
""",
        ROUTE
        + f"""async def search(db: SessionDep, {WORD}, {LIMIT}):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return db.execute(found, {{"limit": limit}}).all()


answer = router
""",
        ROUTE
        + f"""def search(engine: ReadEngine, {WORD}, {LIMIT}):
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return fetch_all(engine, found)


answer = router
""",
        ROUTE
        + """def search(engine: ReadEngine, word: str, limit: int = 20):
    found = queries.posts().where(Post.content.contains(word))
    return fetch_all(engine, found, limit=limit)


answer = router
""",
        "router = APIRouter()\nanswer = router",
        "answer = queries.posts().where(Post.content.icontains('eclipse'))",
    ),
)
