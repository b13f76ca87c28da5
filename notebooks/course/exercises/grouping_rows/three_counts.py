"""Rows, values and different values, counted by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Three counts",
    minutes=4,
    objective="predict how counts and sums treat empty groups",
    task="""There are four users: ana, bodil, jonas and keiko. ana wrote two posts, keiko wrote
one, bodil and jonas none. This statement finds one row. Add up the three numbers in it:

```python
select(
    func.count(),
    func.count(Post.id),
    func.count(distinct(Post.owner_id)),
).select_from(User).outerjoin(User.posts)
```""",
    starter="answer = ...  # a whole number",
    hints=(
        "First write down the rows of the left join, with `username` and `Post.id`.",
        "ana 1, ana 2, bodil NULL, jonas NULL, keiko 3: five rows. How many of them have a value "
        "in the column `Post.id`, and how many different values has `Post.owner_id`?",
        "Five rows, three posts, two different owners. `answer = 10`",
    ),
    imports="",
    answers=("answer = 10", "answer = 5 + 3 + 2"),
    mistakes=(
        Mistake(
            "inner join",
            "answer = 8",
            "8 is what an inner join gives: 3 rows, 3 posts and 2 owners. The left join also "
            "keeps bodil and jonas.",
        ),
        Mistake(
            "a row for each user",
            "answer = 9",
            "9 is one too few. The five rows of the join are ana twice, and bodil, jonas and keiko "
            "once each; add to them the posts and the different owners.",
        ),
        Mistake(
            "one owner too many",
            "answer = 11",
            "11 is one too many. There are 3 values in Post.id and 2 different ones in "
            "Post.owner_id: distinct counts ana once, and NULL isn't a value.",
        ),
        Mistake(
            "NULL is a post",
            "answer = 12",
            "12 is two too many. bodil and jonas have NULL in Post.id, and count() of a column "
            "leaves NULL out.",
        ),
        Mistake(
            "NULL is both",
            "answer = 13",
            "13 is three too many: that is 5 rows, 5 posts and 3 owners. count() of a column "
            "leaves NULL out.",
        ),
    ),
    judge=Number(
        "Write down the rows of the join: one for each pair of a user and a post, and one with "
        "NULL for each user without a post. Then count them in the three ways."
    ),
    praise="Five rows, three posts, two owners: NULL makes a row, but it isn't a value.",
)
