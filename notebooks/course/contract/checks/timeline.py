"""Step 25: the timeline."""

from course.contract.answer import Row
from course.contract.check import check
from course.contract.checks.people import follows
from course.contract.checks.reactions import retweets
from course.contract.checks.reading import POST, ids
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service


def scene(service: Service) -> dict[str, Row]:
    """Cy follows Ana alone; each has written a post since, and Bo, a stranger, one too."""
    ana, bo, cy = (service.person(role) for role in ("ana", "bo", "cy"))
    service.written()
    service.put(f"/users/{ana.username}/follow", cy).must_be(204)
    return {
        "a stranger's": service.write(bo, "By a stranger."),
        "followed": service.write(ana, "By somebody you follow."),
        "own": service.write(cy, "By yourself."),
    }


@check(step=25, needs=(writes_a_post, follows))
def timeline(service: Service) -> None:
    """`GET /timeline/` answers the posts of oneself and of those one follows, newest first, and
    nobody else's."""
    posts = scene(service)
    answer = service.get("/timeline/", service.person("cy"))
    for row in answer.rows():
        answer.must_have(row, **POST)
    found = ids(answer.rows())
    for whose in ("own", "followed"):
        answer.need(posts[whose]["id"] in found, f"Post {posts[whose]['id']} ({whose}) is missing.")
    stranger = posts["a stranger's"]["id"]
    answer.need(stranger not in found, f"Post {stranger} is by a stranger.")
    expected = [posts["own"]["id"], posts["followed"]["id"]]
    answer.need(found[:2] == expected, f"Posts {expected} should come first, newest first.")


@check(step=25, needs=(follows,))
def timeline_needs_a_token(service: Service) -> None:
    """The timeline without a token is 401."""
    service.get("/timeline/").must_be(401)


@check(step=25, needs=(timeline, retweets))
def timeline_has_retweets(service: Service) -> None:
    """What those people retweet is in the timeline at the time of the retweet; its `timestamp`
    stays that of the post."""
    posts = scene(service)
    old = posts["a stranger's"]
    service.put(f"/posts/{old['id']}/retweet", service.person("ana")).must_be(204)
    answer = service.get("/timeline/", service.person("cy"))
    found = ids(answer.rows())
    answer.need(old["id"] in found, f"Ana retweeted post {old['id']}, and it is missing.")
    answer.need(found[0] == old["id"], "The newest retweet should come first.")
    same = answer.rows()[0]["timestamp"] == old["timestamp"]
    answer.need(same, "The `timestamp` of the post has changed.")


@check(step=25, needs=(timeline_has_retweets,))
def timeline_has_each_post_once(service: Service) -> None:
    """A post that is in the timeline for several reasons comes once."""
    ana, bo, cy = (service.person(role) for role in ("ana", "bo", "cy"))
    service.put(f"/users/{bo.username}/follow", cy).must_be(204)
    post = service.write(ana, "Retweeted by two, and written by a third.")
    for fan in (ana, bo):
        service.put(f"/posts/{post['id']}/retweet", fan).must_be(204)
    answer = service.get("/timeline/", cy)
    service.delete(f"/users/{bo.username}/follow", cy)
    times = ids(answer.rows()).count(post["id"])
    answer.need(times == 1, f"Post {post['id']} comes {times} times.")


@check(step=25, needs=(timeline,))
def timeline_in_pages(service: Service) -> None:
    """Page after page, the timeline is the same as in one piece."""
    cy = service.person("cy")
    whole = ids(service.get("/timeline/", cy, params={"limit": 9}).rows())
    answer = service.get("/timeline/", cy, params={"limit": 3})
    answer.need(answer.next_page, 'There is no `Link` header with `rel="next"`.')
    found = ids(service.follow_links(answer, cy, most=2))
    answer.need(found == whole, f"Posts {whole} should come in three pages, not {found}.")
