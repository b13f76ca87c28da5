"""Step 26: pages without gaps while rows arrive."""

from course.contract.check import check
from course.contract.checks.people import posts_of_a_user
from course.contract.checks.reading import ids, link_to_the_next_page
from course.contract.checks.timeline import timeline_in_pages
from course.contract.checks.writing import writes_a_post
from course.contract.service import Person, Service


def read_while_posts_arrive(service: Service, path: str, by: Person | None) -> None:
    """Read three pages, with new posts before each of the later ones."""
    ana = service.person("ana")
    service.written()
    expected = ids(service.get(path, by, params={"limit": 12}).rows())
    answer = service.get(path, by, params={"limit": 4})
    found = ids(answer.rows())
    for _ in range(2):
        for _ in range(2):
            service.write(ana, "A new post while somebody reads.")
        answer.need(answer.next_page, 'There is no `Link` header with `rel="next"`.')
        answer = service.get(str(answer.next_page), by)
        found += ids(answer.rows())
    twice = sorted({post for post in found if found.count(post) > 1})
    answer.need(not twice, f"While posts arrived, these came twice: {twice}")
    answer.need(found == expected, f"Posts {expected} should come, not {found}.")


@check(step=26, needs=(link_to_the_next_page, writes_a_post))
def pages_while_posts_arrive(service: Service) -> None:
    """While new posts arrive, the pages of `GET /posts/` have no gaps and nothing twice."""
    read_while_posts_arrive(service, "/posts/", None)


@check(step=26, needs=(posts_of_a_user, link_to_the_next_page))
def pages_of_a_user_while_posts_arrive(service: Service) -> None:
    """So do the pages of one user's posts."""
    name = service.person("ana").username
    read_while_posts_arrive(service, f"/users/{name}/posts/", None)


@check(step=26, needs=(timeline_in_pages,))
def timeline_while_posts_arrive(service: Service) -> None:
    """So do the pages of the timeline."""
    read_while_posts_arrive(service, "/timeline/", service.person("cy"))


@check(step=26, needs=(link_to_the_next_page,))
def link_pages_by_key(service: Service) -> None:
    """The `Link` names the row to go on after, not an offset, so that deep pages stay fast."""
    answer = service.page("/posts/", limit=1, offset=1)
    url = str(answer.next_page)
    answer.need("offset" not in url, f"The link has an offset: {url}")


@check(step=26, needs=(posts_of_a_user, link_to_the_next_page))
def every_post_once(service: Service) -> None:
    """From the first page to the last, each post of a user comes exactly once."""
    ana = service.person("ana")
    service.written()
    path = f"/users/{ana.username}/posts/"
    answer = service.get(path, params={"limit": 40})
    found = ids(service.follow_links(answer))
    count = service.get(f"/users/{ana.username}").object()["posts_count"]
    answer.need(len(set(found)) == len(found), "Some posts came twice.")
    answer.need(len(found) == count, f"{len(found)} posts came, and the profile counts {count}.")
