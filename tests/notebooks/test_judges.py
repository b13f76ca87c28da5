"""Each kind of exercise: what its judge accepts, and what it says to the rest."""

import re
from datetime import timedelta
from itertools import count
from threading import Event, Lock
from typing import Annotated, Any

import bcrypt
import pandas as pd
import pytest
from fastapi import APIRouter, FastAPI, HTTPException, Request
from jose import jwt
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Index, bindparam, func, insert, literal, select, text, tuple_, union_all
from sqlalchemy.orm import Session, joinedload, selectinload

from course.exercises.exercise import Exercise, Judge, Wrong
from course.exercises.judges.accounts import accounts
from course.exercises.judges.attacks import Target, attack, race, repair
from course.exercises.judges.choices import choice, column, prediction
from course.exercises.judges.endpoints import Calling, endpoint
from course.exercises.judges.functions import Case, function
from course.exercises.judges.loading import loading
from course.exercises.judges.schemas import Validating, schema_of
from course.exercises.judges.selects import EVENING, Mistake, select_like
from course.exercises.judges.tokens import checking, reading
from course.exercises.judges.work import Case as Load
from course.exercises.judges.work import index_for, little_work, many, work
from course.exercises.judges.writes import Trial, error_of, rows, writing
from microblog import queries
from microblog.database import insert_unless_there
from microblog.dependencies import CurrentUser, PageParams, SessionDep
from microblog.models import Like, Post, User
from microblog.schemas import PostPublic


def likes_of_each_post() -> Any:
    counted = func.count(Like.user_id)
    return select(Post.id, counted).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)


def likes_with_inner_join() -> Any:
    counted = func.count(Like.user_id)
    return select(Post.id, counted).join(Like, Like.post_id == Post.id).group_by(Post.id)


def newest_first() -> Any:
    return select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc())


LIKES = select_like(
    likes_of_each_post, [Mistake(likes_with_inner_join, "A post that nobody likes is missing.")]
)


def complaint(judge: Judge, answer: Any) -> str:
    with pytest.raises(Wrong) as caught:
        judge(answer)
    return str(caught.value)


def test_a_select_is_right_when_its_rows_are_whatever_its_form() -> None:
    LIKES(likes_of_each_post())
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    LIKES(select(Post.id, likes))


def test_a_known_mistake_in_a_select_is_named_with_the_smallest_data_that_shows_it() -> None:
    assert complaint(LIKES, likes_with_inner_join()).splitlines() == [
        "A post that nobody likes is missing.",
        "On this data:",
        "users (id, username): 2, bodil",
        "posts (id, content, owner_id, timestamp): 5, Post 5, 2, 20:00",
        "Expected: [(5, 0)]",
        "Yours:    []",
    ]


def test_an_unknown_mistake_in_a_select_is_shown_on_data() -> None:
    doubled = select(Post.id, func.count(Like.user_id) * 2).outerjoin(Like).group_by(Post.id)
    told = complaint(LIKES, doubled)
    assert told.startswith("On this data your statement finds other rows:")
    assert "likes (user_id, post_id): 2, 1" in told


def test_a_select_of_too_few_columns_is_told_so() -> None:
    assert complaint(LIKES, select(Post.id)).startswith("Asked were 2 columns, you select 1.")


