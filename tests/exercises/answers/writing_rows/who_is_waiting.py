from learners import Learners

LEARNERS = Learners(
    right=(
        "def waiting(session):\n    return sum(1 for each in session.new)",
        "answer = lambda session: len(list(session.new))",
        """
def waiting(session):
    return sum(inspect(each).persistent is False for each in session)
""",
        "def waiting(session):\n    return sum(each in session.new for each in session)",
    ),
    named={
        "answer = lambda session: sum(isinstance(each, Post) for each in session.new)": (
            "posts alone"
        ),
        "def waiting(session):\n    return sum(1 for each in session.dirty)": "changed ones",
        "answer = lambda session: len([each for each in session])": "all objects",
    },
    unnamed=(
        """
from microblog.models import User


def waiting(session):
    return sum(
        1
        for o in session
        if not inspect(o).persistent and not inspect(o).transient and isinstance(o, (Post, User))
    )
""",
        """
def waiting(session):
    return len(session.new) - len(session.deleted)
""",
        "answer = lambda session: sum(1 for o in session if o.id is None)",
        "def waiting(session):\n    return len(session.new) + len(session.dirty)",
        "def waiting(session):\n    session.flush()\n    return len(session.new)",
        "def waiting(session):\n    return bool(session.new)",
        "def waiting(session):\n    print(len(session.new))",
        "answer = 4",
        "def waiting(session):\n    return 4",
    ),
)
