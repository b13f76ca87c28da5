"""An endpoint that knows who asks."""

from jose import jwt

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post
from course.judges.routers import Call, asking, member, requesting

PEOPLE = ((7, "keiko"), (3, "zoe"), (9, "ana"), (5, "marta"))
PAIRS = ((7, 1041), (7, 48), (7, 500), (7, 300), (9, 48), (9, 7), (3, 300))


def rows() -> Rows:
    return no_rows() | {
        "users": [member(number, name) for number, name in PEOPLE],
        "posts": [post(number, "Kettle on.", 9) for number in (1041, 48, 7, 500, 300)],
        "likes": [{"user_id": reader, "post_id": number} for reader, number in PAIRS],
    }


PATH = "/users/me/likes/"
FORGED = jwt.encode({"sub": "marta", "iat": 1_600_000_000, "exp": 4_000_000_000}, "Nils's own key")
NILS = Call(
    "GET",
    PATH,
    headers={"Authorization": f"Bearer {FORGED}"},
    told="with a token of marta that Nils signed with a key of his own",
)
LIKES = "keiko likes 48, 300, 500 and 1041; ana 7 and 48; zoe 300; marta none."
TRIALS = (
    requesting(LIKES, rows, Call("GET", PATH, by="zoe")),
    requesting(LIKES, rows, Call("GET", PATH, by="marta")),
    requesting(LIKES, rows, Call("GET", PATH, by="keiko")),
    requesting(
        f"{LIKES} The database returns rows in another order.",
        rows,
        Call("GET", PATH, by="keiko"),
        backwards=True,
    ),
    requesting("", rows, Call("GET", PATH)),
    requesting("", rows, NILS),
    requesting(LIKES, rows, Call("GET", f"{PATH}?username=ana&user_id=9", by="keiko")),
)

EXERCISE = Exercise(
    title="My likes",
    minutes=7,
    objective="write an endpoint that knows who asks",
    task="""What somebody likes is their own affair. Write `GET /users/me/likes/`: the ids of
the posts that the current user likes, smallest first, as a list of numbers. Without a valid token
the answer is 401. (`Like`, with `user_id` and `post_id`, is in `microblog.models`, and `select` in
`sqlalchemy`.)""",
    starter="""router = APIRouter()

# @router.get("/users/me/likes/") …

answer = ...  # then: router""",
    hints=(
        "One parameter of your function says who is asking. Which kind can no caller fill in?",
        "`user: CurrentUser` gives the user or ends in 401, and `db: SessionDep` gives a session. "
        "The statement selects one column of `Like`, filtered and sorted.",
        "`select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)`, and "
        "return `db.scalars(…).all()`. Above the function: "
        '`@router.get("/users/me/likes/")`.',
    ),
    imports="""from fastapi import APIRouter, HTTPException, Request
from jose import jwt
from sqlalchemy import select

from microblog.dependencies import BearerToken, CurrentUser, ReadEngine, SessionDep
from microblog.models import Like, User
from microblog.security import InvalidToken, decode_access_token
""",
    answers=(
        """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return db.scalars(own).all()


answer = router""",
        """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, engine: ReadEngine) -> list[int]:
    with engine.connect() as connection:
        likes = connection.execute(select(Like.post_id).where(Like.user_id == user.id))
        return sorted(like.post_id for like in likes)


answer = router""",
    ),
    mistakes=(
        Mistake(
            "who asks is a parameter",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(username: str, db: SessionDep) -> list[int]:
    own = select(Like.post_id).join(User, User.id == Like.user_id).order_by(Like.post_id)
    return db.scalars(own.where(User.username == username)).all()


answer = router""",
            "Your endpoint asks the caller who they are, so anybody can say that they are Ana. "
            "Take the user from the token.",
        ),
        Mistake(
            "everybody's likes",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    return db.scalars(select(Like.post_id).order_by(Like.post_id)).all()


answer = router""",
            "Everybody gets the likes of all users.",
        ),
        Mistake(
            "no order",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    return db.scalars(select(Like.post_id).where(Like.user_id == user.id)).all()


answer = router""",
            "The order changes with the database: your statement doesn't ask for one.",
        ),
        Mistake(
            "largest first",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == user.id)
    return db.scalars(own.order_by(Like.post_id.desc())).all()


answer = router""",
            "The largest id comes first. The task asks for the smallest first.",
        ),
        Mistake(
            "token not checked",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(token: BearerToken, db: SessionDep) -> list[int]:
    if token is None:
        raise HTTPException(401)
    name = jwt.get_unverified_claims(token)["sub"]
    own = select(Like.post_id).join(User, User.id == Like.user_id)
    return db.scalars(own.where(User.username == name).order_by(Like.post_id)).all()


answer = router""",
            "A token that Nils signed himself is accepted. Reading a token isn't checking it.",
        ),
        Mistake(
            "403 for nobody",
            """router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(token: BearerToken, db: SessionDep, request: Request) -> list[int]:
    try:
        name = decode_access_token(token or "", request.app.state.settings).username
    except InvalidToken:
        raise HTTPException(403) from None
    own = select(Like.post_id).join(User, User.id == Like.user_id)
    return db.scalars(own.where(User.username == name).order_by(Like.post_id)).all()


answer = router""",
            "Without a valid token you answer 403, which means: I know who you are, and you may "
            "not. 401 asks who it is.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="Each gets their own likes, and a request without a good token gets a 401.",
)
