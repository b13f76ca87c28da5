"""What a reader sees of a pair, without a network and in the dark."""

import ast
import dis
import inspect
import re
import sys

import pytest
from sqlalchemy import Engine, event, insert, select
from sqlalchemy.orm import Session

from course import PAIRS as PAIRS_OF_THE_KIT
from course import pair as pair_of_the_kit
from course.databases import DATA
from course.pairs import GROUPS, PAIRS, cheat_sheet, pair
from course.pairs.definition import Pair
from course.pairs.display import lesson_of
from course.pairs.frames import completed, sample_frames
from course.pairs.rendering import as_html, as_markdown, cell
from course.pairs.running import Answer, Playground, answer_in_sql
from course.pairs.sent import Sent
from course.pairs.snippets import Function, code_of, definitions_for
from microblog.models import Base, User

LESSON = re.compile(r"\d\d[a-z]?_[a-z_]+")
EFFECTS = [each for each in PAIRS if each.effect and each.number != 95]  # 95 is text of its own
each_pair = pytest.mark.parametrize("each", PAIRS, ids=lambda each: f"{each.number:02}")


def test_the_kit_offers_the_pairs() -> None:
    assert PAIRS_OF_THE_KIT is PAIRS
    assert pair_of_the_kit(38).pair is PAIRS[37]


def assert_fit_for_the_dark_and_offline(shown: str) -> None:
    assert not re.findall(r"background(?:-color)?: (?!none)", shown)
    assert not re.findall(r"(?:src|href)=|http", shown)


@each_pair
def test_the_reference_shows_question_codes_sql_result_and_all_traps(each: Pair) -> None:
    shown = pair(each.number).in_full()._repr_markdown_()
    assert each.question in shown
    assert code_of(each.pandas) in shown
    assert code_of(each.sqlalchemy) in shown
    assert shown.count("```sql") >= 1
    assert f"Both give, on {'the sample data' if each.example is None else 'a few rows'}:" in shown
    assert shown.count("**Trap: ") == len(each.wrong_twins)
    for twin in each.wrong_twins:
        assert twin.why in shown
    assert LESSON.fullmatch(each.lesson)
    assert lesson_of(each) in shown
    assert ("★ One of the translations to learn first" in shown) == each.starred
    assert_fit_for_the_dark_and_offline(shown)


@each_pair
def test_a_lesson_shows_both_codes_one_trap_and_the_way_to_the_rest(each: Pair) -> None:
    shown = pair(each.number)._repr_markdown_()
    assert each.question in shown
    assert code_of(each.pandas) in shown
    assert code_of(each.sqlalchemy) in shown
    assert shown.count("**Trap: ") == min(len(each.wrong_twins), 1)
    assert f"](pandas_to_sqlalchemy.ipynb#cell-id=pair-{each.number})" in shown
    assert "```sql" not in shown
    assert "★" not in shown
    assert_fit_for_the_dark_and_offline(shown)


@each_pair
def test_every_name_in_the_codes_is_a_librarys_or_the_packages_or_is_explained(each: Pair) -> None:
    shown = pair(each.number).in_full()._repr_markdown_()
    for function in (each.pandas, each.sqlalchemy, *[twin.function for twin in each.wrong_twins]):
        for name in names_of_the_kit(function):
            assert re.search(rf"Defined elsewhere:.*<code>{name}</code>", shown), name
            assert re.search(rf"^(def {name}\(|{name} = )", shown, re.M), name


def names_of_the_kit(function: Function) -> set[str]:
    """The functions and constants of the kit that a function uses, read off its byte code."""
    code = list(dis.get_instructions(function))
    names = {each.argval for each in code if each.opname == "LOAD_GLOBAL"} - {"UTC"}
    values = {name: vars(sys.modules[function.__module__]).get(name) for name in names}
    return {
        name
        for name, value in values.items()
        if name.isupper() or (inspect.isfunction(value) and value.__module__.startswith("course"))
    }


def test_a_definition_comes_after_what_it_uses() -> None:
    names = list(definitions_for(PAIRS[39 - 1].sqlalchemy))
    assert names.index("likes_of") < names.index("queries.posts_with_counts")


def test_what_a_query_of_the_service_uses_is_shown_with_it() -> None:
    shown = pair(39)._repr_markdown_()
    assert "<code>queries.posts_with_counts</code>" in shown
    assert "def likes_of(post: Subquery) -> ColumnElement[int]:" in shown
    assert "def post() -> Rows:" not in shown  # `post` is an argument there


