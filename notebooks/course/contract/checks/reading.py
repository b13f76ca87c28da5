"""Steps 13 to 17: health, and the posts that anybody can read."""

from course.contract.answer import Answer, Row
from course.contract.check import Waits, check
from course.contract.service import Service

UNKNOWN = 2**53 - 1  # a post that no service has
POST = {"id": int, "content": str, "timestamp": str, "owner_id": int, "username": str}


def ids(rows: list[Row]) -> list[int]:
    return [row["id"] for row in rows]


def need_newest_first(answer: Answer) -> None:
    moments = [answer.moment(row, "timestamp") for row in answer.rows()]
    answer.need(moments == sorted(moments, reverse=True), "The posts aren't newest first.")


@check(step=13)
def healthy(service: Service) -> None:
    """`GET /health` answers 200 and `{"status": "ok"}`."""
    answer = service.get("/health").must_be(200)
    status = answer.object().get("status")
    answer.need(status == "ok", f"`status` should be ok, not {status!r}.")


@check(step=14)
def lists_posts(service: Service) -> None:
    """`GET /posts/` answers 200 and a JSON array of objects."""
    service.get("/posts/").rows()


@check(step=14, needs=(lists_posts,))
def posts_have_their_fields(service: Service) -> None:
    """Each post has `id`, `content`, `timestamp`, `owner_id` and `username`."""
    answer = service.page("/posts/")
    for row in answer.rows():
        answer.must_have(row, **POST)


@check(step=14, needs=(posts_have_their_fields,))
def times_are_in_utc(service: Service) -> None:
    """Times are in UTC and say so, as `2026-08-12T18:30:00Z` does."""
    answer = service.page("/posts/")
    for row in answer.rows():
        answer.moment(row, "timestamp")


@check(step=14, needs=(posts_have_their_fields,))
def twenty_posts(service: Service) -> None:
    """A page has twenty posts unless the client asks for another number."""
    written = service.written()
    answer = service.page("/posts/")
    found = len(answer.rows())
    answer.need(found <= 20, f"{found} posts came, not 20.")
    if len(written) > 20:
        answer.need(found == 20, f"{found} posts came, although there are more than 20.")


@check(step=14, needs=(times_are_in_utc,))
def newest_first(service: Service) -> None:
    """Posts come newest first."""
    answer = service.page("/posts/")
    need_newest_first(answer)
    for post in service.written()[-1:]:
        newest = answer.moment(answer.rows()[0], "timestamp")
        wrong = newest < answer.moment(post, "timestamp")
        answer.need(not wrong, f"Post {post['id']} is newer than the first of the page.")


@check(step=15, needs=(posts_have_their_fields,))
def reads_a_post(service: Service) -> None:
    """`GET /posts/{id}` answers the post with this id."""
    post = service.page("/posts/").rows()[-1]
    answer = service.get(f"/posts/{post['id']}").must_be(200)
    answer.must_have(answer.object(), **POST)
    same = all(answer.object()[name] == post[name] for name in POST)
    answer.need(same, f"This isn't post {post['id']} as it is in the list.")


@check(step=15, needs=(reads_a_post,))
def unknown_post(service: Service) -> None:
    """A post that doesn't exist is 404, with `{"detail": …}` as the body of the error."""
    answer = service.get(f"/posts/{UNKNOWN}").must_be(404)
    answer.need("detail" in answer.object(), "The error has no `detail`.")


@check(step=15, needs=(reads_a_post,))
def id_that_is_no_number(service: Service) -> None:
    """An id that isn't a number is 422."""
    service.get("/posts/abc").must_be(422)


@check(step=16, needs=(posts_have_their_fields,))
def limit(service: Service) -> None:
    """`limit` says how many posts a page has, from 1 to 100."""
    answer = service.page("/posts/", at_least=3, limit=100)
    there = len(answer.rows())
    for asked in (1, 3):
        answer = service.get("/posts/", params={"limit": asked})
        found = len(answer.rows())
        answer.need(found == asked, f"{found} posts came, not {asked}.")
    if service.written():
        answer.need(there > 20, f"With limit=100 only {there} posts came, and there are more.")


@check(step=16, needs=(limit,))
def limits_of_the_limit(service: Service) -> None:
    """A `limit` below 1, above 100 or that isn't a number is 422, and so is a negative offset."""
    for asked in ("limit=0", "limit=101", "limit=-1", "limit=many", "offset=-1"):
        service.get(f"/posts/?{asked}").must_be(422)


@check(step=16, needs=(limit,))
def offset(service: Service) -> None:
    """`offset` leaves out that many posts."""
    expected = ids(service.page("/posts/", at_least=3, limit=5).rows())[2:]
    answer = service.get("/posts/", params={"limit": len(expected), "offset": 2})
    same = ids(answer.rows()) == expected
    answer.need(same, f"Posts {expected} should come, not {ids(answer.rows())}.")


@check(step=16, needs=(limit,))
def link_to_the_next_page(service: Service) -> None:
    """While there are more posts, a `Link` header names the absolute URL of the next page."""
    expected = ids(service.page("/posts/", at_least=5, limit=5).rows())[2:4]
    answer = service.get("/posts/", params={"limit": 2})
    url = answer.next_page
    answer.need(url, 'There is no `Link` header with `rel="next"`.')
    answer.need(str(url).startswith("http"), f"The link isn't absolute: {url}")
    following = service.get(str(url))
    found = ids(following.rows())
    following.need(found == expected, f"Posts {expected} should come next, not {found}.")


@check(step=16, needs=(link_to_the_next_page, offset))
def no_link_on_the_last_page(service: Service) -> None:
    """The last page has no `Link` to a next one."""
    answer = service.get("/posts/", params={"offset": 1_000_000_000})
    answer.need(answer.next_page is None, "There is nothing after this page, and yet a `Link`.")


@check(step=17, needs=(posts_have_their_fields,))
def counts_posts(service: Service) -> None:
    """`GET /posts/with_counts/` answers posts that have `likes_count` and `retweets_count`."""
    answer = service.page("/posts/with_counts/")
    for row in answer.rows():
        answer.must_have(row, **POST, likes_count=int, retweets_count=int)


@check(step=17, needs=(counts_posts, limit))
def counts_a_page(service: Service) -> None:
    """A page with counts has the same posts, in the same order, as one without."""
    plain = ids(service.page("/posts/", limit=7).rows())
    answer = service.get("/posts/with_counts/", params={"limit": 7})
    found = ids(answer.rows())
    answer.need(found == plain, f"Posts {plain} should come, not {found}.")


def counts_of(service: Service, post: Row) -> tuple[int, int, Answer]:
    """How many likes and retweets the page with counts gives for a post, and that page."""
    answer = service.get("/posts/with_counts/", params={"limit": 100})
    for row in answer.rows():
        if row["id"] == post["id"]:
            return row["likes_count"], row["retweets_count"], answer
    raise Waits(17, f"post {post['id']} isn't among the newest hundred with counts.")
