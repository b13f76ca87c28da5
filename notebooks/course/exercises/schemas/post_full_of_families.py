"""How many signs of several code points fit into a post."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="A post full of families",
    minutes=3,
    objective="tell characters, code points and bytes apart",
    task="""Keiko writes a post of nothing but families, one after the other without a blank:
👩‍👩‍👧 (a woman, a joiner, a woman, a joiner, a girl; the people take 4 bytes each, the joiners 3).
How many families fit into one post?""",
    starter="answer = ...  # a whole number",
    hints=(
        "A post has a limit of 280. What does it count: signs that you see, code points, or bytes?",
        "How many code points does one family have? Each joiner is one as well.",
        "Five code points each, so 280 / 5. `answer = 56`",
    ),
    imports="",
    answers=("answer = 56", 'answer = 280 // len("👩\\u200d👩\\u200d👧")'),
    mistakes=(
        Mistake(
            "as seen",
            "answer = 280",
            "280 would be right if the limit counted what you see as one sign.",
        ),
        Mistake(
            "bytes",
            "answer = 15",
            "15 families are 270 bytes, and a sixteenth would be too many. But the limit of a post "
            "isn't measured in bytes.",
        ),
        Mistake(
            "people only",
            "answer = 93",
            "93 families of three code points are 279. But the two joiners in each family are code "
            "points, too.",
        ),
        Mistake(
            "one joiner",
            "answer = 70",
            "70 families of four code points are 280. Count the joiners in one family again.",
        ),
    ),
    judge=Number("How many code points has one family? How many of those fit into 280?"),
    praise="Five code points each. The limit counts neither the signs you see nor bytes.",
)
