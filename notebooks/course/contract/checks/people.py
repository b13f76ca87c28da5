"""Step 24: profiles, and who follows whom."""

from course.contract.check import check
from course.contract.checks.accounts import registers
from course.contract.checks.logging_in import reads_oneself
from course.contract.checks.reading import POST, ids, need_newest_first
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service


def names_at(service: Service, path: str) -> list[str]:
    answer = service.get(path)
    for row in answer.rows():
        answer.must_have(row, id=int, username=str, created_at=str)
    return [row["username"] for row in answer.rows()]


@check(step=24, needs=(registers,))
def profile(service: Service) -> None:
    """`GET /users/{username}` answers a user with `posts_count`, `followers_count` and
    `following_count`."""
    bo = service.known("bo")
    answer = service.get(f"/users/{bo.username}").must_be(200)
    counts = {"posts_count": int, "followers_count": int, "following_count": int}
    answer.must_have(answer.object(), id=int, username=str, created_at=str, **counts)
    answer.need(answer.object()["username"] == bo.username, f"This isn't {bo.username}.")


@check(step=24, needs=(registers,))
def profile_shows_no_secret(service: Service) -> None:
    """A public profile has neither the e-mail address nor the hash of the password."""
    answer = service.get(f"/users/{service.known('bo').username}")
    leaked = [name for name in ("email", "@example", "password", "$2") if name in answer.text]
    answer.need(not leaked, f"The profile holds {', '.join(leaked)}.")


@check(step=24, needs=(profile,))
def unknown_user(service: Service) -> None:
    """A user who doesn't exist is 404, and so are their lists."""
    for path in ("", "/posts/", "/followers/", "/following/"):
        service.get(f"/users/nobody_{service.tag}{path}").must_be(404)


@check(step=24, needs=(profile, reads_oneself))
def follows(service: Service) -> None:
    """`PUT /users/{username}/follow` answers 204, twice too, and the lists of both users and
    their profiles say so."""
    ana, bo = service.person("ana"), service.person("bo")
    for _ in range(2):
        service.put(f"/users/{ana.username}/follow", bo).must_be(204)
    for who, path, whom in ((ana, "followers", bo), (bo, "following", ana)):
        found = names_at(service, f"/users/{who.username}/{path}/")
        wrong = f"The list should hold {whom.username} alone, not {found}."
        service.latest.need(found == [whom.username], wrong)
        answer = service.get(f"/users/{who.username}")
        count = answer.object()[f"{path}_count"]
        answer.need(count == 1, f"`{path}_count` should be 1, not {count}.")


@check(step=24, needs=(follows,))
def follows_no_more(service: Service) -> None:
    """`DELETE /users/{username}/follow` answers 204, twice too, and the list says so."""
    ana, bo = service.person("ana"), service.person("bo")
    service.put(f"/users/{ana.username}/follow", bo).must_be(204)
    for _ in range(2):
        service.delete(f"/users/{ana.username}/follow", bo).must_be(204)
    found = names_at(service, f"/users/{ana.username}/followers/")
    service.latest.need(bo.username not in found, f"{bo.username} is still in the list.")


@check(step=24, needs=(follows,))
def whom_one_cannot_follow(service: Service) -> None:
    """Following oneself is 400, a user who doesn't exist 404, and without a token 401."""
    bo = service.person("bo")
    service.put(f"/users/{bo.username}/follow", bo).must_be(400)
    service.put(f"/users/nobody_{service.tag}/follow", bo).must_be(404)
    service.put(f"/users/{service.person('ana').username}/follow").must_be(401)


@check(step=24, needs=(writes_a_post, profile))
def posts_of_a_user(service: Service) -> None:
    """`GET /users/{username}/posts/` lists the posts of that user, newest first, and
    `posts_count` counts them."""
    bo = service.person("bo")
    written = service.write(bo, "One more of mine.")
    answer = service.get(f"/users/{bo.username}/posts/", params={"limit": 100})
    for row in answer.rows():
        answer.must_have(row, **POST)
    owners = {row["owner_id"] for row in answer.rows()}
    answer.need(owners == {bo.id}, "The list should hold the posts of this user alone.")
    answer.need(written["id"] in ids(answer.rows()), f"Post {written['id']} is missing.")
    need_newest_first(answer)
    count = service.get(f"/users/{bo.username}").object()["posts_count"]
    right = count == len(answer.rows())
    service.latest.need(right, f"`posts_count` is {count}; the list has {len(answer.rows())}.")


@check(step=24, needs=(follows,))
def people_newest_first(service: Service) -> None:
    """People come by the number of their account, newest first, and page by `before_id`."""
    ana, bo, cy = (service.person(role) for role in ("ana", "bo", "cy"))
    for fan in (bo, cy):
        service.put(f"/users/{ana.username}/follow", fan).must_be(204)
    expected = sorted((bo.id, cy.id), reverse=True)
    answer = service.get(f"/users/{ana.username}/followers/", params={"limit": 1})
    url = answer.next_page
    answer.need(url, 'There is no `Link` header with `rel="next"`.')
    answer.need("before_id=" in str(url), f"The link doesn't page by `before_id`: {url}")
    found = ids(service.follow_links(answer))
    answer.need(found == expected, f"Users {expected} should come, one a page, not {found}.")
