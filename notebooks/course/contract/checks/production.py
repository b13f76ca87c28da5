"""Step 32: what browsers, monitoring, proxies and several workers need."""

from course.contract.answer import Answer
from course.contract.check import check
from course.contract.checks.logging_in import reads_oneself
from course.contract.checks.reading import counts_posts, healthy, reads_a_post
from course.contract.checks.timeline import timeline
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service

CONNECTIONS = 8


def need_redirect(answer: Answer, path: str) -> None:
    answer.need(300 <= answer.status < 400, f"Expected a redirect, but {answer.status} came.")
    answer.must_lead_to(path)


@check(step=32)
def front_door(service: Service) -> None:
    """`GET /` redirects to `/docs`."""
    need_redirect(service.get("/"), "/docs")


@check(step=32, needs=(counts_posts, reads_a_post, timeline))
def head(service: Service) -> None:
    """Every GET answers HEAD too: the same status, and no body."""
    bo = service.person("bo")
    post = service.page("/posts/").rows()[0]["id"]
    person = f"/users/{bo.username}"
    lists = ["/posts/", "/posts/with_counts/", "/timeline/"]
    lists += [f"{person}/{name}/" for name in ("posts", "followers", "following")]
    for path in ("/health", "/users/me", person, f"/posts/{post}", *lists):
        answer = service.send("HEAD", path, bo).must_be(200)
        answer.need(not answer.text, "The answer to HEAD has a body.")


@check(step=32, needs=(counts_posts, timeline))
def other_form_of_the_slash(service: Service) -> None:
    """A path with a closing slash too many or too few redirects to the path of the contract."""
    for path in ("/posts", "/posts/with_counts", "/timeline", "/health/", "/users/me/"):
        expected = path.rstrip("/") if path.endswith("/") else f"{path}/"
        need_redirect(service.get(path, service.person("bo")), expected)


@check(step=32, needs=(healthy,))
def errors_have_one_form(service: Service) -> None:
    """Every error is `{"detail": …}`: a path that doesn't exist, a method that isn't allowed."""
    unknown = service.get("/nothing/here").must_be(404)
    unknown.need("detail" in unknown.object(), "The error has no `detail`.")
    refused = service.send("PATCH", "/health").must_be(405)
    refused.need("detail" in refused.object(), "The error has no `detail`.")


@check(step=32, needs=(reads_oneself, writes_a_post, reads_a_post))
def every_worker_agrees(service: Service) -> None:
    """Every connection, whichever worker answers it, takes the same token and has the same
    posts."""
    bo = service.person("bo")
    post = service.write(bo, "For all workers.")
    for _ in range(CONNECTIONS):
        with service.one_connection():
            service.get("/users/me", bo).must_be(200)
            service.get(f"/posts/{post['id']}").must_be(200)
