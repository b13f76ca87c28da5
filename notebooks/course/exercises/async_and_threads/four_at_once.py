"""How long four requests take together, by the way in which an endpoint waits."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="Four at once",
    minutes=3,
    objective="predict who waits for whom",
    task="""Four people call the same endpoint at the same moment. It waits a second. After how
many seconds does the **last** of the four have their answer? The server has two threads for `def`
endpoints.

1. `def`, with `time.sleep(1)`
2. `async def`, with `time.sleep(1)`
3. `async def`, with `await asyncio.sleep(1)`

Answer with three whole numbers.""",
    starter="answer = ...  # a list, such as [5, 5, 5]",
    hints=(
        "For each of the three: where does the waiting take place, and how many can wait there at "
        "once?",
        "1: two threads wait for two people, then for two more. 2: the event loop itself stands "
        "still. 3: the event loop goes on while all four wait.",
        "Two rounds of two; four, one after the other; all together: `answer = [2, 4, 1]`",
    ),
    imports="import numpy as np\nimport pandas as pd\n",
    answers=("answer = [2, 4, 1]", "answer = pd.Series([2, 4, 1])"),
    mistakes=(
        Mistake(
            "as many threads as one likes",
            "answer = [1, 4, 1]",
            "Four people would need four threads to wait together, and this server has two.",
        ),
        Mistake(
            "async is always quick",
            "answer = [2, 1, 1]",
            "`async def` alone lets nobody else go on: `time.sleep` without `await` stops the "
            "event loop.",
        ),
        Mistake(
            "one after the other",
            "answer = [4, 4, 4]",
            "Threads let people wait together, and so does `await`. Only one of the three serves "
            "one person after the other.",
        ),
        Mistake(
            "await queues",
            "answer = [2, 4, 4]",
            "While a function waits with `await`, the event loop begins the next request.",
        ),
        Mistake(
            "async uses the threads",
            "answer = [2, 2, 1]",
            "An `async def` endpoint doesn't run in a thread of the pool. It runs in the event "
            "loop, and there is one.",
        ),
    ),
    judge=Numbers("Take each endpoint alone: who can wait at the same time?", rows=3),
    praise="Two rounds in two threads, four in a row in the loop, and one wait for all with await.",
)
