"""Files that are not loaded: one line says which file, line and column, and why."""

import gzip
from pathlib import Path

import pytest
from service.loading.small_files import FILES, HASH, NOON, NOTHING, rows_in
from sqlalchemy import Engine

from microblog.loading import BrokenFile, find_files, load
from microblog.rules import LARGEST_ID

LATER = "2999-01-01T00:00:00+00:00"
TOO_EARLY = "0001-01-01T00:00:00+05:00"  # in UTC, before the first year

NO_NUMBER = f"must be a whole number from 1 to {LARGEST_ID}"
NO_TIME = "must be a time such as 2026-08-12T18:31:00+00:00"
NO_NAME = "must be 3 to 30 letters, digits and underscores"
NO_ADDRESS = "must be an e-mail address"
NO_USER = "is no id in users.csv or the database"
NO_POST = "is no id in posts.csv or the database"
TWICE = "is in the file already"
OPEN_QUOTE = 'the quote that opens here is not closed (a quote within a value is written "")'

# The file, a row added at its end, the column, and what is wrong with it.
BROKEN_ROWS: list[tuple[str, str, str, str]] = [
    ("likes", "x,1", "user_id", f"'x' {NO_NUMBER}"),
    ("likes", "1,0", "post_id", f"'0' {NO_NUMBER}"),
    ("likes", "1,-1", "post_id", f"'-1' {NO_NUMBER}"),
    ("likes", "1,1.0", "post_id", f"'1.0' {NO_NUMBER}"),
    ("likes", "1, 1", "post_id", f"' 1' {NO_NUMBER}"),
    ("likes", "1,1_0", "post_id", f"'1_0' {NO_NUMBER}"),
    ("likes", "1,١", "post_id", f"'١' {NO_NUMBER}"),
    ("likes", f"1,{2**63 - 1}", "post_id", f"'{2**63 - 1}' {NO_NUMBER}"),
    ("likes", f"1,{'9' * 5000}", "post_id", f"'{'9' * 40}' {NO_NUMBER}"),
    ("likes", "3,1", "user_id", f"'3' {NO_USER}"),
    ("likes", "1,3", "post_id", f"'3' {NO_POST}"),
    ("likes", "2", "post_id", "has no value"),
    ("likes", "2,2,5,6", "post_id", "this row has 4 values for 2 columns"),
    ("likes", "2,1", "user_id, post_id", f"'2, 1' {TWICE}"),
    ("posts", f"2,x,{NOON},1", "id", f"'2' {TWICE}"),
    ("posts", f"3,x,{NOON},7", "owner_id", f"'7' {NO_USER}"),
    ("posts", "3,x,yesterday,1", "timestamp", f"'yesterday' {NO_TIME}"),
    ("posts", f"3,x,{LATER},1", "timestamp", f"'{LATER}' must not be later than now"),
    (
        "posts",
        f"3,x,{TOO_EARLY},1",
        "timestamp",
        f"'{TOO_EARLY}' must be within the years 1 to 9999 in UTC",
    ),
    (
        "posts",
        "3,x,2026-08-12T12:00:00,1",
        "timestamp",
        "'2026-08-12T12:00:00' must have a time zone; for UTC write +00:00 behind it",
    ),
    (
        "posts",
        f"3,{'x' * 281},{NOON},1",
        "content",
        f"'{'x' * 40}' must be at most 280 characters long",
    ),
    ("posts", f"3,,{NOON},1", "content", "has no value"),
    ("posts", f"3,  ,{NOON},1", "content", "'  ' must contain something to read"),
    ("posts", f"3,\u200b,{NOON},1", "content", "'\\u200b' must contain something to read"),
    ("posts", f"3,a\0b,{NOON},1", "content", "'a\\x00b' must not contain the character NUL"),
    ("posts", f'3,"never closed,{NOON},1', "content", OPEN_QUOTE),
    ("posts", f'3,"a"b,{NOON},1', "content", OPEN_QUOTE),
    ("posts", f'3,x,{NOON},"1', "owner_id", OPEN_QUOTE),
    ("posts", f"3,{'x' * 140_000},{NOON},1", "content", "is longer than 131,072 characters"),
    ("users", f"1,Eva,eva@example.org,{HASH},{NOON}", "id", f"'1' {TWICE}"),
    ("users", f"3,aNA,eva@example.org,{HASH},{NOON}", "username", f"'aNA' {TWICE}"),
    ("users", f"3,ab,eva@example.org,{HASH},{NOON}", "username", f"'ab' {NO_NAME}"),
    ("users", f"3,Zoë,eva@example.org,{HASH},{NOON}", "username", f"'Zoë' {NO_NAME}"),
    ("users", f"3,Eva,ANA@example.org,{HASH},{NOON}", "email", f"'ANA@example.org' {TWICE}"),
    ("users", f"3,Eva,eva at home,{HASH},{NOON}", "email", f"'eva at home' {NO_ADDRESS}"),
    (
        "users",
        f"3,Eva,eva@example.org,secret,{NOON}",
        "hashed_password",
        "this must be a bcrypt hash such as $2b$12$…",
    ),
    ("follows", "1,7", "followee_id", f"'7' {NO_USER}"),
    (
        "follows",
        "1,1",
        "followee_id",
        "'1' is the follower too, and users cannot follow themselves",
    ),
]


