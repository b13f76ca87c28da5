from learners import Learners

TOP = """from fastapi import APIRouter, Body, HTTPException
from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from microblog import queries, reads, services
from microblog.database import insert_if_absent, transaction
from microblog.dependencies import CurrentUser, ReadEngine, SessionDep
from microblog.errors import MicroblogError, NotFound
from microblog.models import Follow, User

router = APIRouter()


"""

LEARNERS = Learners(
    right=(
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    ids = []
    for name in usernames:
        user = reads.find_user(engine, name)
        if user is None:
            raise HTTPException(404, f"There is no user {name}.")
        if user.id == me.id:
            raise HTTPException(400, "You cannot follow yourself.")
        ids.append(user.id)
    for number in ids:
        insert_if_absent(db, Follow, follower_id=me.id, followee_id=number)
    db.commit()


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    names = {name.lower() for name in usernames}
    found = db.scalars(select(User).where(func.lower(User.username).in_(names))).all()
    if len(found) < len(names):
        raise NotFound("One of these names does not exist.")
    if me.id in [user.id for user in found]:
        raise MicroblogError("You cannot follow yourself.")
    rows = [{"follower_id": me.id, "followee_id": user.id} for user in found]
    with transaction(db):
        if rows:
            db.execute(insert(Follow).on_conflict_do_nothing(), rows)


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if any(user.id == me.id for user in users):
        raise MicroblogError("You cannot follow yourself.")
    for user in users:
        services.follow_user(db, me, user)


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for name in usernames:
            user = db.scalar(select(User).where(func.lower(User.username) == name.lower()))
            if not user:
                raise NotFound(name)
            if user.id == me.id:
                raise MicroblogError("not yourself")
            if db.get(Follow, (me.id, user.id)) is None:
                db.add(Follow(follower_id=me.id, followee_id=user.id))
                db.flush()


answer = router""",
    ),
    named={
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    for name in usernames:
        user = db.scalars(queries.user(), {"username": name}).one_or_none()
        if user is None:
            raise NotFound(name)
        services.follow_user(db, me, user)


answer = router""": "one by one",
        TOP
        + """def look(db, name):
    return db.scalars(queries.user(), {"username": name}).one_or_none()


@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for n in usernames:
            u = look(db, n)
            if u is None:
                raise NotFound(n)
            if u.id == me.id:
                raise MicroblogError("self")
            insert_if_absent(db, Follow, follower_id=u.id, followee_id=me.id)


answer = router""": "the wrong way round",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if any(user.id == me.id for user in users):
        raise MicroblogError("not yourself")
    with transaction(db):
        for user in users:
            db.add(Follow(follower_id=me.id, followee_id=user.id))
            db.flush()


answer = router""": "not twice",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if any(user.id == me.id for user in users):
        raise MicroblogError("not yourself")
    for user in users:
        insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""": "no commit",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for name in usernames:
            user = db.scalar(select(User).where(User.username == name))
            if user is None:
                raise NotFound(name)
            if user.id == me.id:
                raise MicroblogError("self")
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""": "exact names",
    },
    unnamed=(
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.find_user(engine, name) for name in usernames]
    with transaction(db):
        for user in users:
            if user and user.id != me.id:
                insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    for user in users:
        services.follow_user(db, me, user)


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=201)
def endpoint(me: CurrentUser, usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if any(user.id == me.id for user in users):
        raise MicroblogError("not yourself")
    with transaction(db):
        for user in users:
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""",
        TOP
        + """@router.put("/users/me/following/", status_code=204)
def endpoint(usernames: list[str], db: SessionDep, engine: ReadEngine) -> None:
    me = reads.get_user(engine, "jonas")
    users = [reads.get_user(engine, name) for name in usernames]
    if any(user.id == me.id for user in users):
        raise MicroblogError("not yourself")
    with transaction(db):
        for user in users:
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""",
    ),
)
