"""Calls that begin at the same moment."""

from collections.abc import Callable
from threading import Barrier
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

PATIENCE = 1.0  # seconds that a call waits for the others


def waiting(*results: Any) -> Trial:
    """Calls that return these results, but only when all of them are running."""

    def run(together: Callable[..., Any]) -> Observed:
        barrier = Barrier(len(results))

        def call(result: Any) -> Callable[[], Any]:
            def wait() -> Any:
                barrier.wait(PATIENCE)
                return result

            return wait

        return {"returns": together([call(each) for each in results])}

    return Trial(f"together of {len(results)} functions that wait for each other", run)


def failing() -> Observed:
    raise RuntimeError("this one fails")


def one_fails(together: Callable[..., Any]) -> Observed:
    try:
        together([lambda: 1, failing])
    except RuntimeError:
        return {"the error": "is raised"}
    return {"the error": "is lost"}


EXERCISE = Exercise(
    title="All at once",
    minutes=6,
    objective="make two requests meet in a test",
    task="""Write `together(functions)`. It calls each of the functions, which take no arguments, in
a thread of its own, all at the same moment. It returns their results in the order of the functions,
and raises the error of one that fails.""",
    starter="""def together(functions):
    # your code here
    ...


answer = ...  # then: together""",
    hints=(
        "A loop that calls one function after the other waits for each. What lets several run?",
        "`ThreadPoolExecutor(n)` has n threads, by default fewer than you may need. `submit` gives "
        "a call to one of them, and returns at once.",
        "`with ThreadPoolExecutor(len(functions)) as threads:`, then submit every function, and "
        "only then ask each for its `.result()`.",
    ),
    imports="from concurrent.futures import ThreadPoolExecutor",
    answers=(
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as threads:
        running = [threads.submit(each) for each in functions]
        return [each.result() for each in running]
""",
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as threads:
        return list(threads.map(lambda call: call(), functions))
""",
    ),
    mistakes=(
        Mistake(
            "one after the other",
            """
def together(functions):
    return [each() for each in functions]
""",
            "The second function begins only when the first has ended, so the two never meet.",
        ),
        Mistake(
            "too few threads",
            """
def together(functions):
    with ThreadPoolExecutor() as threads:
        return list(threads.map(lambda call: call(), functions))
""",
            "Two functions meet, and forty don't: your pool has fewer threads than there are "
            "functions, so some wait until others have ended.",
        ),
        Mistake(
            "results lost",
            """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as threads:
        for each in functions:
            threads.submit(each)
    return []
""",
            "The functions run at once, and neither what they return nor what they raise comes "
            "back.",
        ),
    ),
    judge=Trying(
        [
            Trial("together of a single function", lambda f: {"returns": f([lambda: 7])}),
            waiting("a", "b"),
            waiting(*range(40)),
            Trial("together of two functions, of which one fails", one_fails),
        ]
    ),
    praise="All of them run at once, and each result stays at its place.",
)
