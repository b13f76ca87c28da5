"""A value in a statement, whatever is in it."""

from typing import Any

from sqlalchemy import Select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import no_rows, user
from course.judges.judge import Wrong
from course.judges.running import run
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of

PEOPLE = ((5, "marta"), (6, "Nils"), (3, "ana"), (2, "anaBel"), (9, "O'Neill"))
ROWS = no_rows() | {"users": [user(number, name) for number, name in PEOPLE]}
ASKED = (
    "marta",
    "MARTA",
    "nils",
    "ANABEL",
    "ana",
    "mar",
    "m_rta",
    "o'neill",
    "nobody') OR ('a' = 'a",
)


def asking(name: str) -> Trial:
    """What the function's statement finds, and whether the name is in the statement's text."""

    def observed(answer: Any) -> Observed:
        statement = answer(name)
        if not isinstance(statement, Select):
            raise Wrong(f"Your function returns {kind_of(statement)}. It should return a select().")
        text = str(statement.compile()).lower()
        spellings = name.lower(), name.lower().replace("'", "''")
        pasted = any(each in text for each in spellings)
        if pasted:
            return {"the name": "is part of the text of the statement"}
        return {"the statement finds": run(statement, ROWS)[1]}

    return Trial(f"user_called({name!r}), among {', '.join(each for _, each in PEOPLE)}", observed)


EXERCISE = Exercise(
    title="Whatever the name",
    minutes=5,
    objective="give values to a statement, never text",
    task="""`user_called(name)` returns a statement that finds `id` and `username` of the user with
that name, whatever the case of its letters: `marta` for `"MARTA"`. It used to paste the name into
the text of the statement. Write the condition so that the name is a value.""",
    starter="""def user_called(name):
    # It was: .where(text(f"lower(username) = lower('{name}')"))
    return select(User.id, User.username).where(____)


answer = user_called""",
    hints=(
        "What would the old line look like with the name `nobody') OR ('a' = 'a`? Where does the "
        "name end?",
        "When you compare a column with a Python value, the value travels beside the text. What "
        "has to be done with both sides, so that case doesn't matter?",
        "`.where(func.lower(User.username) == func.lower(name))`",
    ),
    imports="""
from sqlalchemy import bindparam, func, select, text

from microblog.models import User
from microblog.queries import user_with_name
""",
    answers=(
        """
def user_called(name):
    return select(User.id, User.username).where(func.lower(User.username) == func.lower(name))
""",
        """
def user_called(name):
    same = text("lower(username) = lower(:name)").bindparams(name=name)
    return select(User.id, User.username).where(same)
""",
        """
def user_called(name):
    return select(User.id, User.username).where(user_with_name()).params(username=name)
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
def user_called(name):
    return select(User.id, User.username).where(text(f"lower(username) = lower('{name}')"))
""",
            "The name is still part of the text of your statement, where a quote can end it early, "
            "so that the rest is read as SQL. Doubling the quotes by hand helps only as long as "
            "nobody forgets it. Pass the name as a value.",
        ),
        Mistake(
            "case counts",
            """
def user_called(name):
    return select(User.id, User.username).where(User.username == name)
""",
            "You find a user only if the case of every letter is the same. It shouldn't matter.",
        ),
        Mistake(
            "one side",
            """
def user_called(name):
    return select(User.id, User.username).where(User.username == name.lower())
""",
            "You find only users whose name is written in small letters in the table. The column "
            "needs lower() too.",
        ),
        Mistake(
            "the other side",
            """
def user_called(name):
    return select(User.id, User.username).where(func.lower(User.username) == name)
""",
            "Only the column is in small letters. A capital letter in the name never equals one of "
            "them: the name needs lower() too.",
        ),
        Mistake(
            "a pattern",
            """
def user_called(name):
    return select(User.id, User.username).where(User.username.ilike(name))
""",
            "In yours, an underscore in the name stands for any character, as it does in LIKE. "
            "Compare with == instead, both sides in lower().",
        ),
        Mistake(
            "a part of the name",
            """
def user_called(name):
    same = User.username.icontains(name, autoescape=True)
    return select(User.id, User.username).where(same)
""",
            "You find every user with these letters anywhere in the name. Compare the whole name.",
        ),
        Mistake(
            "the name of the parameter",
            """
def user_called(name):
    same = func.lower(User.username) == func.lower(bindparam(name))
    return select(User.id, User.username).where(same)
""",
            "You made a parameter that is called like the user. bindparam() takes the name of the "
            'parameter, as in bindparam("name", name): first its name, then its value.',
        ),
    ),
    judge=Trying([asking(name) for name in ASKED]),
    praise="marta in any case; and a name with quotes in it is just a name with quotes in it.",
)