def test_the_order_counts_where_the_question_asks_for_one() -> None:
    judge = select_like(newest_first, ordered=True)
    judge(newest_first())
    told = complaint(judge, select(Post.id).order_by(Post.timestamp.desc(), Post.id))
    assert told.startswith("The rows are right and their order is not.")
    select_like(newest_first)(select(Post.id))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (pd.DataFrame({"id": [1]}), "This is a DataFrame, the result."),
        ("SELECT id FROM posts", "This is text."),
        ([(1, 0)], "These are rows."),
        (None, "Did you print the statement?"),
        (likes_of_each_post, "This is a function."),
        (text("SELECT id FROM posts"), "This is a TextClause."),
        (select(literal(1), literal(0)), "Your statement reads no table"),
        (union_all(select(literal(1), literal(0))), "Your statement reads no table"),
        (select(Post.id, func.nonsense(Post.id)), "The database cannot run it: no such function"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_select_is_told_what_it_is(answer: Any, says: str) -> None:
    assert says in complaint(LIKES, answer)


def test_a_choice_and_a_prediction_answer_each_wrong_value() -> None:
    letters = choice("b", {"a": "Not a, since …"})
    letters(" B ")
    assert complaint(letters, "a") == "Not a, since …"
    assert complaint(letters, 2) == "Answer with one letter in quotes: a, b."
    number = prediction(3, {2: "One more."}, "Count again.")
    number(3)
    assert complaint(number, 2) == "One more."
    assert complaint(number, 9) == "Count again."
    assert complaint(number, True) == "Answer with a whole number, such as 3."


def test_a_function_is_called_on_each_case_until_one_differs() -> None:
    cases = [Case((1,), 2, "For 1."), Case((2,), 4, "For 2.")]
    judge = function(lambda: cases, lambda given, case: "Doubled?")
    judge(lambda number: number * 2)
    assert complaint(judge, lambda number: number + 1) == "For 2.\nExpected: 4\nYours: 3\nDoubled?"
    assert "print instead of return" in complaint(judge, lambda number: None)
    assert "without calling it" in complaint(judge, 4)


NAMES = schema_of(
    [
        Validating({"name": "ana"}, True, "ana should get in.", {"name": "ana"}),
        Validating({"name": ""}, False, "An empty name got in."),
        Validating({"name": "ana", "id": 7}, False, "A field that was not asked for got in."),
    ]
)


def test_a_schema_is_judged_by_what_it_accepts_and_refuses() -> None:
    class Right(BaseModel):
        model_config = ConfigDict(extra="forbid")
        name: Annotated[str, Field(min_length=1)]

    class Open(BaseModel):
        name: Annotated[str, Field(min_length=1)]

    class Loose(BaseModel):
        name: str

    class Strict(BaseModel):
        name: Annotated[str, Field(min_length=5)]

    NAMES(Right)
    assert complaint(NAMES, Open).startswith("A field that was not asked for got in.")
    assert complaint(NAMES, Loose).startswith("An empty name got in.")
    assert complaint(NAMES, Strict) == (
        "ana should get in.\nPydantic says of 'name': String should have at least 5 characters\n"
        "Given: {'name': 'ana'}"
    )
    assert "class itself" in complaint(NAMES, Right(name="ana"))


COUNT = endpoint(
    [
        Calling(
            "GET",
            "/users/me/post_count",
            200,
            "marta wrote 19 posts.",
            by="marta",
            answer=lambda found: found == {"count": 19},
            most_statements=2,
        ),
        Calling("GET", "/users/me/post_count", 401, "Without a token nobody is counted."),
    ]
)


def test_a_router_is_tried_inside_the_service_with_a_budget_of_statements() -> None:
    right, hungry, public = APIRouter(), APIRouter(), APIRouter()

    @right.get("/users/me/post_count")
    def count(user: CurrentUser, db: SessionDep) -> dict[str, int]:
        mine = select(func.count()).where(Post.owner_id == user.id)
        return {"count": db.scalar(mine) or 0}

    @hungry.get("/users/me/post_count")
    def count_one_by_one(user: CurrentUser, db: SessionDep) -> dict[str, int]:
        ids = db.scalars(select(Post.id).where(Post.owner_id == user.id)).all()
        return {"count": sum(db.get(Post, number) is not None for number in ids)}

    @public.get("/users/me/post_count")
    def count_anybody(db: SessionDep) -> dict[str, int]:
        mine = select(func.count()).select_from(Post).join(User).where(User.username == "marta")
        return {"count": db.scalar(mine) or 0}

    COUNT(right)
    assert "after 21 statements; 2 do" in complaint(COUNT, hungry)
    assert "answered with 200, and should be with 401" in complaint(COUNT, public)
    assert "answered with 404" in complaint(COUNT, APIRouter())
    assert "router or the app" in complaint(COUNT, count)


def test_a_call_may_bring_headers_of_its_own() -> None:
    router = APIRouter()

    @router.get("/users/me/agent")
    def agent(user: CurrentUser, request: Request) -> str:
        return f"{user.username}, {request.headers['User-Agent']}"

    calls = [
        Calling("GET", "/users/me/agent", 401, "Forged.", headers={"Authorization": "Bearer no"}),
        Calling(
            "GET",
            "/users/me/agent",
            200,
            "The agent of bodil.",
            by="bodil",
            headers={"User-Agent": "a script"},
            answer=lambda given: given == "bodil, a script",
        ),
    ]
    endpoint(calls)(router)


def test_an_app_of_ones_own_is_given_the_sample_data() -> None:
    app = FastAPI()

    @app.get("/newest")
    def newest(page: PageParams) -> list[int]:
        return [row["id"] for row in page.of(queries.posts())]

    two = [
        Calling("GET", "/newest?limit=2", 200, "Two posts.", answer=lambda found: len(found) == 2)
    ]
    endpoint(two)(app)
    three = [
        Calling("GET", "/newest?limit=2", 200, "Three posts.", answer=lambda found: len(found) == 3)
    ]
    assert complaint(endpoint(three), app).startswith("Three posts.\nGET /newest?limit=2 was")


def test_an_error_names_the_readers_own_line() -> None:
    each = Exercise(
        id="99.1",
        notebook="none",
        title="Divide",
        minutes=1,
        objective="divide",
        kind="function",
        task="Divide.",
        hints=(),
        solution_code="",
        alternatives=(),
        wrong_answers=(),
        judge=function(lambda: [Case((0,), 0, "For 0.")], lambda given, case: ""),
        praise="",
    )
    namespace: dict[str, Any] = {}
    exec(compile("def answer(n):\n    m = n\n    return 1 / m", "<answer>", "exec"), namespace)
    result = each.check(namespace["answer"])
    assert result.outcome == "error"
    assert result.message.startswith("Your answer raised ZeroDivisionError: division by zero")
    assert "in your line 3" in result.message


def test_a_reader_of_tokens_is_told_what_it_returned() -> None:
    reading(lambda token: jwt.get_unverified_claims(token)["sub"])
    assert "You return the claims" in complaint(reading, jwt.get_unverified_claims)
    assert "You return the header" in complaint(reading, jwt.get_unverified_header)
    assert "Yours: 'ana'" in complaint(reading, lambda token: "ana")
    assert "print instead of return" in complaint(reading, lambda token: None)
    assert "this is a class" in complaint(reading, str)


def test_a_checker_of_tokens_meets_forgeries_and_junk() -> None:
    def whose(token: str, key: str) -> str | None:
        options = {"require_exp": True, "require_sub": True}
        try:
            return str(jwt.decode(token, key, algorithms=["HS256"], options=options)["sub"])
        except Exception:
            return None

    def raising(token: str, key: str) -> str:
        return str(jwt.decode(token, key, algorithms=["HS256"])["sub"])

    checking(whose)
    assert "raised JWTError: Signature" in complaint(checking, raising)
    assert "A genuine token of ana gives None" in complaint(checking, lambda token, key: None)
    empty = complaint(checking, lambda token, key: whose(token, key) or "")
    assert "returned '' instead of None" in empty
    assert "this is a str" in complaint(checking, "ana")


def test_accounts_may_keep_bytes_and_hash_in_any_way() -> None:
    class Accounts:
        def __init__(self) -> None:
            self.table: dict[str, bytes] = {}
            self.nobody = bcrypt.hashpw(b"nobody", bcrypt.gensalt(4))

        def register(self, username: str, password: str) -> None:
            self.table[username] = bcrypt.hashpw(password.encode(), bcrypt.gensalt(4))

        def log_in(self, username: str, password: str) -> bool:
            stored = self.table.get(username, self.nobody)
            right = bcrypt.checkpw(password.encode()[:72], stored)
            return right and username in self.table

    class Hasty(Accounts):
        def log_in(self, username: str, password: str) -> bool:
            return username in self.table and super().log_in(username, password)

    class Friendly(Accounts):
        def log_in(self, username: str, password: str) -> bool:
            return True

    class Talking(Accounts):
        def log_in(self, username: str, password: str) -> Any:
            return super().log_in(username, password) or "Wrong password."

    accounts(Accounts)
    assert "the name nobody 0" in complaint(accounts, Hasty)
    assert "should be False" in complaint(accounts, Friendly)
    assert "returned 'Wrong password.'" in complaint(accounts, Talking)
    assert "keep its methods" in complaint(accounts, dict)
    assert "without calling it" in complaint(accounts, Accounts())


def letters() -> Any:
    return select(Post.id, func.length(Post.content).label("letters"))


def test_columns_are_called_as_asked() -> None:
    judge = select_like(letters, names=("id", "letters"))
    judge(letters())
    told = complaint(judge, select(Post.id, func.length(Post.content)))
    assert told.endswith("Asked were id, letters, yours are id, length_1.")


def test_an_order_that_only_an_index_gives_is_no_order() -> None:
    newest = select_like(lambda: newest_first().limit(2), ordered=True)
    complaint(newest, select(Post.id).order_by(Post.timestamp.desc()).limit(2))


def test_a_select_is_tried_with_values_for_its_parameters() -> None:
    eight = EVENING + timedelta(hours=2)
    before_eight = letters().where(Post.timestamp < eight)
    judge = select_like(lambda: before_eight, parameters={"before": eight})
    judge(letters().where(Post.timestamp < bindparam("before")))
    assert "no parameter called before" in complaint(judge, before_eight)
    untyped = tuple_(Post.timestamp) < tuple_(bindparam("before"))
    assert "before has no type" in complaint(judge, letters().where(untyped))


def test_of_two_mistakes_that_look_alike_on_little_data_the_one_made_is_named() -> None:
    oldest = select(Post.id).order_by(Post.timestamp).limit(2)
    newest = select(Post.id).order_by(Post.timestamp.desc()).limit(2)
    mistakes = [Mistake(lambda: oldest, "The oldest."), Mistake(lambda: newest, "Ties.")]
    judge = select_like(lambda: newest_first().limit(2), mistakes, ordered=True)
    assert complaint(judge, newest).startswith("Ties.")
    assert complaint(judge, oldest).startswith("The oldest.")


def contents_after(answer: Any, engine: Any) -> dict[str, Any]:
    error = error_of(lambda: answer(engine, "Dark."))
    found = rows(engine, select(Post.content).where(Post.id > 7))
    return {"error": error, "new posts": found}


WRITING = writing(
    [
        Trial(
            "A post is written.",
            contents_after,
            {"error": "none", "new posts": ["Dark."]},
            [({"new posts": []}, "Nobody committed.")],
            "Write it once.",
        )
    ]
)


def write_post(engine: Any, content: str) -> None:
    with engine.begin() as connection:
        connection.execute(insert(Post), {"content": content, "owner_id": 1})


def forget_the_commit(engine: Any, content: str) -> None:
    with engine.connect() as connection:
        connection.execute(insert(Post), {"content": content, "owner_id": 1})


def write_twice(engine: Any, content: str) -> None:
    write_post(engine, content)
    write_post(engine, content)


def replace_the_table(engine: Any, content: str) -> None:
    frame = pd.DataFrame({"content": [content], "owner_id": [1]})
    frame.to_sql("posts", engine, if_exists="replace", index=False)


def test_a_function_that_writes_is_judged_by_what_others_find() -> None:
    WRITING(write_post)
    assert complaint(WRITING, forget_the_commit).splitlines() == [
        "A post is written.",
        "Expected: new posts ['Dark.']",
        "Yours:    new posts []",
        "Nobody committed.",
    ]
    assert complaint(WRITING, write_twice).endswith("Write it once.")
    assert "Did you replace it?" in complaint(WRITING, replace_the_table)


def test_junk_in_place_of_a_function_that_writes_is_named() -> None:
    for junk in (None, "write_post", Post):
        assert "Answer with the function itself" in complaint(WRITING, junk)


def test_what_the_database_says_to_a_function_that_writes_is_passed_on() -> None:
    unasked = writing([Trial("A post is written.", lambda f, e: f(e, ""), {}, raised="Why?")])
    told = complaint(unasked, write_post)
    assert told.splitlines()[1:] == [
        "The database refused: CHECK constraint failed: content_length",
        "Why?",
    ]


def test_an_endpoint_that_leaves_its_session_open_is_told_so() -> None:
    forgetful = APIRouter()

    @forgetful.get("/one")
    def one(request: Request) -> int:
        session = request.app.state.make_session()
        return int(session.execute(select(1)).scalar_one())

    told = complaint(endpoint([Calling("GET", "/one", 200, "One.")]), forgetful)
    assert told.startswith("GET /one was answered with 200, and its session is still open")


def test_what_fails_inside_an_endpoint_is_shown_and_not_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken = APIRouter()

    @broken.get("/divide")
    def divide() -> float:
        return 1 / 0

    @broken.get("/column")
    def column(db: SessionDep) -> None:
        db.execute(text("SELECT likes_count FROM posts"))

    told = complaint(endpoint([Calling("GET", "/divide", 200, "A number.")]), broken)
    assert told.splitlines() == [
        "GET /divide was answered with 500, and should be with 200.",
        "Your answer raised ZeroDivisionError: division by zero",
    ]
    told = complaint(endpoint([Calling("GET", "/column", 200, "A column.")]), broken)
    assert "The log of the service says: OperationalError" in told
    assert "no such column: likes_count" in told
    assert capsys.readouterr().err == ""


def test_an_endpoint_that_asks_the_database_in_the_event_loop_is_told_so() -> None:
    waiting = APIRouter()

    @waiting.get("/one")
    async def one(db: SessionDep) -> int:
        return int(db.execute(select(1)).scalar_one())

    @waiting.get("/two")
    async def two() -> int:
        return 2

    told = complaint(endpoint([Calling("GET", "/one", 200, "One.")]), waiting)
    assert told.startswith("GET /one was answered with 200, and its statement ran in the event")
    endpoint([Calling("GET", "/two", 200, "Two.")])(waiting)


def test_a_row_that_does_not_fit_the_response_model_is_told_by_its_field() -> None:
    incomplete = APIRouter()

    @incomplete.get("/post", response_model=PostPublic)
    def post(db: SessionDep) -> Any:
        return db.get(Post, 1)

    told = complaint(endpoint([Calling("GET", "/post", 200, "A post.")]), incomplete)
    assert told.endswith("does not fit the response model: response → username: Field required.")


def owners(session: Session) -> list[tuple[int, str]]:
    posts = session.scalars(select(Post).options(joinedload(Post.owner)).order_by(Post.id))
    return [(post.id, post.owner.username) for post in posts]


def walking_to_owners(session: Session) -> list[tuple[int, str]]:
    return [(post.id, post.owner.username) for post in session.scalars(select(Post))]


def names_only(session: Session) -> list[str]:
    return [name for _, name in owners(session)]


OWNERS = loading(owners, most=1, once="Load them too.", mistakes=[(names_only, "And the ids?")])


def test_a_function_that_loads_with_few_statements_is_right_however_it_does() -> None:
    OWNERS(owners)
    OWNERS(
        lambda session: [
            tuple(row)
            for row in session.execute(
                select(Post.id, User.username).join(Post.owner).order_by(Post.id)
            )
        ]
    )
    loading(owners, most=2, once="")(
        lambda session: [
            (post.id, post.owner.username)
            for post in session.scalars(select(Post).options(selectinload(Post.owner)))
        ]
    )


def test_a_statement_for_each_row_is_counted_and_shown() -> None:
    lines = complaint(OWNERS, walking_to_owners).splitlines()
    assert lines[0] == (
        "The result is right. For 1 post you sent 2 statements; the limit is 1. Load them too."
    )
    assert lines[1].startswith("1 × SELECT posts.id, posts.content")
    assert lines[2].startswith("1 × SELECT users.id, users.username")


def test_a_known_mistake_in_loading_is_named() -> None:
    told = complaint(OWNERS, names_only)
    assert told.startswith("And the ids?\nOn this data:\nusers (id, username): 1, ana")
    assert told.endswith("Expected: [(1, 'ana')]\nYours:    ['ana']")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "this is a NoneType."),
        ("owners", "this is a str."),
        (select(Post), "this is a Select."),
        (Post, "this is a class."),
        (lambda session: None, "Does it print instead of return?"),
        (lambda session: dict(owners(session)), "should return a list; this is a dict."),
        (lambda session: session.scalar(select(func.nonsense())), "no such function: nonsense"),
        (
            lambda session: (
                session.scalars(select(User).options(joinedload(User.posts))).all(),
                owners(session),
            )[1],
            "SQLAlchemy refused: The unique() method must be invoked",
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_does_not_load_is_told_why(answer: Any, says: str) -> None:
    assert says in complaint(OWNERS, answer)


believing = APIRouter()


@believing.get("/users/{username}/email")
def show_email_to_whoever_says_so(username: str, me: str, db: SessionDep) -> str:
    if me != username:
        raise HTTPException(403, "Not yours.")
    return db.scalars(select(User.email).where(User.username == username)).one()


def email_of_ana(target: Target) -> Any:
    return target.value(select(User.email).where(User.username == "ana"))


THEFT = attack(
    believing,
    email_of_ana,
    lambda given, target: f"{given!r} after {[each.status_code for each in target.answers]}",
)


def test_an_attack_must_bring_the_loot_from_the_weak_service_alone() -> None:
    THEFT(lambda api: api.get("/users/ana/email?me=ana").json())
    assert complaint(THEFT, lambda api: api.get("/users/ana/email?me=jonas").json()) == (
        "{'detail': 'Not yours.'} after [403]"
    )
    assert complaint(THEFT, lambda api: "ana@example.org") == "'ana@example.org' after []"
    taken_for_rows = complaint(THEFT, lambda api: api.get("/users/ana/email?me=").json()[0])
    assert taken_for_rows == "None after [403]"
    for junk in (None, "attack", dict, 3):
        assert "function itself" in complaint(THEFT, junk)
    with pytest.raises(ZeroDivisionError):
        THEFT(lambda api: 1 / 0)


def test_an_attack_without_an_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.exercises.judges.attacks.MOST_REQUESTS", 20)

    def until_it_works(api: Any, name: str) -> Any:
        while (answer := api.get(f"/users/ana/email?me={name}")).status_code != 200:
            pass
        return answer.json()

    THEFT(lambda api: until_it_works(api, "ana"))  # the finished service refuses it for ever
    told = complaint(THEFT, lambda api: until_it_works(api, "jonas"))
    assert "sent 20 requests and goes on; the last answer was 403." in told


def test_what_works_on_the_finished_service_too_is_no_attack() -> None:
    public = attack(believing, lambda target: "marta", lambda given, target: "no name")
    told = complaint(public, lambda api: api.get("/users/marta").json()["username"])
    assert told == "It brings the same from the finished service, so it is no attack."


def ana_reads_her_own(target: Target) -> None:
    if target.call("GET", "/users/me/secret", "ana").status_code != 200:
        raise Wrong("ana may.")


def nobody_reads(target: Target) -> None:
    if target.call("GET", "/users/me/secret").status_code != 401:
        raise Wrong("Nobody may not.")


SECRET = repair(ana_reads_her_own, nobody_reads)


def test_a_repair_must_keep_normal_use_and_stop_the_attack() -> None:
    right, open_to_all, closed, broken = APIRouter(), APIRouter(), APIRouter(), APIRouter()

    @right.get("/users/me/secret")
    def read(user: CurrentUser) -> str:
        return user.email

    @open_to_all.get("/users/me/secret")
    def read_any(db: SessionDep) -> str:
        return db.scalars(select(User.email)).first() or ""

    @closed.get("/users/me/secret")
    def refuse(user: CurrentUser) -> str:
        raise HTTPException(403, "Not even you.")

    @broken.get("/users/me/secret")
    def fail() -> float:
        return 1 / 0

    SECRET(right)
    assert complaint(SECRET, open_to_all) == "Nobody may not."
    assert complaint(SECRET, closed) == "ana may."
    with pytest.raises(ZeroDivisionError):  # so that the check shows the reader's own line
        SECRET(broken)
    for junk in (None, "router", APIRouter, APIRouter(), read):
        assert "answer = router" in complaint(SECRET, junk)


def likes_after_race(write: Any) -> tuple[list[str], int]:
    errors, engine = race(write)
    with Session(engine) as session:
        count = session.scalar(select(func.count()).select_from(Like)) or 0
    engine.dispose()
    return [type(error).__name__ for error in errors], count


def look_then_write(session: Session) -> None:
    there = select(Like).where(Like.user_id == 1, Like.post_id == 2)
    if session.scalar(there) is None:
        session.add(Like(user_id=1, post_id=2))
    session.commit()


def test_of_two_that_look_before_they_write_one_always_fails() -> None:
    def write_at_once(session: Session) -> None:
        insert_unless_there(session, Like, user_id=1, post_id=2)
        session.commit()

    lock = Lock()

    def one_after_the_other(session: Session) -> None:
        with lock:
            look_then_write(session)

    done, order = Event(), count()

    def the_second_comes_late(session: Session) -> None:
        if next(order):
            done.wait(0.1)
        look_then_write(session)
        done.set()

    assert likes_after_race(look_then_write) == (["IntegrityError"], 1)
    assert likes_after_race(the_second_comes_late) == (["IntegrityError"], 1)
    assert likes_after_race(write_at_once) == ([], 1)
    assert likes_after_race(one_after_the_other) == ([], 1)


def test_a_predicted_column_is_compared_from_top_to_bottom() -> None:
    ranks = column([1, 1, 3], {(1, 1, 2): "That is dense_rank."}, "Count again.")
    ranks([1, 1, 3])
    assert complaint(ranks, [1, 1, 2]) == "That is dense_rank."
    assert complaint(ranks, [3, 2, 1]) == "Count again."
    assert complaint(ranks, [1, 3]) == "There are 3 rows, and your list has 2 numbers."
    for junk in ("1, 1, 3", None, [1.0, 1, 3], [True, 1, 3], list):
        assert complaint(ranks, junk).startswith("Answer with a list of 3 whole numbers")


def test_a_recursion_without_an_end_is_stopped_and_told() -> None:
    start = select(User.id, literal(0).label("steps")).where(User.id == 1)
    chain = start.cte("chain", recursive=True)
    endless = chain.union_all(select(chain.c.id, chain.c.steps + 1))
    told = complaint(select_like(lambda: start), select(endless))
    assert told.startswith("It does not come to an end")


def test_a_window_in_the_wrong_place_is_explained() -> None:
    place = func.row_number().over(order_by=Post.id)
    told = complaint(LIKES, select(Post.id, Post.owner_id).where(place == 1))
    assert told.startswith("The database cannot run it: misuse of window function")
    assert told.endswith("go on from it in a sub-query.")


def test_a_mistake_is_known_by_its_rows_in_whatever_order() -> None:
    nothing = likes_of_each_post().where(Post.id < 0)
    mistakes = [Mistake(lambda: nothing, "Nothing."), Mistake(likes_with_inner_join, "Inner.")]
    backwards = likes_with_inner_join().order_by(Post.id.desc())
    assert complaint(select_like(likes_of_each_post, mistakes), backwards).startswith("Inner.")


def test_moments_in_a_result_are_told_in_short() -> None:
    moments = select(Post.timestamp)
    told = complaint(select_like(lambda: moments), moments.where(Post.id > 1))
    assert re.search(r"^Expected: \[\('\d\d:\d\d',\)\]$", told, re.MULTILINE)


def newest_with_likes() -> Any:
    page = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3).subquery()
    likes = select(func.count()).where(Like.post_id == page.c.id).scalar_subquery()
    return select(page.c.id, likes)


