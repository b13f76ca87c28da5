"""What rank() writes beside rows that tie, predicted."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="Places",
    minutes=3,
    objective="predict how ranks number rows that tie",
    task="""Six posts have 9, 6, 9, 4, 6 and 6 likes, in this order. Which numbers does
`func.rank().over(order_by=likes.desc())` write beside them? Answer with a list of six numbers, in
the order of the posts.""",
    starter="answer = ...  # a list of six whole numbers",
    hints=(
        "Sort the likes first, with the largest on top: 9, 9, 6, 6, 6, 4. Which place do the two "
        "nines have?",
        "The nines share place 1. As in sport, nobody then has place 2. So which place do the "
        "sixes share?",
        "The nines have place 1 and the sixes place 3. Five posts have more likes than the 4, so "
        "it has place 6: `answer = [1, 3, 1, 6, 3, 3]`",
    ),
    imports="",
    answers=(
        "answer = [1, 3, 1, 6, 3, 3]",
        """
likes = [9, 6, 9, 4, 6, 6]
answer = [1 + sum(other > each for other in likes) for each in likes]
""",
    ),
    mistakes=(
        Mistake(
            "dense",
            "answer = [1, 2, 1, 3, 2, 2]",
            "These are the numbers of `dense_rank`, which leaves no number out after a tie.",
        ),
        Mistake(
            "first",
            "answer = [1, 3, 2, 6, 4, 5]",
            "These numbers are all different, as `row_number` would write them. With `rank`, posts "
            "that tie share a place.",
        ),
        Mistake(
            "ascending",
            "answer = [5, 2, 5, 1, 2, 2]",
            "You gave place 1 to the fewest likes. With `desc()`, the most likes come first.",
        ),
        Mistake(
            "the last of the place",
            "answer = [2, 5, 2, 6, 5, 5]",
            "These are the numbers of `rank(method='max')` in pandas: each post that ties has the "
            "last place that the tie takes up. `rank` in SQL writes the first.",
        ),
        Mistake(
            "sorted",
            "answer = [1, 1, 3, 3, 3, 6]",
            "These are the right places, but sorted. Write them in the order of the posts: 9, 6, "
            "9, 4, 6, 6.",
        ),
        Mistake(
            "from zero",
            "answer = [0, 2, 0, 5, 2, 2]",
            "Your places begin at 0. `rank` begins at 1.",
        ),
    ),
    judge=Numbers("For each post, count the posts with more likes, and add 1.", rows=6),
    praise="As in sport, a post's place is 1 plus the number of posts ahead of it.",
)
