"""A post that its owner may correct, and nobody else."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post
from course.judges.routers import Call, asking, member, requesting
from course.judges.trials import Trial


def rows() -> Rows:
    return no_rows() | {
        "users": [member(7, "keiko"), member(2, "zoe"), member(9, "ana")],
        "posts": [post(2, "Kettle on.", 9), post(9, "Kettle on.", 7), post(4, "Café", 7)],
    }


def correcting(number: int, content: object, by: str = "", times: int = 1) -> Trial:
    shown = "ana (9) wrote post 2, keiko (7) the posts 4 and 9. zoe (2) wrote none."
    call = Call("PUT", f"/posts/{number}", by=by, json=content)
    stored = {"posts": ("id", "content", "owner_id")}
    return requesting(shown, rows, *[call] * times, stored=stored)


TEA = {"content": "Tea is ready."}
TRIALS = (
    correcting(2, TEA, by="ana"),
    correcting(9, TEA, by="keiko", times=2),
    correcting(9, TEA, by="ana"),
    correcting(2, TEA, by="zoe"),
    correcting(2, TEA),
    correcting(99_999, TEA, by="ana"),
    correcting(4, {"content": "  Tea is ready.  "}, by="keiko"),
    correcting(4, {"content": "   "}, by="keiko"),
    correcting(4, {**TEA, "owner_id": 9}, by="keiko"),
)

EXERCISE = Exercise(
    title="A correction",
    minutes=7,
    objective="write an endpoint that only a post's owner can use",
    task="""Write a router with `PUT /posts/{post_id}`. The body is what `POST /posts/` takes,
a `PostCreate`. The owner of the post gives it this content; answer 204. 401 without a token, 404
for a post that isn't there, 403 for somebody else's. Everything but the content stays the same.""",
    starter="""router = APIRouter()


# @router.put("/posts/{post_id}", …)


answer = ...  # then: router""",
    hints=(
        "Which dependency of this notebook answers 401, 404 and 403 before the endpoint runs?",
        "`post: OwnPost` is a row to read, not an object to change. Write an `update(Post)` with "
        "a `where`.",
        "Parameters `post: OwnPost, new: PostCreate, db: SessionDep`; in the body, `with "
        "transaction(db):` and `db.execute(update(Post).where(Post.id == post.id)"
        ".values(content=new.content))`.",
    ),
    imports="""from fastapi import APIRouter
from sqlalchemy import update

from microblog.database import transaction
from microblog.dependencies import CurrentUser, OwnPost, PostKey, SessionDep
from microblog.errors import NotFound, NotPermitted
from microblog.models import Post
from microblog.schemas import PostCreate
""",
    answers=(
        """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(post: OwnPost, new: PostCreate, db: SessionDep) -> None:
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=new.content))


answer = router""",
        """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(user: CurrentUser, post: PostKey, new: PostCreate, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    with transaction(db):
        db.get(Post, post.id).content = new.content


answer = router""",
    ),
    mistakes=(
        Mistake(
            "anybody's",
            """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(user: CurrentUser, post: PostKey, new: PostCreate, db: SessionDep) -> None:
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=new.content))


answer = router""",
            "Everybody who is logged in can rewrite every post.",
        ),
        Mistake(
            "no commit",
            """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(post: OwnPost, new: PostCreate, db: SessionDep) -> None:
    db.execute(update(Post).where(Post.id == post.id).values(content=new.content))


answer = router""",
            "You answer 204, and the post has its old content. Either nothing was changed, or it "
            "wasn't committed: then it's undone when the session closes.",
        ),
        Mistake(
            "all of the owner's",
            """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(post: OwnPost, new: PostCreate, db: SessionDep) -> None:
    with transaction(db):
        change = update(Post).where(Post.owner_id == post.owner_id)
        db.execute(change.values(content=new.content))


answer = router""",
            "Other posts of the same owner have the new content too. Choose the row by the post's "
            "id.",
        ),
        Mistake(
            "no schema",
            """router = APIRouter()


@router.put("/posts/{post_id}", status_code=204)
def update_post(post: OwnPost, new: dict, db: SessionDep) -> None:
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=new["content"]))


answer = router""",
            "The content is stored as it came, with blanks around it, and fields that nobody "
            "asked for are accepted. `PostCreate` checks the body.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="The owner alone, and only the content.",
)