@pytest.mark.parametrize(("table", "row", "column", "what"), BROKEN_ROWS)
def test_a_broken_row_is_named_and_nothing_is_loaded(
    engine: Engine, folder: Path, table: str, row: str, column: str, what: str
) -> None:
    (folder / f"{table}.csv").write_text(f"{FILES[table]}{row}\n", "utf-8")
    line = FILES[table].count("\n") + 1
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == f"{table}.csv, line {line}, column {column}: {what}"
    assert rows_in(engine) == NOTHING


USERS = FILES["users"]
INDEXED = "\n".join(f"{number},{line}" for number, line in enumerate(USERS.splitlines()))
SAVE = "save it as CSV UTF-8"

# For users.csv: its bytes, and the message.
BROKEN_FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "users.csv is empty: its first line must name the columns"),
    "blank lines": (
        b"\xef\xbb\xbf\r\n\r\n",
        "users.csv is empty: its first line must name the columns",
    ),
    "gzip": (gzip.compress(USERS.encode()), "users.csv is compressed by gzip: unpack it first"),
    "xlsx": (b"PK\x03\x04...", f"users.csv is an Excel workbook or a ZIP archive: {SAVE}"),
    "xls": (b"\xd0\xcf\x11\xe0...", f"users.csv is an old Excel workbook: {SAVE}"),
    "parquet": (b"PAR1...", f"users.csv is a Parquet file: {SAVE}"),
    "UTF-16": (USERS.encode("utf-16"), f"users.csv is encoded in UTF-16: {SAVE}"),
    "UTF-16, no mark": (USERS.encode("utf-16-le"), f"users.csv is not encoded in UTF-8: {SAVE}"),
    "header in Latin-1": (
        USERS.replace("id", "größe,id", 1).encode("latin-1"),
        f"users.csv is not encoded in UTF-8: {SAVE}",
    ),
    "sep=": (
        b"sep=,\r\n" + USERS.encode(),
        "users.csv begins with a line sep=…, which only Excel understands: delete that line",
    ),
    "capitals": (
        USERS.upper().encode(),
        "users.csv, line 1, column id: is missing (names are lower case); the header is "
        "'ID, USERNAME, EMAIL, HASHED_PASSWORD, CREATED_AT'",
    ),
    "no header": (
        b"1,Ana\n",
        "users.csv, line 1, column id: is missing; the header is '1, Ana'",
    ),
    "another separator": (
        USERS.replace(",", "|").encode(),
        "users.csv, line 1, column id: is missing; the header is "
        "'id|username|email|hashed_password|created_at'",
    ),
    "a column missing": (
        USERS.replace("email", "mail", 1).encode(),
        "users.csv, line 1, column email: is missing; the header is "
        "'id, username, mail, hashed_password, created_at'",
    ),
    "an index without a name": (
        INDEXED.replace("0,", ",", 1).encode(),
        "users.csv, line 1, column number 1: has no name; in pandas, to_csv(…, index=False) "
        "leaves it out",
    ),
    "a last column without a name": (
        USERS.replace("\n", ",\n").encode(),
        "users.csv, line 1, column number 6: has no name",
    ),
    "a column twice": (
        USERS.replace("email", "email,email", 1).encode(),
        "users.csv, line 1, column email: is in the header twice",
    ),
    "another column twice": (
        USERS.replace("email", "x,x,email", 1).encode(),
        "users.csv, line 1, column x: is in the header twice",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN_FILES.values(), ids=BROKEN_FILES)
