from learners import Learners

ROUTE = """
router = APIRouter()


@router.get("/users/{username}/liked/")
"""
MINE = "select(Like.post_id).where(Like.user_id == id_of_user()).order_by(Like.post_id.desc())"
END = "\n\nanswer = router\n"

LEARNERS = Learners(
    right=(
        ROUTE
        + f"""def liked(username: str, engine: ReadEngine):
    ids = [row["post_id"] for row in reads.fetch_all(engine, {MINE}, username=username)]
    if ids == []:
        reads.get_user(engine, username)
    return ids"""
        + END,
        ROUTE
        + f"""def liked(username: str, db: SessionDep):
    ids = list(db.scalars({MINE}, {{"username": username}}))
    if not ids and db.scalar(queries.user(), {{"username": username}}) is None:
        raise HTTPException(status_code=404, detail="no such user")
    return ids"""
        + END,
        """
router = APIRouter(prefix="/users/{name}")


@router.get("/liked/", response_model=list[int])
def liked(name: str, db: SessionDep) -> Any:
    rows = select(User.id, Like.post_id).outerjoin(Like, Like.user_id == User.id)
    rows = rows.where(func.lower(User.username) == func.lower(name))
    found = db.execute(rows.order_by(Like.post_id.desc())).all()
    if not found:
        raise HTTPException(404, "no such user")
    return [row.post_id for row in found if row.post_id is not None]


answer = router
""",
        ROUTE
        + f"""def liked(username: UsernameFromPath, db: SessionDep) -> list[int]:
    ids = db.scalars({MINE}, {{"username": username}}).all()
    if ids:
        return ids
    if db.scalar(select(id_of_user()), {{"username": username}}) is None:
        raise HTTPException(404, "nobody")
    return []"""
        + END,
    ),
    named={
        ROUTE
        + f"""def liked(username: UsernameFromPath, engine: ReadEngine):
    return [row["post_id"] for row in reads.fetch_all(engine, {MINE}, username=username)]"""
        + END: "nobody likes nothing",
        ROUTE
        + f"""def liked(username: str, db: SessionDep):
    ids = db.scalars({MINE}, {{"username": username}}).all()
    if len(ids) == 0:
        raise HTTPException(404)
    return ids"""
        + END: "nothing is nobody",
        ROUTE
        + f"""def liked(username: str, engine: ReadEngine):
    reads.get_user(engine, username)
    rows = reads.fetch_all(engine, {MINE}, username=username)
    return [row["post_id"] for row in rows]"""
        + END: "asks first",
        ROUTE
        + """def liked(username: str, db: SessionDep):
    own = select(Like.post_id).where(Like.user_id == id_of_user()).order_by(Like.post_id)
    ids = db.scalars(own, {"username": username}).all()
    if not ids and db.scalar(queries.user(), {"username": username}) is None:
        raise HTTPException(404, "no such user")
    return ids"""
        + END: "smallest first",
    },
    unnamed=(
        ROUTE
        + f"""def liked(username: str, engine: ReadEngine):
    rows = reads.fetch_all(engine, {MINE}, username=username)
    if not rows:
        reads.get_user(engine, username)
    return rows"""
        + END,
        ROUTE
        + """def liked(username: str, db: SessionDep):
    user = db.scalars(select(User).where(User.username == username)).one_or_none()
    own = select(Like.post_id).join(User).where(User.username == username)
    ids = db.scalars(own.order_by(Like.post_id.desc())).all()
    if not ids and user is None:
        raise HTTPException(404, "no such user")
    return ids"""
        + END,
        ROUTE
        + f"""def liked(username: str, db: SessionDep):
    ids = db.scalars({MINE}, {{"username": username}}).all()
    if not ids and db.scalar(queries.user(), {{"username": username}}) is None:
        return HTTPException(404, "no such user")
    return ids"""
        + END,
        ROUTE
        + f"""def liked(username: str, db: SessionDep):
    return db.scalars({MINE}, {{"username": username}}).first()"""
        + END,
    ),
)
