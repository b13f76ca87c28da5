"""Step 22: likes and retweets."""

from course.contract.check import check
from course.contract.checks.reading import UNKNOWN, counts_of, counts_posts
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service

CLICKS = 8  # at once
ROUNDS = 8


@check(step=22, needs=(writes_a_post, counts_posts))
def likes(service: Service) -> None:
    """`PUT /posts/{id}/like` answers 204, and `likes_count` says so."""
    post = service.write(service.person("ana"), "Like me.")
    service.put(f"/posts/{post['id']}/like", service.person("bo")).must_be(204)
    found, _, answer = counts_of(service, post)
    answer.need(found == 1, f"Post {post['id']} has 1 like, and `likes_count` is {found}.")


@check(step=22, needs=(likes,))
def liking_twice_counts_once(service: Service) -> None:
    """A second like of the same post answers 204 again and changes nothing."""
    post = service.write(service.person("ana"), "Like me twice.")
    for _ in range(2):
        service.put(f"/posts/{post['id']}/like", service.person("bo")).must_be(204)
    found, _, answer = counts_of(service, post)
    answer.need(found == 1, f"Bo liked post {post['id']} twice, and {found} likes are counted.")


@check(step=22, needs=(likes, liking_twice_counts_once))
def likes_at_once_count_once(service: Service) -> None:
    """Likes of one user for one post that arrive at the same time count once."""
    ana, bo = service.person("ana"), service.person("bo")
    for number in range(1, ROUNDS + 1):
        post = service.write(ana, f"Click {number}.")
        came = service.at_once(CLICKS, "PUT", f"/posts/{post['id']}/like", bo)
        found, _, page = counts_of(service, post)
        wrong = f"Bo liked post {post['id']} {CLICKS} times at once: {found} likes are counted."
        page.need(found == 1, wrong)
        page.need(set(came) == {204}, f"Of {CLICKS} likes at once, some weren't 204: {came}")


@check(step=22, needs=(likes,))
def takes_a_like_back(service: Service) -> None:
    """`DELETE /posts/{id}/like` answers 204 and removes the like; so does a second one."""
    bo = service.person("bo")
    post = service.write(service.person("ana"), "Like me no more.")
    service.put(f"/posts/{post['id']}/like", bo).must_be(204)
    for _ in range(2):
        service.delete(f"/posts/{post['id']}/like", bo).must_be(204)
    found, _, answer = counts_of(service, post)
    answer.need(found == 0, f"The like was taken back, and `likes_count` is {found}.")


@check(step=22, needs=(writes_a_post, counts_posts))
def retweets(service: Service) -> None:
    """`PUT /posts/{id}/retweet` answers 204, twice too, and counts once."""
    post = service.write(service.person("ana"), "Retweet me.")
    for _ in range(2):
        service.put(f"/posts/{post['id']}/retweet", service.person("bo")).must_be(204)
    _, found, answer = counts_of(service, post)
    answer.need(found == 1, f"Post {post['id']} has 1 retweet, and {found} are counted.")


@check(step=22, needs=(retweets,))
def takes_a_retweet_back(service: Service) -> None:
    """`DELETE /posts/{id}/retweet` answers 204 and removes the retweet; so does a second one."""
    bo = service.person("bo")
    post = service.write(service.person("ana"), "Retweet me no more.")
    service.put(f"/posts/{post['id']}/retweet", bo).must_be(204)
    for _ in range(2):
        service.delete(f"/posts/{post['id']}/retweet", bo).must_be(204)
    _, found, answer = counts_of(service, post)
    answer.need(found == 0, f"The retweet was taken back, and `retweets_count` is {found}.")


@check(step=22, needs=(likes, retweets))
def counts_do_not_multiply(service: Service) -> None:
    """Likes and retweets are counted each on their own: two and two are two and two."""
    ana, bo = service.person("ana"), service.person("bo")
    post = service.write(ana, "Like me and retweet me.")
    for person in (ana, bo):
        for reaction in ("like", "retweet"):
            service.put(f"/posts/{post['id']}/{reaction}", person).must_be(204)
    *found, answer = counts_of(service, post)
    wrong = f"2 likes and 2 retweets are counted as {found[0]} and {found[1]}."
    answer.need(found == [2, 2], wrong)


@check(step=22, needs=(likes, retweets))
def reacting_needs_a_token_and_a_post(service: Service) -> None:
    """A like or retweet without a token is 401, and of a post that doesn't exist 404."""
    post = service.write(service.person("ana"), "Nobody likes me.")
    for reaction in ("like", "retweet"):
        for method in ("PUT", "DELETE"):
            service.send(method, f"/posts/{post['id']}/{reaction}").must_be(401)
            path = f"/posts/{UNKNOWN}/{reaction}"
            service.send(method, path, service.person("bo")).must_be(404)
