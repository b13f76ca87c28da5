"""An endpoint that deletes rows of the token's user, and of nobody else."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post
from course.judges.routers import Call, asking, member, requesting
from course.judges.trials import Trial

PATH = "/users/me/likes/"


def rows() -> Rows:
    pairs = ((7, 4), (9, 4), (3, 4), (9, 2), (7, 8))
    return no_rows() | {
        "users": [member(7, "keiko"), member(3, "zoe"), member(9, "ana"), member(4, "marta")],
        "posts": [post(4, "Kettle on.", 7), post(2, "Kettle on.", 7), post(8, "Café", 9)],
        "likes": [{"user_id": reader, "post_id": number} for reader, number in pairs],
    }


def taking_back(*calls: Call) -> Trial:
    shown = "ana (9) likes the posts 4 and 2, keiko (7) the posts 4 and 8, zoe (3) post 4."
    return requesting(shown, rows, *calls, stored={"likes": ("user_id", "post_id")})


ANA, MARTA, NOBODY = (Call("DELETE", PATH, by=name) for name in ("ana", "marta", ""))
TRIALS = (
    taking_back(ANA),
    taking_back(MARTA),
    taking_back(NOBODY),
    taking_back(ANA, ANA),
    taking_back(Call("DELETE", f"{PATH}?user_id=7", by="ana")),
)

EXERCISE = Exercise(
    title="Take all of them back",
    minutes=5,
    objective="write an endpoint that only the token's user can act through",
    task="""Fill in the gaps: at `DELETE /users/me/likes/` the user of the token takes all
their likes back. Answer 204, also when there are none. Nobody else's likes are touched. The check
tries your router inside the finished service.""",
    starter="""router = APIRouter()


@router.delete("/users/me/likes/", status_code=____)
def delete_likes(user: ____, db: SessionDep) -> None:
    with ____(db):
        db.execute(delete(Like).where(____))


answer = ____  # the router""",
    hints=(
        "Which parameter gives you the user of the token, and answers 401 by itself?",
        "Which block commits at its end? And whose likes does the `where` keep the `delete` to?",
        "`status_code=204`, `user: CurrentUser`, `with transaction(db):`, `where(Like.user_id == "
        "user.id)`, and `answer = router`.",
    ),
    imports="""from fastapi import APIRouter
from sqlalchemy import delete, select

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import NotFound
from microblog.models import Like
""",
    answers=(
        """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == user.id))


answer = router""",
        """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        for like in db.scalars(select(Like).where(Like.user_id == user.id)):
            db.delete(like)


answer = router""",
    ),
    mistakes=(
        Mistake(
            "everybody's",
            """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like))


answer = router""",
            "The likes of all users are gone. A `delete` without `where` deletes every row.",
        ),
        Mistake(
            "no commit",
            """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    db.execute(delete(Like).where(Like.user_id == user.id))


answer = router""",
            "You answer 204, and the likes are still there. Either nothing was deleted, or it "
            "wasn't committed: then it's undone when the session closes.",
        ),
        Mistake(
            "user from the query",
            """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user_id: int, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == user_id))


answer = router""",
            "Your endpoint takes the user's id from the address, so anybody can delete the likes "
            "of anybody. Take the user who acts from the token.",
        ),
        Mistake(
            "200",
            """router = APIRouter()


@router.delete("/users/me/likes/")
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == user.id))


answer = router""",
            "You answer 200 with `null`. When there's nothing to send back, answer 204.",
        ),
        Mistake(
            "404 when none",
            """router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        likes = db.execute(delete(Like).where(Like.user_id == user.id))
    if not likes.rowcount:
        raise NotFound("No likes.")


answer = router""",
            "A user without likes gets a 404. But afterwards there are no likes of theirs, as the "
            "request asks, so it's a 204.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="Ana's likes are gone, the others' stayed, and the token said whose they were.",
)
