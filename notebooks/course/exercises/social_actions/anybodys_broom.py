"""An endpoint that lets everybody delete every post, to be repaired."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post
from course.judges.routers import Call, asking, member, requesting
from course.judges.trials import Trial


def rows() -> Rows:
    return no_rows() | {
        "users": [member(7, "keiko"), member(2, "zoe"), member(9, "ana")],
        "posts": [post(2, "Kettle on.", 9), post(9, "Kettle on.", 7), post(4, "Café", 7)],
        "likes": [{"user_id": 9, "post_id": 9}],
    }


def deleting(number: int, by: str, twice: bool = False) -> Trial:
    shown = "ana (9) wrote post 2, keiko (7) the posts 4 and 9. zoe (2) wrote none."
    calls = [Call("DELETE", f"/posts/{number}", by=by)] * (1 + twice)
    return requesting(shown, rows, *calls, stored={"posts": ("id",)})


TRIALS = (
    deleting(2, by="ana"),
    deleting(9, by="keiko"),
    deleting(9, by="ana"),
    deleting(2, by="zoe"),
    deleting(4, by="zoe"),
    deleting(2, by=""),
    deleting(99_999, by="ana"),
    deleting(4, by="keiko", twice=True),
)

EXERCISE = Exercise(
    title="Anybody's broom",
    minutes=4,
    objective="refuse what belongs to somebody else, with the right status",
    task="""The endpoint in the next cell lets every logged-in user delete every post. Repair
it: 401 without a token, 404 for a post that isn't there, 403 for somebody else's, 204 for one's
own. (`services.delete_post` deletes a post and commits, without a check.)""",
    starter="""router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    services.delete_post(db, post.id)


answer = ...  # repair the endpoint, then: router""",
    hints=(
        "Whose post is it, and who is asking? The endpoint has both and doesn't compare them.",
        "A dependency of this notebook compares them, before the endpoint runs.",
        "Ask for `post: OwnPost, db: SessionDep`. Nothing else changes.",
    ),
    imports="""from fastapi import APIRouter

from microblog import services
from microblog.dependencies import CurrentUser, OwnPost, PostKey, SessionDep
from microblog.errors import NotFound, NotPermitted, Unauthorized
""",
    answers=(
        """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(post: OwnPost, db: SessionDep) -> None:
    services.delete_post(db, post.id)


answer = router""",
        """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    services.delete_post(db, post.id)


answer = router""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    services.delete_post(db, post.id)


answer = router""",
            "Everybody who is logged in can still delete every post.",
        ),
        Mistake(
            "404 for others",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise NotFound("That is not your post.")
    services.delete_post(db, post.id)


answer = router""",
            "Somebody else's post is answered with 404, though everybody can read it. 403 says "
            "that it exists and that you may not do this.",
        ),
        Mistake(
            "401 for others",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise Unauthorized("That is not your post.")
    services.delete_post(db, post.id)


answer = router""",
            "Somebody else's post is answered with 401, which means that there's no valid token. "
            "There is one, so the answer is 403.",
        ),
        Mistake(
            "204 for others",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id == user.id:
        services.delete_post(db, post.id)


answer = router""",
            "Somebody else's post stays, but you answer 204, as if it were deleted. Answer 403.",
        ),
        Mistake(
            "compared too late",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    services.delete_post(db, post.id)
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")


answer = router""",
            "You answer 403, and the post is gone all the same: the service function commits. "
            "Compare before you delete.",
        ),
        Mistake(
            "the wrong ids",
            """router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    services.delete_post(db, post.id)


answer = router""",
            "You compare the user's id with the id of the post. `owner_id` says whose it is.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="401, 404, 403, 204: each for its own reason.",
)
