"""Rows that two joins multiply, counted by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="How many rows?",
    minutes=3,
    objective="predict how many rows a join gives",
    task="""Three posts. How many rows does this statement give?

| post | likes | retweets |
|:--|--:|--:|
| A | 2 | 3 |
| B | 4 | 0 |
| C | 0 | 0 |

```python
rows = select(Post.id, Like.user_id, Retweet.user_id.label("retweeter"))
rows = rows.outerjoin(Like, Like.post_id == Post.id)
rows = rows.outerjoin(Retweet, Retweet.post_id == Post.id)
```""",
    starter="answer = ...  # a whole number",
    hints=(
        "Take the posts one by one. How many rows does post A have after the first join, and what "
        "does the second join do with each of them?",
        "A left join keeps a row that has no partner. So what is left of post B's four rows, and "
        "of post C's one?",
        "A: 2 × 3 = 6. B: 4 × 1 = 4, with NULL for the retweet. C: 1. `answer = 11`",
    ),
    imports="",
    answers=("answer = 11", "answer = 2 * 3 + 4 * 1 + 1"),
    mistakes=(
        Mistake(
            "a row for each post",
            "answer = 3",
            "3 is one row for each post. Post A alone has two rows after the first join.",
        ),
        Mistake(
            "inner joins",
            "answer = 6",
            "6 is post A alone, which is what two inner joins give. A left join also keeps the "
            "rows of B and C.",
        ),
        Mistake(
            "added",
            "answer = 9",
            "9 is the number of likes and retweets. A join doesn't add rows, it pairs them: each "
            "like of A meets each retweet of A.",
        ),
        Mistake(
            "C forgotten",
            "answer = 10",
            "A has 6 rows and B has 4: that makes 10. What does a left join do with C?",
        ),
    ),
    judge=Number("Take the posts one by one: A, B, C; the first join, then the second."),
    praise="6 + 4 + 1. Counted on these rows, A would have 6 likes and 6 retweets.",
    practice=True,
)
