"""NULL in a condition with OR, followed by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Who comes back?",
    minutes=4,
    objective="predict which rows a condition loses to NULL, and keep them",
    task="""Now there are six people. How many rows does this statement find?

`select(Person).where(or_(Person.place != "Burgos", Person.name == "bodil"))`

| name | place |
|:--|:--|
| marta | Burgos |
| ana | Madrid |
| bodil | NULL |
| jonas | Burgos |
| keiko | NULL |
| nils | León |""",
    starter="answer = ...  # a whole number",
    hints=(
        'For each of the six, write down what `place != "Burgos"` gives: true, false or NULL.',
        "bodil and keiko have NULL there. What is NULL *or* true, and what is NULL *or* false?",
        "ana and nils by the first half, and bodil by the second: NULL or true is true. For keiko "
        "it is NULL or false, which is NULL, and `where` drops her. `answer = 3`",
    ),
    imports="",
    answers=("answer = 3", 'answer = len(["ana", "bodil", "nils"])'),
    mistakes=(
        Mistake(
            "all of them",
            "answer = 6",
            "6 is everybody. marta and jonas live in Burgos, and neither is called bodil: both "
            "halves of the condition are false for them.",
        ),
        Mistake(
            "as in pandas",
            "answer = 4",
            "4 is what pandas would find. In SQL, both halves count for keiko: NULL or false is "
            "NULL, and `where` keeps only what is true.",
        ),
        Mistake(
            "known places only",
            "answer = 2",
            "2 is the number of rows for which the first half alone is true. What does `or_` make "
            "of NULL and true?",
        ),
        Mistake(
            "bodil only",
            "answer = 1",
            "1 is the number of rows for which the second half alone is true. `or_` also keeps the "
            "rows for which only the first half is.",
        ),
    ),
    judge=Number("Go through the six rows one by one: is the condition true, false or NULL?"),
    praise="ana, nils and bodil. For keiko the condition is NULL, so `where` drops her.",
)
