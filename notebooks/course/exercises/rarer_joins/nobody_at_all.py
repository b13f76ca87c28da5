"""NOT IN with a NULL in its list."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Nobody at all?",
    minutes=5,
    objective="keep missing keys from spoiling a join or a list",
    task="""Who follows nobody? Somebody joined all users with their followers (a left join),
used the followers as a list, and asked for the users outside that list. On the sample data the
statement finds 0 users, which is wrong. Repair the statement in the next cell; it selects
`username`.""",
    starter="""readers = select(Follow.follower_id).select_from(User)
readers = readers.outerjoin(Follow, Follow.followee_id == User.id)
nobody = select(User.username).where(User.id.not_in(readers))

answer = ...  # repair the statement, then: nobody""",
    hints=(
        "Look at the list: `pd.read_sql(readers, engine)`. What does it contain for a user whom "
        "nobody follows?",
        "With one NULL in the list, `NOT IN` is never true. Either keep NULL out of the list, or "
        "ask without a list.",
        "Ask of each user whether there is a row: "
        "`~select(Follow).where(Follow.follower_id == User.id).exists()`.",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Follow, User
""",
    answers=(
        """
follows = select(Follow).where(Follow.follower_id == User.id)
answer = select(User.username).where(~follows.exists())
""",
        """
readers = select(Follow.follower_id)
answer = select(User.username).where(User.id.not_in(readers))
""",
        """
own = Follow.follower_id == User.id
rows = select(User.username).outerjoin(Follow, own)
answer = rows.where(Follow.follower_id.is_(None))
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
readers = select(Follow.follower_id).select_from(User)
readers = readers.outerjoin(Follow, Follow.followee_id == User.id)
answer = select(User.username).where(User.id.not_in(readers))
""",
            "As soon as a user has no follower, your statement finds nobody. The left join puts "
            "NULL into the list, and with one NULL in the list NOT IN is never true.",
        ),
        Mistake(
            "followed by nobody",
            """
follows = select(Follow).where(Follow.followee_id == User.id)
answer = select(User.username).where(~follows.exists())
""",
            "These are the users whom nobody follows. The question asks for the other direction: "
            "those who follow nobody.",
        ),
        Mistake(
            "the other half",
            """
readers = select(Follow.follower_id)
answer = select(User.username).where(User.id.in_(readers))
""",
            "These are the users who do follow somebody.",
        ),
        Mistake(
            "not of this user",
            "answer = select(User.username).where(~select(Follow).exists())",
            "Your statement finds everybody when there is no follow at all, and otherwise nobody: "
            "the inner question is the same for each user. Tie it to the user of the outer row.",
        ),
        Mistake(
            "a join on unequal",
            "answer = select(User.username).join(Follow, Follow.follower_id != User.id)",
            "Your statement pairs each user with every follow by somebody else. That such a follow "
            "exists doesn't mean that the user has none.",
        ),
    ),
    judge=Selecting(),
    praise="Without NULL in the list, those who follow nobody appear.",
)
