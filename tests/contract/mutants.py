"""For each check a service with one fault, which this check has to find."""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from contract.lies import Asked, Fault, Told, Where
from sqlalchemy import create_engine, text

LIST = r"GET /posts/\?"
ONE = r"GET /posts/\d+\?"
COUNTS = r"GET /posts/with_counts/\?"
OF_A_USER = r"GET /users/contract_\w+/posts/\?"
PROFILE = r"GET /users/contract_\w+\?"
TIMELINE = r"GET /timeline/\?"
WRITE = r"POST /posts/\?"
REGISTER = r"POST /users/\?"
ME = r"GET /users/me\?"
PASSWORD = r"PUT /users/me/password\?"
LATER_PAGE = "(?=.*before_id)"
OK = Told(200, b"{}", ((b"content-type", b"application/json"),))
Rows = list[dict[str, Any]]


def rows(change: Callable[[Rows], Any]) -> Callable[[Told], Told]:
    return lambda told: told.with_json(change(told.json)) if told.status == 200 else told


def each(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Told], Told]:
    return rows(lambda found: [change(row) for row in found])


def fields(**changed: Any) -> Callable[[Told], Told]:
    return lambda told: told.with_json(told.json | changed) if told.status < 300 else told


def lacking(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda row: {key: value for key, value in row.items() if key != name}


def query(change: Callable[[dict[str, str]], dict[str, str]]) -> Callable[[Asked], Asked]:
    return lambda asked: replace(asked, query=urlencode(change(dict(parse_qsl(asked.query)))))


def ignoring(name: str) -> Callable[[Asked], Asked]:
    return query(lambda found: {key: value for key, value in found.items() if key != name})


def without(header: bytes) -> Callable[[Told], Told]:
    return lambda told: told.without(header)


def zoneless(told: Told) -> Told:
    return replace(told, body=re.sub(rb'(T[\d:.]+)(Z|\+00:00)"', rb'\1"', told.body))


def linking_to(more: bytes) -> Callable[[Told], Told]:
    def change(told: Told) -> Told:
        links = [value for name, value in told.headers if name == b"link"]
        url = links[0].split(b">")[0].strip(b"<") if links else b"http://127.0.0.1/posts/?limit=1"
        link = (b"link", b"<" + url + more + b'>; rel="next"')
        return replace(told, headers=(*told.without(b"link").headers, link))

    return change


def turned(status: int, another: int) -> Callable[[Told], Told]:
    return lambda told: replace(told, status=another) if told.status == status else told


def saying(more: bytes) -> Callable[[Told], Told]:
    return lambda told: replace(told, body=told.body + more)


class SealedTokens(Fault):
    """Tokens that nobody can read, so no JWTs."""

    def told(self, asked: Asked, told: Told) -> Told:
        if asked.path not in ("/token", "/login") or told.status != 200:
            return told
        sealed = base64.b32encode(told.json["access_token"].encode()).decode()
        return told.with_json(told.json | {"access_token": sealed})

    def asked(self, asked: Asked) -> Asked:
        if not re.fullmatch("Bearer [A-Z2-7]+=*", asked.authorization):
            return asked
        token = base64.b32decode(asked.authorization.removeprefix("Bearer ")).decode()
        return replace(asked, authorization=f"Bearer {token}")


class OwnerFromTheBody(Fault):
    """`owner_id` of a body is believed."""

    def __init__(self) -> None:
        self.owners: dict[str, int] = {}

    def asked(self, asked: Asked) -> Asked:
        if not re.search(WRITE, asked.line) or b"owner_id" not in asked.body:
            return asked
        body = json.loads(asked.body)
        self.owners[body["content"]] = body.pop("owner_id")
        return replace(asked, body=json.dumps(body).encode())

    def told(self, asked: Asked, told: Told) -> Told:
        if not re.search(LIST, asked.line) or told.status != 200:
            return told
        return each(
            lambda row: row | {"owner_id": self.owners.get(row["content"], row["owner_id"])}
        )(told)


class Repeated(Fault):
    """Remembers how often each request came."""

    def __init__(self) -> None:
        self.times: dict[tuple[str, str], int] = {}

    def asked(self, asked: Asked) -> Asked:
        key = asked.line, asked.authorization
        self.times[key] = self.times.get(key, 0) + 1
        return asked


class SecondLikeRefused(Repeated):
    def told(self, asked: Asked, told: Told) -> Told:
        again = asked.path.endswith("/like") and asked.method == "PUT"
        refused = again and self.times[asked.line, asked.authorization] > 1
        return replace(told, status=409) if refused else told


class RacingLikes(Repeated):
    """More than two likes of one user for one post are each counted."""

    def told(self, asked: Asked, told: Told) -> Told:
        if not re.search(COUNTS, asked.line) or told.status != 200:
            return told
        many = {line: times for (line, _), times in self.times.items() if times > 2}
        return each(lambda row: row | raced(row, many))(told)


def raced(row: dict[str, Any], many: dict[str, int]) -> dict[str, int]:
    times = many.get(f"PUT /posts/{row['id']}/like?")
    return {"likes_count": times} if times else {}


class StatementForEachRow(Fault):
    """One more statement for each row of a list, that of the posts unless another is named."""

    def __init__(self, line: str = LIST) -> None:
        self.line = line
        self.engine = create_engine("sqlite://")

    def told(self, asked: Asked, told: Told) -> Told:
        if re.search(self.line, asked.line) and told.status == 200:
            with self.engine.connect() as connection:
                for _ in told.json:
                    connection.execute(text("SELECT 1"))
        return told


class UnsignedTokens(Fault):
    """A token that says it isn't signed is let in."""

    def instead(self, asked: Asked) -> Told | None:
        unsigned = asked.authorization.startswith("Bearer ") and asked.authorization.endswith(".")
        return OK if unsigned else None


class TokenThatLivesOn(Fault):
    """The token of the request in `ending` is let in for ever, once `then` has been asked."""

    def __init__(self, ending: str, then: str) -> None:
        self.ending, self.then = ending, then
        self.token, self.lives = "", False

    def instead(self, asked: Asked) -> Told | None:
        if re.search(self.ending, asked.line) and asked.authorization:
            self.token = self.token or asked.authorization
        if self.token and re.search(self.then, asked.line):
            self.lives = True
        ours = self.lives and asked.authorization == self.token
        return OK if ours and re.search(ME, asked.line) else None


class QuickRefusal(Fault):
    """A name that nobody has is refused without any work, in the usual words."""

    def __init__(self) -> None:
        self.refusal: Told | None = None

    def instead(self, asked: Asked) -> Told | None:
        return self.refusal if b"nobody_" in asked.body else None

    def told(self, asked: Asked, told: Told) -> Told:
        if asked.path == "/login" and told.status == 401:
            self.refusal = told
        return told


class ForgetfulWorker(Fault):
    """A connection on which nothing was ever written takes no token."""

    def __init__(self) -> None:
        self.ports: set[int] = set()

    def instead(self, asked: Asked) -> Told | None:
        if asked.method != "GET":
            self.ports.add(asked.port)
        fresh = asked.port not in self.ports and re.search(ME, asked.line)
        return Told(401, b'{"detail": "Who?"}') if fresh and asked.authorization else None


def multiplied(row: dict[str, Any]) -> dict[str, Any]:
    likes, retweets = row["likes_count"], row["retweets_count"]
    both = {"likes_count": likes * retweets, "retweets_count": likes * retweets}
    return row | (both if likes and retweets else {})


def of_retweets(row: dict[str, Any]) -> dict[str, Any]:
    return row | ({"timestamp": "2026-01-01T00:00:00Z"} if "stranger" in row["content"] else {})


def doubled(found: Rows) -> Rows:
    return [row for row in found for _ in range(1 + row["content"].startswith("Retweeted by two"))]


def unread(found: Rows) -> Rows:
    return [row for row in found if row["content"] != "Read me at once."]


def default_page(change: Callable[[dict[str, str]], dict[str, str]]) -> Callable[[Asked], Asked]:
    return query(lambda found: found if "limit" in found else change(found))


MUTANTS: dict[str, Callable[[], Fault]] = {
    "healthy": lambda: Where("GET /health", rewrite=fields(status="fine")),
    "lists_posts": lambda: Where(LIST, rewrite=rows(lambda found: {"posts": found})),
    "posts_have_their_fields": lambda: Where(LIST, rewrite=each(lacking("username"))),
    "times_are_in_utc": lambda: Where(f"{LIST}|{ONE}", rewrite=zoneless),
    "twenty_posts": lambda: Where(LIST, ask=default_page(lambda _: {"limit": "21"})),
    "newest_first": lambda: Where(rf"{LIST}$", rewrite=rows(lambda found: found[::-1])),
    "reads_a_post": lambda: Where(ONE, rewrite=fields(content="another")),
    "unknown_post": lambda: Where(r"GET /posts/9007199254740991\?", status=400),
    "id_that_is_no_number": lambda: Where("GET /posts/abc", status=404),
    "limit": lambda: Where(LIST, ask=ignoring("limit")),
    "limits_of_the_limit": lambda: Where("limit=101", ask=query(lambda found: {"limit": "100"})),
    "offset": lambda: Where(r"offset=\d", ask=ignoring("offset")),
    "link_to_the_next_page": lambda: Where(LIST, rewrite=without(b"link")),
    "no_link_on_the_last_page": lambda: Where("offset=1000000000", rewrite=linking_to(b"")),
    "counts_posts": lambda: Where(COUNTS, rewrite=each(lacking("likes_count"))),
    "counts_a_page": lambda: Where(COUNTS, ask=ignoring("limit")),
    "registers": lambda: Where(f"{REGISTER}$", b"contract_Bo", status=200),
    "new_user_has_a_location": lambda: Where(REGISTER, rewrite=without(b"location")),
    "new_user_shows_no_secret": lambda: Where(REGISTER, rewrite=fields(hint="a@example.org")),
    "name_is_taken": lambda: Where(REGISTER, b"again_contract", status=400),
    "email_is_taken": lambda: Where(REGISTER, b"@EXAMPLE", status=400),
    "user_who_is_not_valid": lambda: Where(REGISTER, b'"ab"', status=400),
    "logs_in_by_form": lambda: Where("POST /token", rewrite=fields(token_type="mac")),
    "logs_in_by_json": lambda: Where("POST /login", rewrite=fields(token_type=None)),
    "wrong_password": lambda: Where("POST /token", b"not+the+password", status=400),
    "refusal_names_nobody": lambda: Where("POST /login", b"nobody_", rewrite=saying(b" ")),
    "login_that_lacks_a_field": lambda: Where("POST /token", b"username=bo", status=400),
    "token_is_signed": SealedTokens,
    "reads_oneself": lambda: Where(ME, rewrite=fields(email="hidden")),
    "needs_a_token": lambda: Where(ME, alone=True, status=403),
    "writes_a_post": lambda: Where(WRITE, b"Written by Bo", status=200),
    "new_post_is_there_at_once": lambda: Where(LIST, rewrite=rows(unread)),
    "new_post_has_a_location": lambda: Where(WRITE, rewrite=without(b"location")),
    "writing_needs_a_token": lambda: Where(WRITE, b"by nobody", status=403),
    "content_that_is_not_valid": lambda: Where(WRITE, b'""', status=400),
    "content_of_280_characters": lambda: Where(WRITE, "🌒".encode(), status=422),
    "owner_comes_from_the_token": OwnerFromTheBody,
    "deletes_a_post": lambda: Where(r"DELETE /posts/\d+\?", rewrite=turned(204, 200)),
    "post_of_somebody_else": lambda: Where(r"DELETE /posts/\d+\?", rewrite=turned(403, 404)),
    "deleting_needs_a_token_and_a_post": lambda: Where(
        r"DELETE /posts/\d+\?", alone=True, status=403
    ),
    "deletes_an_account": lambda: Where("DELETE /users/me", status=200),
    "likes": lambda: Where("PUT /posts/.*/like", rewrite=turned(204, 200)),
    "liking_twice_counts_once": SecondLikeRefused,
    "likes_at_once_count_once": RacingLikes,
    "takes_a_like_back": lambda: Where("DELETE /posts/.*/like", rewrite=turned(204, 200)),
    "retweets": lambda: Where("PUT /posts/.*/retweet", rewrite=turned(204, 200)),
    "takes_a_retweet_back": lambda: Where("DELETE /posts/.*/retweet", rewrite=turned(204, 200)),
    "counts_do_not_multiply": lambda: Where(COUNTS, rewrite=each(multiplied)),
    "reacting_needs_a_token_and_a_post": lambda: Where(
        "PUT /posts/.*/like", alone=True, status=403
    ),
    "profile": lambda: Where(PROFILE, rewrite=fields(posts_count="many")),
    "profile_shows_no_secret": lambda: Where(PROFILE, rewrite=fields(email="a@example.org")),
    "unknown_user": lambda: Where("GET /users/nobody_.*/posts/", status=200),
    "follows": lambda: Where("GET /users/.*/followers/", rewrite=rows(lambda found: found[1:])),
    "follows_no_more": lambda: Where("DELETE /users/.*/follow", status=200),
    "whom_one_cannot_follow": lambda: Where("PUT /users/.*/follow", rewrite=turned(400, 409)),
    "posts_of_a_user": lambda: Where(OF_A_USER, rewrite=each(lacking("username"))),
    "people_newest_first": lambda: Where("GET /users/.*/followers/", rewrite=without(b"link")),
    "timeline": lambda: Where(TIMELINE, rewrite=rows(lambda found: found[::-1])),
    "timeline_needs_a_token": lambda: Where(TIMELINE, alone=True, status=403),
    "timeline_has_retweets": lambda: Where(TIMELINE, rewrite=each(of_retweets)),
    "timeline_has_each_post_once": lambda: Where(rf"{TIMELINE}$", rewrite=rows(doubled)),
    "timeline_in_pages": lambda: Where(TIMELINE, rewrite=without(b"link")),
    "pages_while_posts_arrive": lambda: Where(
        rf"{LIST}{LATER_PAGE}(?=.*limit=4(&|$))", rewrite=rows(lambda found: found[:-1])
    ),
    "pages_of_a_user_while_posts_arrive": lambda: Where(
        rf"{OF_A_USER}{LATER_PAGE}(?=.*limit=4(&|$))", rewrite=rows(lambda found: found[:-1])
    ),
    "timeline_while_posts_arrive": lambda: Where(
        rf"{TIMELINE}{LATER_PAGE}(?=.*limit=4(&|$))", rewrite=rows(lambda found: found[:-1])
    ),
    "link_pages_by_key": lambda: Where(f"{LIST}.*limit=1&", rewrite=linking_to(b"&offset=0")),
    "every_post_once": lambda: Where(
        rf"{OF_A_USER}{LATER_PAGE}(?=.*limit=40)", rewrite=rows(lambda found: found[1:])
    ),
    "same_posts_whatever_the_length": lambda: Where(
        f"{LIST}limit=100", rewrite=rows(lambda found: found[::-1])
    ),
    "few_statements": StatementForEachRow,
    "forged_tokens": UnsignedTokens,
    "bad_tokens_in_the_same_words": lambda: Where(ME, rewrite=without(b"www-authenticate")),
    "fields_that_nobody_asked_for": lambda: Where(REGISTER, b'"is_admin":true', status=201),
    "fields_of_a_post_that_nobody_asked_for": lambda: Where(WRITE, b"likes_count", status=201),
    "unknown_parameters": lambda: Where("limti", ask=ignoring("limti")),
    "people_have_no_time": lambda: Where("GET /users/.*/follow", ask=ignoring("before")),
    "broken_bodies": lambda: Where(WRITE, b"NaN", status=500),
    "broken_logins": lambda: Where("POST /login", rb"\ud800", status=500),
    "broken_paths": lambda: Where("GET /users/\0", status=500),
    "ids_are_digits_only": lambda: Where(r"GET /posts/\+", status=200),
    "huge_numbers": lambda: Where("offset=999999", status=500),
    "passwords_that_bcrypt_cannot_read": lambda: Where(REGISTER, b"x" * 73, status=201),
    "errors_do_not_talk": lambda: Where(REGISTER, b"my-cat9", rewrite=saying(b" my-cat9")),
    "names_become_no_sql": lambda: Where("GET /users/.*UNION", status=200),
    "body_of_a_megabyte": lambda: Where(WRITE, b"x" * 1_000, status=422),
    "changes_a_password": lambda: Where(PASSWORD, rewrite=turned(204, 200)),
    "new_password_ends_old_tokens": lambda: TokenThatLivesOn(PASSWORD, PASSWORD),
    "change_that_is_refused": lambda: Where(PASSWORD, rewrite=turned(403, 400)),
    "name_with_a_new_owner": lambda: TokenThatLivesOn("DELETE /users/me", REGISTER),
    "refusal_takes_as_long_for_nobody": QuickRefusal,
    "guessing_is_throttled": lambda: Where("POST /login", rewrite=turned(429, 401)),
    "front_door": lambda: Where(r"GET /\?", status=404),
    "head": lambda: Where("HEAD ", status=405),
    "other_form_of_the_slash": lambda: Where(r"GET /posts\?", status=404),
    "errors_have_one_form": lambda: Where("/nothing/here", rewrite=lambda told: told.with_json(7)),
    "every_worker_agrees": ForgetfulWorker,
}
