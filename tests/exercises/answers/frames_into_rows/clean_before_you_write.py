from learners import Learners

LEARNERS = Learners(
    right=(
        """
import numpy as np

import numpy as np


def records_of(frame):
    return (
        frame.astype(object).replace({np.nan: None, pd.NaT: None, pd.NA: None}).to_dict("records")
    )
""",
        """
def records_of(frame):
    records = frame.to_dict("records")
    for row in records:
        for name in row:
            if pd.isna(row[name]):
                row[name] = None
    return records
""",
        """
def records_of(frame):
    rows = frame.astype(object)
    rows[frame.isna()] = None
    return rows.to_dict(orient="records")
""",
        """
def records_of(frame):
    return frame.astype(object).mask(frame.isna(), None).to_dict("records")
""",
        """
def records_of(frame):
    clean = lambda value: None if value is pd.NaT or value is pd.NA or value != value else value
    return [{k: clean(v) for k, v in row.items()} for row in frame.to_dict("records")]
""",
    ),
    named={
        """
def records_of(frame):
    return frame.where(frame.notna(), None).to_dict("records")
""": "holes of pandas",
        """
def records_of(frame):
    return [row for row in frame.to_dict("records") if not any(map(pd.isna, row.values()))]
""": "rows dropped",
        """
def records_of(frame):
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [
        {
            k: v.to_pydatetime().replace(tzinfo=None) if isinstance(v, pd.Timestamp) else v
            for k, v in r.items()
        }
        for r in rows
    ]
""": "zone dropped",
    },
    unnamed=(
        """
def records_of(frame):
    frame = frame.drop_duplicates()
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
""",
        """
def records_of(frame):
    return frame.head().astype(object).where(frame.head().notna(), None).to_dict("records")
""",
        """
def records_of(frame):
    return ({k: None if pd.isna(v) else v for k, v in r.items()} for r in frame.to_dict("records"))
""",
        """
def records_of(frame):
    for c in frame.columns:
        frame[c] = frame[c].astype(object).where(frame[c].notna(), None)
    return frame.to_dict("records")
""",
        """
def records_of(frame):
    f = frame.sort_values(frame.columns[0])
    return f.astype(object).where(f.notna(), None).to_dict("records")
""",
        "def records_of(frame):\n    return frame.astype(object).fillna(0).to_dict('records')",
        "def records_of(frame):\n    return frame.to_dict('list')",
        """
def records_of(frame):
    return frame.astype(str).to_dict("records")
""",
        """
def records_of(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")[::-1]
""",
        """
def records_of(frame):
    frame.fillna("", inplace=True)
    return frame.to_dict("records")
""",
        """
def records_of(frame):
    frame = frame.reset_index()
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
""",
    ),
)
