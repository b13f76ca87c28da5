"""Posts, likes, retweets, and the timeline."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from microblog import queries, services
from microblog.dependencies import CurrentUser, OwnPost, PageParams, PostFromPath, SessionDep
from microblog.errors import answers
from microblog.schemas import PostCreate, PostPublic, PostWithCounts

router = APIRouter(tags=["posts"])


@router.get("/posts/", response_model=list[PostPublic], responses=answers(422))
def list_posts(page: PageParams) -> Any:
    """Posts, newest first."""
    return page.of(queries.posts())


@router.post("/posts/", status_code=201, responses=answers(400, 401, 413, 422))
def create_post(user: CurrentUser, new: PostCreate, db: SessionDep) -> PostPublic:
    """Write a post."""
    post = services.create_post(db, user, new.content)
    return PostPublic(
        id=post.id,
        content=post.content,
        timestamp=post.timestamp,
        owner_id=user.id,
        username=user.username,
    )


@router.get("/posts/with_counts/", response_model=list[PostWithCounts], responses=answers(422))
def list_posts_with_counts(page: PageParams) -> Any:
    """Posts with their likes and retweets counted, newest first."""
    return page.of(queries.posts_with_counts())


@router.get("/posts/with_counts", include_in_schema=False)
async def redirect_to_posts_with_counts(request: Request) -> RedirectResponse:
    """Without its closing slash the path would be taken for a post's."""
    return RedirectResponse(request.url.replace(path=f"{request.url.path}/"))


@router.get("/posts/{post_id}", response_model=PostPublic, responses=answers(404, 422))
def read_post(post: PostFromPath) -> Any:
    """One post."""
    return post._asdict()


@router.delete("/posts/{post_id}", status_code=204, responses=answers(401, 403, 404, 422))
def delete_post(post: OwnPost, db: SessionDep) -> None:
    """Delete a post of one's own, with its likes and retweets."""
    services.delete_post(db, post.id)


@router.put("/posts/{post_id}/like", status_code=204, responses=answers(401, 404, 422))
def create_like(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    """Like a post; a second like changes nothing."""
    services.like_post(db, user, post.id)


@router.delete("/posts/{post_id}/like", status_code=204, responses=answers(401, 404, 422))
def delete_like(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    """Take a like back."""
    services.unlike_post(db, user, post.id)


@router.put("/posts/{post_id}/retweet", status_code=204, responses=answers(401, 404, 422))
def create_retweet(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    """Retweet a post; a second retweet changes nothing."""
    services.retweet_post(db, user, post.id)


@router.delete("/posts/{post_id}/retweet", status_code=204, responses=answers(401, 404, 422))
def delete_retweet(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    """Take a retweet back."""
    services.unretweet_post(db, user, post.id)


@router.get("/timeline/", response_model=list[PostPublic], responses=answers(401, 422))
def list_timeline(user: CurrentUser, page: PageParams) -> Any:
    """One's own posts, and what the people one follows wrote or retweeted, each post once."""
    return page.of(queries.timeline(), "shown_at", user_id=user.id)
