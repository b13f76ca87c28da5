"""What a pandas user asks of `find`, and what it answers."""

import pytest

from course.pairs import PAIRS, find
from course.pairs.definition import Pair
from course.pairs.searching import Found, matches, search_words, spelled_right
from course.pairs.without_twin import WITHOUT_TWIN

each_answer = pytest.mark.parametrize("answer", WITHOUT_TWIN, ids=lambda each: each.words[:20])


def numbers_in(found: list[Found]) -> list[int]:
    return [each.number for each in found if isinstance(each, Pair)]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how do I do df.nlargest per group?", 60),
        ("df.drop_duplicates(subset=...)", 82),
        ("group by two columns", 48),
        ("count rows where condition is true", 55),
        ("fill NaN with 0", 25),
        ("join on two keys", 36),
        ("get the row with the highest value", 99),
        ("cumulative sum by user", 63),
        ("case insensitive search", 10),
        ("rows in A but not in B", 74),
        ("pivot a table", 97),
        ("how many unique users per day", 33),
        ("add a column with an if", 22),
        ("previous value in the same group", 64),
        ("delete rows by condition", 89),
        ("rename columns", 3),
        ("rows between two dates", 12),
        ("moving average 7 days", 66),
        ("GROUP BY", 48),
        ("left join", 37),
        ("session.query", 2),
        ("merge_asof", 46),
        ("null keys", 45),
        ("LAG", 64),
    ],
)
def test_a_question_finds_its_pair_among_the_first(question: str, number: int) -> None:
    assert number in numbers_in(matches(question)[:3])


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("pivot_table", 97),
        ("explode", 98),
        ("idxmax", 99),
        ("diff", 100),
        ("indicator", 101),
        ("isin multiple columns", 102),
        ("normalize", 103),
        ("query", 104),
        ("string_agg", 56),
        ("upsert", 87),
        ("|", 7),
        ("nunique", 51),
    ],
)
def test_a_name_finds_its_pair_first(name: str, number: int) -> None:
    assert numbers_in(matches(name))[0] == number


def test_a_pair_is_found_by_each_of_its_words() -> None:
    for each in PAIRS:
        for words in each.words.split(", "):
            assert each in matches(words), f"{words!r} does not find pair {each.number}"


def test_words_are_found_whole() -> None:
    assert numbers_in(matches("cut")) == [23]  # not whatever has `execute` in its code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("grupby", "groupby"), ("pivot_tabel", "pivot_table"), ("valuecounts", "value_counts")],
)
def test_a_typo_is_taken_for_what_is_near(typed: str, meant: str) -> None:
    assert spelled_right(typed) == meant
    assert f"Nothing is called {typed!r}. Did you mean {meant!r}?" in find(typed).data


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("apply", "a statement can't hold your Python function"),
        ("sample", "order_by(func.random())"),
        ("select random rows", "order_by(func.random())"),
        ("iterrows", "for post in session.scalars"),
        ("set_index", "no labels, no positions"),
        ("iloc", "have no position"),
        ("df.loc", "With a condition, `loc` is `where`"),
        ("db.query", "SQLAlchemy's older style"),
        ("export to csv", "pd.read_sql(statement, engine).to_csv"),
        ("to_datetime", "cast(Post.id, String)"),
    ],
)
def test_what_has_no_twin_has_an_answer(name: str, part: str) -> None:
    assert part in find(name).data


@each_answer
def test_an_answer_without_twin_is_found_by_its_words_and_sees_pairs_that_exist(
    answer: Found,
) -> None:
    assert not isinstance(answer, Pair)
    assert set(answer.see) <= {each.number for each in PAIRS}
    for words in answer.words.split(", "):
        assert answer in matches(words), f"{words!r} does not find it"


def test_search_words_are_what_people_call_it_then_title_traps_and_codes() -> None:
    words = search_words(PAIRS[38 - 1])
    assert words.index("zero counts") < words.index("counts with zeros") < words.index("outerjoin")
    assert {"groupby.count", "count and size", "group_by"} <= set(words)


def test_what_nothing_fits_is_said() -> None:
    assert find("xyzzy").data.startswith("Nothing fits 'xyzzy'.")


def test_a_number_leads_to_the_pair_and_a_title_cannot_break_the_table() -> None:
    shown = find("page by key").data
    assert "| [20](pandas_to_sqlalchemy.ipynb#cell-id=pair-20) |" in shown
    assert "the next page by key: `\\| and &`" in shown
