from learners import Learners

TOP = """from fastapi import APIRouter
from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import aliased

from microblog.dependencies import CurrentUser, ReadEngine, SessionDep
from microblog.models import Follow, User
from microblog.reads import fetch_all

router = APIRouter()


"""
GROUPED = """@router.get("/users/me/suggestions/")
def whom_to_follow(user: CurrentUser, engine: ReadEngine):
    mine = select(Follow.followee_id).where(Follow.follower_id == user.id)
    onward = aliased(Follow)
    votes = func.coalesce(func.sum(case((onward.follower_id.in_(mine), 1), else_=0)), 0)
    rows = (
        select(User.username, votes.label("friends_count"))
        .outerjoin(onward, onward.followee_id == User.id)
        .where(User.id != user.id, User.id.not_in(mine))
        .group_by(User.id)
        .order_by(votes.desc(), func.count(onward.follower_id).desc(), User.id)
        .limit(5)
    )
    return fetch_all(engine, rows)


answer = router"""
COUNTED = """@router.get("/users/me/suggestions/")
def whom_to_follow(user: CurrentUser, db: SessionDep) -> list[dict]:
    mine = select(Follow.followee_id).where(Follow.follower_id == user.id)
    onward = aliased(Follow)
    counted = select(onward.followee_id.label("id"), func.count().label("n"))
    counted = counted.group_by(onward.followee_id)
    ours = counted.where(onward.follower_id.in_(mine)).subquery()
    all_of_them = counted.subquery()
    votes = func.coalesce(ours.c.n, 0)
    rows = (
        select(User.username, votes)
        .outerjoin(ours, ours.c.id == User.id)
        .outerjoin(all_of_them, all_of_them.c.id == User.id)
        .where(User.id != user.id, User.id.not_in(mine))
        .order_by(votes.desc(), func.coalesce(all_of_them.c.n, 0).desc(), User.id)
    )
    found = db.execute(rows.limit(5)).all()
    return [{"username": name, "friends_count": number} for name, number in found]


answer = router"""
APP = TOP.replace("router = APIRouter()", "from fastapi import FastAPI\n\napp = FastAPI()")

LEARNERS = Learners(
    right=(
        TOP + GROUPED,
        TOP + COUNTED,
        APP + COUNTED.replace("@router", "@app").replace("= router", "= app"),
        TOP.replace("APIRouter()", 'APIRouter(prefix="/users/me")')
        + GROUPED.replace('"/users/me/suggestions/"', '"/suggestions/"'),
    ),
    named={
        TOP + GROUPED.replace("votes.desc(), ", ""): "popular only",
        TOP + GROUPED.replace("User.id != user.id, ", ""): "oneself",
        TOP + COUNTED.replace(", User.id.not_in(mine)", ""): "already followed",
        TOP + COUNTED.replace("outerjoin(ours", "join(ours"): "friends only",
        TOP
        + COUNTED.replace("func.coalesce(all_of_them.c.n, 0).desc(), ", "").replace(
            "        .outerjoin(all_of_them, all_of_them.c.id == User.id)\n", ""
        ): "any order among equals",
    },
    unnamed=(
        TOP + GROUPED.replace("limit(5)", "limit(4)"),
        TOP + GROUPED.replace('"friends_count"', '"votes"'),
        TOP + GROUPED.replace("votes.desc()", "votes"),
        TOP + GROUPED.replace("user.id))", "user.id)", 1).replace("== user.id)\n", "== 8)\n", 1),
        TOP + GROUPED.replace("/suggestions/", "/suggested/"),
        TOP + GROUPED.replace("return fetch_all(engine, rows)", "return []"),
    ),
)
