"""A sign that means something to LIKE, searched for letter for letter."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, saying
from course.judges.selects import Selecting


def percentages() -> Iterator[Rows]:
    yield no_rows()
    yield saying("5% left", "Hello")
    yield saying("Only 5% left", "5 stars")
    yield saying("5%", "It fell to 5%", "5", "%")
    yield saying("At 5 it was 20%", "75%, says the app", "50 percent", "15 %", "25% off")
    yield saying("5%% of it", "5 % and 5%", "500 %, 5_", "5\\% or 5/%", "café à 5%", "No 5%!", "%5")
    yield saying(*12 * ["5%"])


EXERCISE = Exercise(
    title="5%",
    minutes=4,
    objective="search for a text letter for letter",
    task="""A battery stood at 5%. Select the `id` of all posts that contain `5%`, the digit and the
sign, anywhere in their content.""",
    practice=True,
    starter="answer = ...  # your select() here",
    hints=(
        'Try `Post.content.contains("5%")` on the sample data. Which of the posts that it finds '
        "shouldn't be there?",
        "In LIKE, the sign % stands for any text. An option of `contains` takes it literally, and "
        "there is a function of the database that doesn't use such signs at all.",
        '`select(Post.id).where(Post.content.contains("5%", autoescape=True))`, or '
        '`func.instr(Post.content, "5%") > 0` as the condition.',
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Post
""",
    answers=(
        'answer = select(Post.id).where(Post.content.contains("5%", autoescape=True))',
        'answer = select(Post.id).where(func.instr(Post.content, "5%") > 0)',
        'answer = select(Post.id).where(Post.content.like("%5/%%", escape="/"))',
    ),
    mistakes=(
        Mistake(
            "not escaped",
            'answer = select(Post.id).where(Post.content.contains("5%"))',
            "You find every post with a 5 in it, whatever follows. In LIKE, a % that isn't escaped "
            "stands for any text, even for none.",
        ),
        Mistake(
            "at the start",
            'answer = select(Post.id).where(Post.content.startswith("5%", autoescape=True))',
            "You find only the posts that begin with 5%. It may be anywhere in the content.",
        ),
        Mistake(
            "at the end",
            'answer = select(Post.id).where(Post.content.endswith("5%", autoescape=True))',
            "You find only the posts that end with 5%. It may be anywhere in the content.",
        ),
        Mistake(
            "nothing else",
            'answer = select(Post.id).where(Post.content == "5%")',
            "You find only the posts whose whole content is 5%. It may be anywhere in the content.",
        ),
        Mistake(
            "any percentage",
            'answer = select(Post.id).where(Post.content.contains("%", autoescape=True))',
            "You find every post with a % in it, whatever is in front of it.",
        ),
        Mistake(
            "in any order",
            """
five, sign = Post.content.contains("5"), Post.content.contains("%", autoescape=True)
answer = select(Post.id).where(five, sign)
""",
            "You find every post that has a 5 somewhere and a % somewhere. The sign must follow "
            "the digit directly.",
        ),
        Mistake(
            "doubled",
            'answer = select(Post.id).where(Post.content.contains("5%%", autoescape=True))',
            "You find only the posts with two percent signs after the 5. Once it is escaped, and "
            "in instr(), a % needs no doubling.",
        ),
        Mistake(
            "the other way round",
            'answer = select(Post.id).where(func.instr("5%", Post.content) > 0)',
            "You find the posts whose whole content is a part of 5%. instr() takes the text that "
            "is searched first, and then what to look for.",
        ),
    ),
    judge=Selecting(on=percentages),
    praise="5% and 75%, but not the 5 stars: here the % is an ordinary character.",
)
