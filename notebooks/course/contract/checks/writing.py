"""Steps 21 and 23: writing and deleting."""

from course.contract.check import Waits, check
from course.contract.checks.logging_in import reads_oneself
from course.contract.checks.reading import POST, UNKNOWN, ids, lists_posts, reads_a_post
from course.contract.service import Service


@check(step=21, needs=(reads_oneself,))
def writes_a_post(service: Service) -> None:
    """`POST /posts/` answers 201 and the post, which belongs to the user of the token."""
    bo = service.person("bo")
    text = f"Written by Bo · {service.tag}"
    answer = service.post("/posts/", bo, json={"content": text}).must_be(201)
    post = answer.object()
    answer.must_have(post, **POST)
    answer.moment(post, "timestamp")
    answer.need(post["content"] == text, "The content isn't what was sent.")
    owner = (post["owner_id"], post["username"])
    answer.need(owner == (bo.id, bo.username), f"The owner should be {bo.username}, {bo.id}.")


@check(step=21, needs=(writes_a_post, reads_a_post))
def new_post_is_there_at_once(service: Service) -> None:
    """As soon as the 201 has come, the post can be read, alone and in the list."""
    post = service.write(service.person("bo"), "Read me at once.")
    service.get(f"/posts/{post['id']}").must_be(200)
    answer = service.get("/posts/")
    last_shown = answer.moment(answer.rows()[-1], "timestamp")
    expected = last_shown <= answer.moment(post, "timestamp")  # else later posts fill the page
    there = not expected or post["id"] in ids(answer.rows())
    answer.need(there, f"Post {post['id']} isn't in the list.")


@check(step=21, needs=(writes_a_post,))
def new_post_has_a_location(service: Service) -> None:
    """The 201 has a `Location`: the path of the new post, `/posts/{id}`."""
    answer = service.post("/posts/", service.person("bo"), json={"content": "Where am I?"})
    answer.must_lead_to(f"/posts/{answer.object()['id']}")


@check(step=21, needs=(writes_a_post,))
def writing_needs_a_token(service: Service) -> None:
    """Without a token nobody can write: 401."""
    service.post("/posts/", json={"content": "by nobody"}).must_be(401)


@check(step=21, needs=(writes_a_post,))
def content_that_is_not_valid(service: Service) -> None:
    """Content has 1 to 280 characters, not counting spaces at its ends: anything else is 422."""
    bo = service.person("bo")
    for content in ("", " \n ", "x" * 281, 7, None):
        service.post("/posts/", bo, json={"content": content}).must_be(422)
    service.post("/posts/", bo, json={}).must_be(422)


@check(step=21, needs=(writes_a_post,))
def content_of_280_characters(service: Service) -> None:
    """Each character counts once, emoji too, and spaces at the ends are stripped."""
    longest = "🌒" * 280
    answer = service.post("/posts/", service.person("bo"), json={"content": f" {longest}\n"})
    content = answer.must_be(201).object()["content"]
    answer.need(content == longest, f"{len(content)} characters are kept, not 280.")


@check(step=21, needs=(reads_oneself, lists_posts))
def owner_comes_from_the_token(service: Service) -> None:
    """The owner is the user of the token, whatever the body says."""
    ana, bo = service.person("ana"), service.person("bo")
    lie = {"content": f"Not written by Bo · {service.tag}", "owner_id": bo.id}
    answer = service.post("/posts/", ana, json=lie)
    if answer.status in (404, 405):
        raise Waits(21, writes_a_post.says)
    listed = service.get("/posts/")
    found = [row for row in listed.rows() if row.get("content") == lie["content"]]
    owners = [row.get("owner_id") for row in found]
    answer.need(
        bo.id not in owners, f"With Ana's token a post was written in {bo.username}'s name."
    )


@check(step=23, needs=(writes_a_post, reads_a_post))
def deletes_a_post(service: Service) -> None:
    """`DELETE /posts/{id}` by its owner answers 204, and then the post is gone."""
    bo = service.person("bo")
    post = service.write(bo, "Soon gone.")
    service.delete(f"/posts/{post['id']}", bo).must_be(204)
    service.get(f"/posts/{post['id']}").must_be(404)


@check(step=23, needs=(writes_a_post, reads_a_post))
def post_of_somebody_else(service: Service) -> None:
    """A post of somebody else can't be deleted: 403, and it is still there."""
    post = service.write(service.person("ana"), "Only Ana may delete me.")
    refused = service.delete(f"/posts/{post['id']}", service.person("bo"))
    if refused.status == 405:
        raise Waits(23, deletes_a_post.says)
    refused.must_be(403)
    service.get(f"/posts/{post['id']}").must_be(200)


@check(step=23, needs=(deletes_a_post,))
def deleting_needs_a_token_and_a_post(service: Service) -> None:
    """Deleting without a token is 401, and deleting a post that doesn't exist is 404."""
    post = service.write(service.person("ana"), "Nobody may delete me.")
    service.delete(f"/posts/{post['id']}").must_be(401)
    service.delete(f"/posts/{UNKNOWN}", service.person("ana")).must_be(404)


@check(step=23, needs=(writes_a_post, reads_a_post))
def deletes_an_account(service: Service) -> None:
    """`DELETE /users/me` answers 204; the posts go too, and the token is worth nothing."""
    di = service.person("di")
    post = service.write(di, "Goodbye.")
    service.delete("/users/me", di).must_be(204)
    service.get(f"/posts/{post['id']}").must_be(404)
    service.get("/users/me", di).must_be(401)
    service.forget("di")
