from learners import Learners

ROUTE = """
router = APIRouter()


@router.get("/posts/{post_id}/likers/", response_model=list[UserPublic])
"""
SIGNATURE = (
    "def likers(request: Request, post: PostFromPath, engine: ReadEngine, page: UserPage):\n"
)
RESPONSE = """    return page_response(request, page, list[UserPublic], rows)


answer = router
"""

LEARNERS = Learners(
    right=(
        ROUTE
        + SIGNATURE
        + """    people = select(User.id, User.username, User.created_at)
    people = people.join(Like, Like.user_id == User.id).where(Like.post_id == post.id)
    rows = fetch_all(engine, page_by_id(people, Like.user_id), **page.values())
"""
        + RESPONSE,
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).where(
        select(Like).where(Like.user_id == User.id, Like.post_id == post.id).exists()
    )
    rows = fetch_all(engine, page_by_id(people, User.id), **page.values())
"""
        + RESPONSE,
        ROUTE
        + SIGNATURE
        + """    people = (
        select(*USER_COLUMNS)
        .join(Like, Like.user_id == User.id)
        .where(Like.post_id == post.id, User.id < page.before_id)
        .order_by(User.id.desc())
        .limit(page.limit + 1)
        .offset(page.offset)
    )
    rows = fetch_all(engine, people)
"""
        + RESPONSE,
        ROUTE
        + """def likers(request: Request, post: PostKey, db: SessionDep, page: UserPage):
    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = page_by_id(people.where(Like.post_id == post.id), User.id)
    rows = [dict(row) for row in db.execute(people, page.values()).mappings()]
"""
        + RESPONSE,
    ),
    named={
        ROUTE
        + """def likers(post: PostKey, engine: ReadEngine, page: UserPage):
    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = page_by_id(people.where(Like.post_id == post.id), User.id)
    return fetch_all(engine, people, **dict(page))


answer = router
""": "no link",
        ROUTE
        + """def likers(request: Request, post_id: PostId, engine: ReadEngine, page: UserPage):
    liked = select(Like.user_id).where(Like.post_id == post_id)
    people = page_by_id(select(*USER_COLUMNS).where(User.id.in_(liked)), User.id)
    rows = fetch_all(engine, people, **page.values())
"""
        + RESPONSE: "no 404",
        ROUTE
        + SIGNATURE
        + """    liked = select(Like.user_id)
    people = page_by_id(select(*USER_COLUMNS).where(User.id.in_(liked)), User.id)
    rows = fetch_all(engine, people, **page.values())
"""
        + RESPONSE: "likers of all posts",
    },
    unnamed=(
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = people.where(Like.post_id == post.id).order_by(User.id)
    rows = fetch_all(engine, people.limit(page.limit + 1))
"""
        + RESPONSE,
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = people.where(Like.post_id == post.id)
    rows = fetch_all(engine, page_by_id(people, User.id))
"""
        + RESPONSE,
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = people.where(Like.post_id == post.id)
    rows = fetch_all(engine, page_by_id(people, User.id), **page.values())
    return page_response(request, page, list[UserPrivate], rows)


answer = router
""",
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like).where(Like.post_id == post.id)
    rows = fetch_all(engine, page_by_time(people, User.created_at, User.id), **page.values())
"""
        + RESPONSE,
        ROUTE
        + """def likers(post: PostFromPath, db: SessionDep, limit: int = 20):
    people = select(User).join(Like, Like.user_id == User.id).where(Like.post_id == post.id)
    return db.scalars(people.order_by(User.id.desc()).limit(limit)).all()


answer = router
""",
        ROUTE
        + """def likers(request: Request, post: PostFromPath, db: SessionDep, page: UserPage):
    ids = db.scalars(select(Like.user_id).where(Like.post_id == post.id).limit(page.limit))
    return [db.get(User, number) for number in sorted(ids, reverse=True)]


answer = router
""",
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = page_by_id(people.where(Like.post_id == post.owner_id), User.id)
    rows = fetch_all(engine, people, **page.values())
"""
        + RESPONSE,
        ROUTE
        + SIGNATURE
        + """    people = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    people = page_by_id(people.where(Like.post_id == post.id), User.id)
    rows = fetch_all(engine, people, limit=page.limit)
"""
        + RESPONSE,
    ),
)
