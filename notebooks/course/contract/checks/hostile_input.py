"""Step 29: input that nobody asked for is refused, and never ends in a 500."""

from urllib.parse import quote

from course.contract.answer import Answer
from course.contract.check import Waits, check
from course.contract.checks.accounts import registers, user_who_is_not_valid
from course.contract.checks.logging_in import logs_in_by_json
from course.contract.checks.people import follows, profile
from course.contract.checks.reading import counts_posts, limit, reads_a_post
from course.contract.checks.timeline import timeline
from course.contract.checks.writing import writes_a_post
from course.contract.service import Service

BROKEN = {
    "not a number": b'{"content": NaN}',
    "half a character": rb'{"content": "\ud800"}',
    "half a key": rb'{"\ud800": 1}',
    "NUL": rb'{"content": "a\u0000b"}',
    "60,000 brackets": b"[" * 60_000,
    "5,000 digits": b'{"content": ' + b"9" * 5_000 + b"}",
    "no UTF-8": b'{"content": "\xff"}',
    "not JSON": b"content=hello",
}
TALK = ("INSERT INTO", "SELECT ", "sqlite3", "psycopg", "Traceback", 'File "', "$2a$", "$2b$")
INJECTIONS = (
    "' OR '1'='1",
    "' UNION SELECT id, hashed_password, email, id, username FROM users --",
)


def there(answer: Answer, step: int, reason: str) -> Answer:
    """The answer, or `Waits` where the route isn't there yet or nobody can log in."""
    if answer.status in (401, 404, 405):
        raise Waits(step, reason)
    return answer


def need_refused(answer: Answer, kind: str) -> None:
    refused = 400 <= answer.status < 500
    answer.need(refused, f"{kind} should be refused with a 4xx, and {answer.status} came.")


@check(step=29)
def fields_that_nobody_asked_for(service: Service) -> None:
    """A field that the contract doesn't name is 422 when one registers."""
    for extra in ({"id": 1}, {"is_admin": True}, {"created_at": "2001-01-01T00:00:00Z"}):
        new = service.somebody(f"eve_{next(iter(extra))}")
        answer = service.post("/users/", json={**new.new, **extra})
        if answer.status == 201:
            service.left_behind[new.username] = None
        there(answer, 18, registers.says).must_be(422)


@check(step=29, needs=(writes_a_post,))
def fields_of_a_post_that_nobody_asked_for(service: Service) -> None:
    """A field that the contract doesn't name is 422 when one writes a post."""
    body = {"content": "With one field too many.", "likes_count": 1_000}
    service.post("/posts/", service.person("bo"), json=body).must_be(422)


@check(step=29, needs=(counts_posts, limit, timeline, profile))
def unknown_parameters(service: Service) -> None:
    """A query parameter that the contract doesn't name is 422, on every route but `/health`."""
    bo = service.person("bo")
    person = f"/users/{bo.username}"
    paths = ("/posts/", "/posts/with_counts/", "/timeline/", f"{person}/posts/", person)
    for path in (*paths, f"{person}/followers/", "/users/me"):
        service.get(f"{path}?limti=5", bo).must_be(422)
    service.get("/health?probe=1").must_be(200)


@check(step=29, needs=(follows,))
def people_have_no_time(service: Service) -> None:
    """Lists of people page by `before_id` alone: `before` is 422."""
    name = service.person("bo").username
    for path in ("followers", "following"):
        asked = {"before": "2026-01-01T00:00:00Z", "before_id": 1}
        service.get(f"/users/{name}/{path}/", params=asked).must_be(422)


@check(step=29)
def broken_bodies(service: Service) -> None:
    """A body that is broken, or holds NUL or half a character, is 4xx."""
    for kind, body in BROKEN.items():
        as_json = {"Content-Type": "application/json"}
        answer = service.post("/posts/", service.anybody(), content=body, headers=as_json)
        need_refused(there(answer, 21, writes_a_post.says), f"A body with {kind}")


@check(step=29, needs=(logs_in_by_json,))
def broken_logins(service: Service) -> None:
    """A login with NUL, half a character or a password of any length is 401 or 422."""
    for field in (rb'"a\u0000b"', rb'"\ud800"', b'"' + b"x" * 1_000 + b'"', b"null", b"[]"):
        body = b'{"username": "nobody_at_all", "password": ' + field + b"}"
        answer = service.post("/login", content=body, headers={"Content-Type": "application/json"})
        answer.must_be(400, 401, 422)


@check(step=29, needs=(reads_a_post, profile))
def broken_paths(service: Service) -> None:
    """A path with NUL, with bytes that aren't UTF-8, or with an id of 30 digits is 404 or 422."""
    for path in ("/users/%00", "/users/%ff", "/users/a%2Fb", f"/posts/{'9' * 30}", "/posts/-1"):
        service.get(path).must_be(404, 422)


@check(step=29, needs=(reads_a_post,))
def ids_are_digits_only(service: Service) -> None:
    """Ids are digits only: `+1`, `1.0`, `1_0` and digits of other scripts are 404 or 422."""
    post = service.page("/posts/").rows()[0]["id"]
    script = str(post).translate({48 + digit: 0x0660 + digit for digit in range(10)})
    for path in (f"%2B{post}", f"{post}.0", f"%20{post}", f"{post}_0", quote(script)):
        service.get(f"/posts/{path}").must_be(404, 422)


@check(step=29, needs=(limit,))
def huge_numbers(service: Service) -> None:
    """A number that no database can hold is 422."""
    for name in ("limit", "offset"):
        service.get(f"/posts/?{name}={'9' * 30}").must_be(422)


@check(step=29, needs=(registers, user_who_is_not_valid))
def passwords_that_bcrypt_cannot_read(service: Service) -> None:
    """A password has at most 72 bytes and no NUL; any other is 422."""
    for password in ("x" * 73, "€" * 25, "eight\0chars"):
        new = service.somebody("eve", password)
        service.register(new).must_be(422)


@check(step=29)
def errors_do_not_talk(service: Service) -> None:
    """An error shows no SQL, no code, no hash, and not the password that was sent."""
    taken = service.somebody("eve")
    there(service.register(taken), 18, registers.says)
    short = service.somebody("eve", "my-cat9").new
    for new in (taken.new, short, short | {"is_admin": "yes"}):
        answer = service.post("/users/", json=new)
        said = [text for text in TALK if text in answer.text]
        answer.need(not said, f"The error shows {', '.join(said)}.")
        answer.need(not answer.leaks_a_password, "The error repeats the password.")


@check(step=29, needs=(profile,))
def names_become_no_sql(service: Service) -> None:
    """Text from a path is a value and never becomes SQL: a strange name is 404 or 422."""
    for name in INJECTIONS:
        for path in ("", "/posts/"):
            service.get(f"/users/{quote(name)}{path}").must_be(404, 422)


@check(step=29)
def body_of_a_megabyte(service: Service) -> None:
    """A body that is far too large is refused with 413 before it's looked at."""
    body = {"content": "x" * 1_000_000}
    answer = service.post("/posts/", service.anybody(), json=body)
    there(answer, 21, writes_a_post.says).must_be(413)