def newest_with_all_likes_counted() -> Any:
    counted = select(Like.post_id, func.count().label("n")).group_by(Like.post_id).subquery()
    rows = select(Post.id, func.coalesce(counted.c.n, 0))
    rows = rows.outerjoin(counted, counted.c.post_id == Post.id)
    return rows.order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)


def test_the_work_of_a_statement_is_counted_and_not_timed() -> None:
    assert work(newest_with_likes(), many(1_000)) == work(newest_with_likes(), many(1_000))
    growth = [work(newest_with_all_likes_counted(), many(posts)) for posts in (1_000, 4_000)]
    assert 3 < growth[1] / growth[0] < 5


def test_a_select_with_the_right_rows_is_refused_when_its_work_grows() -> None:
    sizes = Load("Small", 1_000, {}), Load("Large", 4_000, {})
    judge = little_work(select_like(newest_with_likes), *sizes, "It counts for everybody.")
    judge(newest_with_likes())
    told = complaint(judge, newest_with_all_likes_counted()).splitlines()
    assert told[0] == "The rows are right. It counts for everybody."
    assert told[1].startswith("Small: ")
    assert "This is text." in complaint(judge, "SELECT id FROM posts")


def posts_of_seven() -> Any:
    return select(Post.content).where(Post.owner_id == 7).order_by(Post.timestamp.desc())


def test_an_index_is_judged_by_the_plan_of_its_query_and_stays_out_of_the_model() -> None:
    table: Any = Post.__table__
    judge = index_for(posts_of_seven, table, {("timestamp", "owner_id"): "The owner first."})
    before = set(table.indexes)
    judge([Post.owner_id, Post.timestamp.desc()])
    judge((Post.owner_id, Post.timestamp, Post.id))
    judge(Index("another", Post.owner_id, Post.timestamp))
    assert table.indexes == before
    assert "then sorted" in complaint(judge, Post.owner_id)
    assert complaint(judge, [Post.timestamp, Post.owner_id]).startswith("The owner first.")
    assert complaint(judge, [func.lower(Post.content)]).startswith("Your index is not used.")
    assert "posts has no column username" in complaint(judge, [User.username])
    assert "cannot make this index" in complaint(judge, [func.nonsense(Post.id)])
    for junk in (None, "owner_id", [], ["owner_id"], Post):
        assert "Answer with a list of columns" in complaint(judge, junk)
