"""Posts, likes, retweets, and the timeline."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse

from microblog import queries, services
from microblog.dependencies import (
    CurrentUser,
    OwnPost,
    PostFromPath,
    PostKey,
    ReplicaEngine,
    SessionDep,
    refuse_unknown_parameters,
)
from microblog.documentation import created_responses, error_responses, list_responses
from microblog.paging import PostPage, TimelinePage, page_response
from microblog.reads import fetch_all
from microblog.responses import json_response
from microblog.schemas import PostCreate, PostPublic, PostWithCounts

router = APIRouter(tags=["posts"], dependencies=[Depends(refuse_unknown_parameters)])


@router.get("/posts/", responses=list_responses())
def list_posts(request: Request, engine: ReplicaEngine, page: PostPage) -> list[PostPublic]:
    """Posts, newest first."""
    rows = fetch_all(engine, queries.posts(), **page.values())
    return page_response(request, page, list[PostPublic], rows)


@router.post("/posts/", status_code=201, responses=created_responses(400, 401, 413, 422))
def create_post(request: Request, user: CurrentUser, new: PostCreate, db: SessionDep) -> PostPublic:
    """Write a post."""
    post = services.create_post(db, user, new.content)
    content = {
        "id": post.id,
        "content": post.content,
        "timestamp": post.timestamp,
        "owner_id": user.id,
        "username": user.username,
    }
    location = str(request.url_for("read_post", post_id=post.id))
    return json_response(PostPublic, content, 201, {"Location": location})


@router.get("/posts/with_counts/", responses=list_responses())
def list_posts_with_counts(
    request: Request, engine: ReplicaEngine, page: PostPage
) -> list[PostWithCounts]:
    """Posts with their likes and retweets counted, newest first."""
    rows = fetch_all(engine, queries.posts_with_counts(), **page.values())
    return page_response(request, page, list[PostWithCounts], rows)


@router.get("/posts/with_counts", include_in_schema=False)
async def redirect_to_posts_with_counts(request: Request) -> RedirectResponse:
    """Without its closing slash the path would be taken for a post's."""
    return RedirectResponse(request.url.replace(path=f"{request.url.path}/"))


@router.get("/posts/{post_id}", responses=error_responses(404, 422))
def read_post(post: PostFromPath) -> PostPublic:
    """One post."""
    return json_response(PostPublic, post)


@router.delete("/posts/{post_id}", status_code=204, responses=error_responses(401, 403, 404, 422))
def delete_post(post: OwnPost, db: SessionDep) -> None:
    """Delete a post of one's own, with its likes and retweets."""
    services.delete_post(db, post.id)


@router.put("/posts/{post_id}/like", status_code=204, responses=error_responses(401, 404, 422))
def create_like(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    """Like a post; a second like changes nothing."""
    services.like_post(db, user, post.id)


@router.delete("/posts/{post_id}/like", status_code=204, responses=error_responses(401, 404, 422))
def delete_like(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    """Take a like back."""
    services.unlike_post(db, user, post.id)


@router.put("/posts/{post_id}/retweet", status_code=204, responses=error_responses(401, 404, 422))
def create_retweet(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    """Retweet a post; a second retweet changes nothing."""
    services.retweet_post(db, user, post.id)


@router.delete(
    "/posts/{post_id}/retweet", status_code=204, responses=error_responses(401, 404, 422)
)
def delete_retweet(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    """Take a retweet back."""
    services.unretweet_post(db, user, post.id)


@router.get("/timeline/", responses=list_responses(401))
def list_timeline(
    request: Request, engine: ReplicaEngine, user: CurrentUser, page: TimelinePage
) -> list[PostPublic]:
    """One's own posts, and what the people one follows wrote or retweeted, each post once."""
    rows = fetch_all(engine, queries.timeline(), user_id=user.id, **page.values())
    return page_response(request, page, list[PostPublic], rows)