@pytest.mark.parametrize(
    ("notebook", "link"),
    [
        ("notebooks/05_grouping_rows.ipynb", "](pandas_to_sqlalchemy.ipynb#"),
        ("notebooks/deeper/05a_more.ipynb", "](../pandas_to_sqlalchemy.ipynb#"),
        ("builds/one-day/students/04_joining_tables.ipynb", "](../../../notebooks/pandas_to_"),
    ],
)
def test_the_link_fits_the_notebook_that_asks(
    notebook: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", f"/somewhere/{notebook}")
    assert link in pair(38)._repr_markdown_()


@each_pair
def test_the_code_of_a_pair_is_short_and_whole(each: Pair) -> None:
    for function in (each.pandas, each.sqlalchemy):
        code = code_of(function)
        ast.parse(_as_function(code))
        assert len(code.splitlines()) <= 20


def _as_function(code: str) -> str:
    """Codes with a branch keep their `return`, which is legal in a function alone."""
    return "def cell():\n" + "\n".join(f"    {line}" for line in code.splitlines())


def test_every_statement_is_shown_for_both_databases() -> None:
    shown = pair(13).in_full()._repr_markdown_()
    assert "instr(posts.content, ?)" in shown
    assert "strpos(posts.content, %(strpos_1)s" in shown


@pytest.mark.parametrize("each", EFFECTS, ids=lambda each: f"{each.number:02}")
def test_what_postgresql_would_receive_is_what_it_receives(
    each: Pair, playgrounds: dict[tuple[str, str], Playground]
) -> None:
    rows = completed(each.example or {"users": [{"id": 1}], "posts": [{"id": 1}]})
    foretold, really = Sent(each.after), Sent(each.after)
    for database, sent in (("sqlite", foretold), ("postgresql", really)):
        with playgrounds[database, each.tables].holding(rows) as connection:
            with sent.listening(connection):
                answer_in_sql(each, connection)
    assert foretold.to_postgresql
    assert set(foretold.to_postgresql) <= set(really.received)


def test_the_data_that_exposes_a_trap_is_shown_with_both_answers() -> None:
    shown = repr(pair(41).in_full())
    trap = shown[shown.index("Trap:") :]
    assert "given these posts:\nid owner_id\n 1     NULL\n" in trap
    assert "right:\nid username\n 1    user1\n" in trap
    assert trap.endswith("wrong:\nid username\n(no rows)")


def test_the_rows_of_an_example_show_the_key_by_which_its_code_joins() -> None:
    shown = repr(pair(37).in_full())
    assert "given these posts:\nid content owner_id\n 1     one        1\n" in shown


def test_tables_too_wide_to_stand_side_by_side_stand_one_below_the_other() -> None:
    narrow, wide = Answer(("id",), [(1,)]), Answer(("content",), [("x" * 60,)])
    beside = as_markdown(("row", [("right", narrow), ("wrong", narrow)]))
    assert "<tr><th>right</th><th>wrong</th></tr>" in beside
    below = as_markdown(("row", [("right", wide), ("wrong", wide)]))
    assert "<tr><th>right</th></tr>" in below
    assert "<tr><th>wrong</th></tr>" in below


def test_what_stands_in_a_table_cannot_break_it() -> None:
    assert cell("a|b\n*c*$d$") == r"a\|b \*c\*\$d\$"
    assert as_html(Answer(("name",), [("<b>",), (None,)])).count("&lt;b&gt;</td>") == 1


def test_the_cheat_sheet_holds_the_starred_pairs() -> None:
    page = cheat_sheet().data
    assert_fit_for_the_dark_and_offline(page)
    starred = [each.number for each in PAIRS if each.starred]
    assert starred == [1, 2, 36, 37, 38, 39, 47, 48, 85, 86, 91, 94, 96]
    assert re.findall(r"<strong>(\d+)</strong>", page) == [str(number) for number in starred]


def test_a_number_that_does_not_exist_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="they go from 1 to 104"):
        pair(105)


def test_each_group_of_the_list_is_a_module() -> None:
    modules = {each.pandas.__module__ for each in PAIRS}
    assert modules == {module.__name__ for module in GROUPS.values()}


def test_the_sample_frames_have_the_dtypes_of_the_proof() -> None:
    posts = sample_frames().posts
    assert [str(dtype) for dtype in posts.dtypes] == [
        "int64",
        "str",
        "datetime64[us, UTC]",
        "Int64",
    ]
    assert posts.isna().sum().sum() == 0


def test_related_objects_take_two_statements_for_any_number_of_users(engine: Engine) -> None:
    Base.metadata.create_all(engine)
    sent: list[str] = []
    with Session(engine) as session:
        users = [
            {"username": f"user{n}", "email": f"{n}@example.org", "hashed_password": ""}
            for n in range(5)
        ]
        session.execute(insert(User), users)
        event.listen(engine, "before_cursor_execute", lambda *args: sent.append(args[2]))
        PAIRS[47 - 1].sqlalchemy(session)
        assert len(sent) == 2
        session.expire_all()
        for user in session.scalars(select(User)):
            assert user.posts == []
        assert len(sent) == 2 + 1 + 5


@each_pair
def test_a_pair_links_to_a_lesson_only_where_there_is_one(each: Pair) -> None:
    told = lesson_of(each)
    assert each.lesson in told
    notebooks = DATA.parent / "notebooks"
    written = [*notebooks.glob("*.ipynb"), *notebooks.glob("deeper/*.ipynb")]
    assert ("](" in told) == (each.lesson in {path.stem for path in written})