def test_a_file_of_another_kind_is_named_before_the_database_is_touched(
    folder: Path, content: bytes, message: str
) -> None:
    (folder / "users.csv").write_bytes(content)
    with pytest.raises(BrokenFile) as broken:
        find_files(folder)
    assert str(broken.value) == message


def test_text_in_latin_1_is_named_wherever_it_is(engine: Engine, folder: Path) -> None:
    posts = f"3,plain,{NOON},1\n" * 20_000 + f"4,Grüße,{NOON},1\n"
    (folder / "posts.csv").write_bytes((FILES["posts"] + posts).encode("latin-1", "replace"))
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == (
        "posts.csv, line 20,006, column content: "
        "'Gr\\udcfc\\udcdfe' is not encoded in UTF-8: save the file as CSV UTF-8"
    )
    assert rows_in(engine) == NOTHING


def test_text_in_latin_1_is_named_in_a_column_that_is_not_loaded(
    engine: Engine, folder: Path
) -> None:
    (folder / "likes.csv").write_bytes("user_id,post_id,why\n1,2,schön\n".encode("latin-1"))
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == (
        "likes.csv, line 2, column why: "
        "'sch\\udcf6n' is not encoded in UTF-8: save the file as CSV UTF-8"
    )


def test_a_value_is_found_behind_thousands_of_rows_and_lines(engine: Engine, folder: Path) -> None:
    rows = "".join(f'{number},"two\r\nlines",{NOON},1\r\n\r\n' for number in range(3, 25_003))
    (folder / "posts.csv").write_text(f"{FILES['posts']}{rows}7,x,{NOON},1\r\n", newline="")
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == f"posts.csv, line 75,006, column id: '7' {TWICE}"
    (folder / "posts.csv").write_text(f"{FILES['posts']}{rows}x,x,{NOON},1\r\n", newline="")
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == f"posts.csv, line 75,006, column id: 'x' {NO_NUMBER}"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_open_quote_is_found_behind_values_of_several_lines(
    folder: Path, engine: Engine, newline: str
) -> None:
    text = 'why,id,content,timestamp,owner_id\n"a\nb",1,"x\ny",' + f'{NOON},"1\n'
    (folder / "posts.csv").write_text(text.replace("\n", newline), newline="")
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == f"posts.csv, line 4, column owner_id: {OPEN_QUOTE}"


def test_a_file_with_extra_columns_has_rows_as_long_as_its_header(
    engine: Engine, folder: Path
) -> None:
    (folder / "likes.csv").write_text("user_id,post_id,why\n1,2\n", "utf-8")
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert str(broken.value) == (
        "likes.csv, line 2, column why: this row has 2 values for 3 columns"
    )


def test_a_folder_that_is_none_is_named(folder: Path) -> None:
    for path, message in (
        (folder / "dta", f"there is no folder {folder / 'dta'}"),
        (
            folder / "users.csv",
            f"{folder / 'users.csv'} is a file: name the folder that holds "
            "users.csv, follows.csv, posts.csv, likes.csv, retweets.csv",
        ),
    ):
        with pytest.raises(BrokenFile) as broken:
            find_files(path)
        assert str(broken.value) == message


def test_all_files_that_a_folder_lacks_are_named(folder: Path) -> None:
    (folder / "likes.csv").unlink()
    (folder / "users.csv").unlink()
    with pytest.raises(BrokenFile) as broken:
        find_files(folder)
    assert str(broken.value) == f"the folder {folder} has no users.csv, likes.csv"


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "likes.csv").unlink()
    (folder / "likes.csv").mkdir()
    with pytest.raises(BrokenFile) as broken:
        find_files(folder)
    assert str(broken.value).startswith(f"{folder / 'likes.csv'} cannot be read: ")
