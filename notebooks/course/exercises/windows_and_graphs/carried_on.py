"""A graph followed for three steps, circles included."""

from collections.abc import Iterator, Sequence

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, no_rows, post, user
from course.judges.selects import Selecting

PEOPLE = {"bodil": 8, "marta": 2, "anabel": 3, "ana": 5, "keiko": 1, "jonas": 4}


def networks() -> Iterator[Rows]:
    """Who retweeted whom, and, unlike that, who follows whom: nobody, one, circles, a line."""
    yield network(["marta"], [])
    yield network(["marta", "ana"], [])
    yield network(["ana", "bodil"], ["ana bodil"])
    yield network(["bodil", "marta"], ["marta bodil"], ["bodil marta"])
    yield network(["keiko", "ana", "marta"], ["ana keiko", "marta ana"], ["keiko marta"])
    back = ["ana bodil", "bodil ana", "bodil keiko", "keiko ana", "anabel marta", "ana bodil"]
    yield network(list(PEOPLE), back, ["anabel ana", "marta anabel", "ana marta"])
    line = ["ana bodil", "bodil keiko", "keiko jonas", "jonas marta", "marta anabel"]
    yield network(list(PEOPLE), line, ["bodil ana", "jonas bodil", "marta ana"])
    short = ["ana ana", "ana keiko", "keiko marta", "ana marta", "marta jonas", "keiko bodil"]
    yield network(list(PEOPLE), [*short, "jonas anabel", "anabel ana"], ["bodil keiko"])


def network(names: Sequence[str], arrows: Sequence[str], follows: Sequence[str] = ()) -> Rows:
    """An arrow such as "ana bodil" is a post by ana that bodil retweeted."""
    rows = no_rows()
    rows["users"] = [user(PEOPLE[name], name) for name in names]
    for number, arrow in enumerate(arrows):
        author, reader = (PEOPLE[name] for name in arrow.split())
        rows["posts"].append(post(20 - number, "Kettle on.", author))
        retweet = {"user_id": reader, "post_id": 20 - number, "timestamp": EVENING}
        rows["retweets"].append(retweet)
    for pair in follows:
        follower, followee = (PEOPLE[name] for name in pair.split())
        rows["follows"].append({"follower_id": follower, "followee_id": followee})
    return rows


START = """
start = select(User.id, literal(0).label("steps")).where(User.username == "ana")
chain = start.cte("chain", recursive=True)
"""
STEP = """
onward = select(Retweet.user_id, chain.c.steps + 1).join(Post, Post.id == Retweet.post_id)
onward = onward.join(chain, chain.c.id == Post.owner_id)
"""
LEAST = "answer = select(chain.c.id, func.min(chain.c.steps)).group_by(chain.c.id)"
THREE = "chain = chain.union(onward.where(chain.c.steps < 3))\n"

EXERCISE = Exercise(
    title="Carried on",
    minutes=10,
    objective="follow a graph, one step or any number of steps",
    task="""One step leads from an author to each user who retweeted one of their posts. If bodil
retweeted a post by ana, and keiko one by bodil, then keiko is two steps from ana. Start at the user
called `ana`. Select the `id` of each user whom you reach in three steps at most, and the least
number of steps; ana herself with 0.""",
    starter="answer = ...  # your select() here",
    practice=True,
    hints=(
        "The statement is built like the one that counts the steps from Keiko, with other arrows. "
        "Which two tables give an arrow from an author to somebody who retweeted?",
        "The start is one row from `User`, with 0 steps. Each step joins the chain at the post's "
        "author and selects the user who retweeted. What makes it stop, and how do you choose the "
        "shortest way?",
        "`select(Retweet.user_id, chain.c.steps + 1).join(Post, Post.id == Retweet.post_id)"
        ".join(chain, chain.c.id == Post.owner_id).where(chain.c.steps < 3)` is the step. "
        "Then `chain.union(…)`, and `func.min` of the steps for each `id`.",
    ),
    imports="""
from sqlalchemy import func, literal, select, union_all

from microblog.models import Follow, Post, Retweet, User
""",
    answers=(
        START + STEP + THREE + LEAST,
        START + STEP + "chain = chain.union_all(onward.where(chain.c.steps < 3))\n" + LEAST,
        """
arrows = select(Post.owner_id, Retweet.user_id).join(Retweet, Retweet.post_id == Post.id)
arrows = arrows.distinct().subquery()
rows = [select(User.id, literal(0).label("steps")).where(User.username == "ana")]
for number in (1, 2, 3):
    last = rows[-1].subquery()
    step = select(arrows.c.user_id, literal(number).label("steps"))
    rows.append(step.join(last, last.c[0] == arrows.c.owner_id))
found = union_all(*rows).subquery()
answer = select(found.c.id, func.min(found.c.steps).label("steps")).group_by(found.c.id)
""",
    ),
    mistakes=(
        Mistake(
            "each chain",
            START + STEP + THREE + "answer = select(chain.c.id, chain.c.steps)",
            "A user whom several ways reach is in your result several times, once for each number "
            "of steps. Keep the least.",
        ),
        Mistake(
            "a step too far",
            START + STEP + "chain = chain.union(onward.where(chain.c.steps <= 3))\n" + LEAST,
            "You go four steps: you still continue from a row that already has three.",
        ),
        Mistake(
            "a step too short",
            START + STEP + "chain = chain.union(onward.where(chain.c.steps < 2))\n" + LEAST,
            "You stop after two steps. The task allows three.",
        ),
        Mistake(
            "the other direction",
            START
            + """
onward = select(Post.owner_id, chain.c.steps + 1).join(Retweet, Retweet.post_id == Post.id)
onward = onward.join(chain, chain.c.id == Retweet.user_id)
"""
            + THREE
            + LEAST,
            "Your steps lead from the user who retweeted to the author. The task goes the "
            "other way, from the author to the user who retweeted.",
        ),
        Mistake(
            "along follows",
            START
            + """
onward = select(Follow.follower_id, chain.c.steps + 1)
onward = onward.join(chain, chain.c.id == Follow.followee_id)
"""
            + THREE
            + LEAST,
            "Your steps lead from a user to their followers. In this exercise, they lead from an "
            "author to the users who retweeted, and these needn't be followers.",
        ),
        Mistake(
            "without ana",
            START + STEP + THREE + LEAST + "\nanswer = answer.where(chain.c.steps > 0)",
            "Ana isn't in your result with 0 steps: she is missing, or has the steps of a "
            "circle that leads back to her.",
        ),
        Mistake(
            "her id by heart",
            """
start = select(User.id, literal(0).label("steps")).where(User.id == 2)
chain = start.cte("chain", recursive=True)
"""
            + STEP
            + THREE
            + LEAST,
            "You start at the user with the id 2. That is ana in the sample data, but not "
            "elsewhere: find her by her name.",
        ),
    ),
    judge=Selecting(on=networks),
    praise="Three steps, each user once, and a circle can't keep the recursion going.",
)
