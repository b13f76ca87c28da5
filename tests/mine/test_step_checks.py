"""The checks of steps 1 to 12 refuse what is wrong, with a message that names it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from mine.new_folders import NewFolder

from course.mine.checking import LAST_WITHOUT_HTTP, StepReport, StepResult, run_checks


@dataclass(frozen=True)
class Mutant:
    """The solution after `step` with one thing changed, and what its check has to say."""

    step: int
    file: str
    right: str
    wrong: str
    says: str


CASCADE = ', ondelete="CASCADE"'
COUNT = "select(func.count()).where(Like.post_id == Post.id).scalar_subquery()"
TIMES_TWO = "select(func.count() * 2).where(Like.post_id == Post.id).scalar_subquery()"
MUTANTS = [
    Mutant(1, "models.py", "func.lower(username)", "username", "unique index on func.lower"),
    Mutant(1, "models.py", ", unique=True)\n    hashed", ")\n    hashed", "e-mail address twice"),
    Mutant(1, "models.py", ", default=utc_now", ", nullable=True", "created_at stays empty"),
    Mutant(1, "models.py", "    hashed_password", "    secret", "has no column hashed_password"),
    Mutant(1, "models.py", "class User(Base)", "class User(Bas)", "models.py can't be imported"),
    Mutant(2, "models.py", CASCADE, "", 'Add ondelete="CASCADE"'),
    Mutant(2, "models.py", f'ForeignKey("users.id"{CASCADE})', "", 'ForeignKey("users.id")'),
    Mutant(3, "writes.py", "commit()", "flush()", "Did it commit?"),
    Mutant(3, "writes.py", "    return user\n", "", "Return the User"),
    Mutant(3, "writes.py", "hashed_password: str)", "secret: str)", "can't be called like this"),
    Mutant(3, "writes.py", "email=email", "email=username", "and stored"),
    Mutant(
        4,
        "writes.py",
        "    session.add_all(Post(**row) for row in rows)\n    session.commit()",
        "    for row in rows:\n        session.add(Post(**row))\n        session.commit()",
        "posts [1, 2] stayed",
    ),
    Mutant(
        4,
        "writes.py",
        "    session.add_all(Post(**row) for row in rows)\n    session.commit()",
        "    try:\n        session.add_all(Post(**row) for row in rows)\n"
        "        session.commit()\n    except Exception:\n        session.rollback()",
        "returned as if all were well",
    ),
    Mutant(4, "writes.py", "in rows)\n    session.commit()", "in rows)", "didn't keep them"),
    Mutant(5, "queries.py", "Post.timestamp.desc()", "Post.id.desc()", "are 1, 3 and 2"),
    Mutant(5, "queries.py", ".limit(limit)", "", "newest_posts() finds"),
    Mutant(5, "queries.py", ".offset(offset)", "", "offset=2"),
    Mutant(
        5,
        "queries.py",
        "return select(Post)",
        "return []\n\n\ndef unused() -> None:\n    select(Post)",
        "returns a list",
    ),
    Mutant(6, "queries.py", ".where(is_named(username))", "", "ana wrote posts"),
    Mutant(
        6, "queries.py", "time.desc(), key.desc()", "time.desc()", "sort by time and then by id"
    ),
    Mutant(
        7, "models.py", "primary_key=True)\n]", "unique=True, primary_key=True)\n]", "are the key"
    ),
    Mutant(
        7, "models.py", 'users.id", ondelete="CASCADE"), primary', 'users.id"), primary', "CASCADE"
    ),
    Mutant(7, "models.py", 'ForeignKey("posts.id", ondelete="CASCADE"), ', "", "foreign keys"),
    Mutant(8, "queries.py", "Post.owner_id, User.username)", "Post.owner_id)", "no username"),
    Mutant(8, "queries.py", "(*POST).join_from(Post, User)\n", "(*POST)\n", "owners are"),
    Mutant(9, "queries.py", COUNT, TIMES_TWO, "you count 6 and 2"),
    Mutant(
        9,
        "queries.py",
        "select(*POST, *counts).join_from(Post, User)",
        "select(*POST, *counts).join_from(Post, User).where(Post.id.in_(select(Like.post_id)))",
        "An inner join loses posts",
    ),
    Mutant(9, "queries.py", 'label("likes_count")', 'label("likes")', "no likes_count"),
    Mutant(10, "queries.py", "or_(Post.owner_id == user_id, ", "or_(", "own post 1 is missing"),
    Mutant(10, "queries.py", "Retweet.user_id.in_(followed)", "Retweet.user_id > 0", "stranger"),
    Mutant(10, "queries.py", "func.max(", "func.min(", "the order should be 4, 2, 3, 1"),
    Mutant(11, "schemas.py", "{3,30}", "{2,30}", "has 3 characters or more"),
    Mutant(11, "schemas.py", "[A-Za-z0-9_]", r"\\w", "ASCII letters"),
    Mutant(11, "schemas.py", "[EmailStr,", "[str,", "Pydantic has EmailStr"),
    Mutant(11, "schemas.py", "min_length=8", "min_length=1", "has 8 characters or more"),
    Mutant(11, "schemas.py", "email: Email\n", "email: Email | None = None\n", "without email"),
    Mutant(12, "schemas.py", "(BaseModel):\n    id", "(UserCreate):\n    id", "can't be made"),
    Mutant(
        12,
        "schemas.py",
        "    id: int\n",
        "    id: int\n    hashed_password: str\n",
        "lets the hash",
    ),
    Mutant(12, "schemas.py", "    id: int\n", "    id: int\n    email: str\n", "e-mail address to"),
    Mutant(12, "schemas.py", "    created_at: datetime\n", "", "has no created_at"),
]


def first_failure(folder: Path) -> StepResult:
    report = run_checks(folder, LAST_WITHOUT_HTTP)
    assert isinstance(report, StepReport)
    return next(each for each in report.results if each.outcome == "failed")


@pytest.mark.slow
@pytest.mark.parametrize(
    "mutant", MUTANTS, ids=lambda each: f"{each.step}: {each.says}".replace(" ", "_")
)
def test_a_mutant_is_refused_with_a_message_that_names_it(
    mutant: Mutant, new_folder: NewFolder
) -> None:
    folder = new_folder(mutant.step)
    path = folder / "my_service" / mutant.file
    source = path.read_text(encoding="utf-8")
    assert mutant.right in source
    path.write_text(source.replace(mutant.right, mutant.wrong), encoding="utf-8")
    failure = first_failure(folder)
    assert mutant.says in failure.message
    assert failure.number == (0 if "imported" in mutant.says else mutant.step)


@pytest.mark.slow
def test_what_cannot_be_imported_is_the_only_failure(new_folder: NewFolder) -> None:
    folder = new_folder(5)
    (folder / "my_service" / "queries.py").write_text("def newest_posts(:\n", encoding="utf-8")
    report = run_checks(folder, LAST_WITHOUT_HTTP)
    assert isinstance(report, StepReport)
    outcomes = {each.number: each.outcome for each in report.results}
    assert [number for number, outcome in outcomes.items() if outcome == "failed"] == [0]
    assert all(outcomes[number] == "passed" for number in (1, 2, 3, 4))
    waiting = "waits until my_service/queries.py can be imported"
    assert {each.message for each in report.results if each.outcome == "waits"} == {waiting}


@pytest.mark.slow
def test_names_of_files_do_not_matter(new_folder: NewFolder) -> None:
    folder = new_folder(6)
    package = folder / "my_service"
    for path in [path for path in package.glob("*.py") if path.stem != "__init__"]:
        text = path.read_text(encoding="utf-8").replace("my_service.models", "my_service.a.tables")
        new = package / "a" / path.name.replace("models", "tables")
        new.parent.mkdir(exist_ok=True)
        (package / "a" / "__init__.py").touch()
        new.write_text(text, encoding="utf-8")
        path.unlink()
    report = run_checks(folder, 6)
    assert isinstance(report, StepReport)
    assert report.passed
