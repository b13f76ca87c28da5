"""The columns of an index, in their order."""

from sqlalchemy import select

from course.exercises.exercise import Exercise, Mistake
from course.judges.indexes import Indexing
from microblog.models import Base, Retweet

EXERCISE = Exercise(
    title="What Marta passed on",
    minutes=4,
    objective="choose an index for a query, and write the query so that it can use it",
    task="""A new page shows what a user retweeted, the newest first. For Marta, user 1:

```python
select(Retweet.post_id)
    .where(Retweet.user_id == 1)
    .order_by(Retweet.timestamp.desc())
    .limit(20)
```

Suppose the table `retweets` had its key only, `(post_id, user_id)`. Which columns, in which order,
make an index from which the database takes the rows as they come, without reading all and without
sorting? Answer with a list of columns as in a model, such as `[Retweet.post_id, Retweet.user_id]`.
The check makes that index and reads the plan.""",
    starter="answer = ...  # a list of columns",
    hints=(
        "What does the query compare with `==`? By what does it sort?",
        "Think of a telephone book: all retweets of one user should be next to each other, and "
        "among them the newest ones.",
        "First the user, then the time: `[Retweet.user_id, Retweet.timestamp]`, with or without "
        "`.desc()`.",
    ),
    imports="""
from sqlalchemy import Index

from microblog.models import Retweet
""",
    answers=(
        "answer = [Retweet.user_id, Retweet.timestamp.desc()]",
        "answer = (Retweet.user_id, Retweet.timestamp)",
        'answer = Index("retweets_by_user_and_time", Retweet.user_id, Retweet.timestamp)',
    ),
    mistakes=(
        Mistake(
            "time first",
            "answer = [Retweet.timestamp, Retweet.user_id]",
            "The database reads everybody's retweets in order of time, and checks the user of "
            "each. Nothing is sorted, but with the time in front, Marta's retweets are spread "
            "over the whole index.",
        ),
        Mistake(
            "the time not next",
            "answer = [Retweet.user_id]",
            "Marta's retweets are looked up, and then the database sorts them: in your index the "
            "retweets of one user aren't in order of time. Right behind the user, the index "
            "needs the column that the query sorts by.",
        ),
        Mistake(
            "begins with another column",
            "answer = [Retweet.post_id, Retweet.user_id]",
            "The database reads everybody's retweets and sorts Marta's. An index helps only when "
            "it begins with the column that the query compares with `==`.",
        ),
    ),
    judge=Indexing(
        select(Retweet.post_id)
        .where(Retweet.user_id == 1)
        .order_by(Retweet.timestamp.desc())
        .limit(20),
        Base.metadata.tables["retweets"],
    ),
    praise="The column with `==` first, then the one that sorts: a look-up, and no sort.",
)
