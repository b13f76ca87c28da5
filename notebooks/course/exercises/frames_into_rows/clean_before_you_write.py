"""The values of a frame as a database driver takes them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of


def spelled(value: Any) -> str:
    """A value as Python spells it, so that numpy's 3 is not Python's, with a moment's zone."""
    if isinstance(value, datetime) and value is not pd.NaT:
        return f"a time, {value}"
    whole = type(value) is float and value.is_integer()
    return repr(int(value) if whole else value)


def records_of(frame: pd.DataFrame) -> Callable[[Any], Observed]:
    """What the answer makes of a frame, row by row."""

    def run(answer: Any) -> Observed:
        mine = frame.copy()
        given = answer(mine)
        if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
            inside = f" of {type(given[0]).__name__}s" if isinstance(given, list) and given else ""
            raise Wrong(
                f"Return a list with a dict for each row; this is {kind_of(given)}{inside}."
            )
        told = {
            f"row {n}": ", ".join(f"{name}: {spelled(value)}" for name, value in row.items())
            for n, row in enumerate(given, start=1)
        }
        kept = "unchanged" if mine.equals(frame) else "changed by the function"
        return {"number of rows": len(given), **told, "your frame": kept}

    return run


NOTES = pd.DataFrame({"id": [2, 1], "note": ["clear", None]}, index=[5, 3])
EVERY_DTYPE = pd.DataFrame(
    {
        "share": [0.5, None],
        "likes": pd.array([3, None], "Int64"),
        "seen": pd.Series([EVENING, None]),
        "ours": [True, False],
    }
)

EXERCISE = Exercise(
    title="Clean before you write",
    minutes=6,
    objective="turn a frame's values into values that a database can keep",
    task="""Write `records_of(frame)`. It returns a list with a dict for each row, in order, as
`insert()` needs it: a missing value is `None`, whatever the dtype of its column, and numbers are
Python's own. Keep every row, fill nothing in, and leave the frame as it is.""",
    starter="""def records_of(frame):
    # your code here
    ...


answer = records_of""",
    hints=(
        'Look at `frame.to_dict("records")` for a frame with a missing value in each column. '
        "Which values are not what they should be?",
        "A column of numbers can't contain `None`: it becomes NaN again. Which dtype can contain "
        "anything?",
        'One line: `frame.astype(object).where(frame.notna(), None).to_dict("records")`.',
    ),
    imports="import pandas as pd",
    answers=(
        """
def records_of(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
""",
        """
def records_of(frame):
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
""",
    ),
    mistakes=(
        Mistake(
            "holes of pandas",
            """
def records_of(frame):
    return frame.to_dict("records")
""",
            "The missing values are still those of pandas: NaN, NaT or NA. Each should be None. "
            "(Put None into a column with a dtype of its own, and it turns back: convert the "
            "columns to object first.)",
        ),
        Mistake(
            "filled",
            """
def records_of(frame):
    return frame.astype(object).fillna("").to_dict("records")
""",
            "You fill missing values with an empty text. An empty text is a value.",
        ),
        Mistake(
            "rows dropped",
            """
def records_of(frame):
    return frame.dropna().to_dict("records")
""",
            "Rows with a missing value are left out. Their other values are good.",
        ),
        Mistake(
            "numpy's numbers",
            """
def records_of(frame):
    rows = [frame.iloc[n].astype(object) for n in range(len(frame))]
    columns = [(name, frame[name].array) for name in frame.columns]
    return [
        {name: None if pd.isna(values[n]) else values[n] for name, values in columns}
        for n in range(len(rows))
    ]
""",
            "Some numbers are numpy's and not Python's: SQLite would store np.int64(1) as bytes.",
        ),
        Mistake(
            "a frame",
            """
def records_of(frame):
    return frame.astype(object).where(frame.notna(), None)
""",
            "This is still a frame. Turn it into records with to_dict().",
        ),
        Mistake(
            "zone dropped",
            """
def records_of(frame):
    frame = frame.copy()
    for name in frame.select_dtypes("datetimetz"):
        frame[name] = frame[name].dt.tz_localize(None)
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
""",
            "The times lost their zone, and the table refuses times without one.",
        ),
    ),
    judge=Trying(
        (
            Trial(
                "A frame with the columns id (2, 1) and note ('clear', and a missing one).",
                records_of(NOTES),
            ),
            Trial("The first row of that frame alone.", records_of(NOTES.head(1))),
            Trial("A frame without rows.", records_of(NOTES.head(0))),
            Trial("A frame of six equal rows.", records_of(pd.DataFrame({"note": 6 * ["dark"]}))),
            Trial(
                "A frame with a missing value in a float column, in an Int64 column and in a "
                "column of times.",
                records_of(EVERY_DTYPE),
            ),
        )
    ),
    praise="Every missing value is None, and every number is one that the driver takes.",
)
