"""A moving window, by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import calls

NEW = [103, 100, 101, 102, 106, 104, 105, 109, 107, 108]  # ten failures, in no order


def seconds_to_wait(few: str = "< 10", last: str = "-10") -> str:
    return f"""
def seconds_to_wait(failures, now):
    recent = sorted(time for time in failures if time > now - 60)
    if len(recent) {few}:
        return 0
    return recent[{last}] + 60 - now
"""


EXERCISE = Exercise(
    title="How long to wait",
    minutes=7,
    objective="work out how long a moving window makes somebody wait",
    task="""Write `seconds_to_wait(failures, now)` without the library. `failures` is a list of the
seconds at which a name failed at an address, in any order, none later than `now`. A failure counts
for 60 seconds: at `now`, those later than `now - 60` count. While fewer than ten count, the result
is 0. Else it's the number of seconds until fewer than ten do.""",
    starter="""def seconds_to_wait(failures, now):
    # your code here
    ...


answer = ...  # then: seconds_to_wait""",
    hints=(
        "Keep the failures that count, and sort them. With exactly ten, which one has to go?",
        "With twelve, three have to leave. The last of these is the tenth from the end.",
        "`recent = sorted(time for time in failures if time > now - 60)`, then 0 if "
        "`len(recent) < 10`, else `recent[-10] + 60 - now`.",
    ),
    imports="import pandas as pd\n",
    answers=(
        seconds_to_wait(),
        """def seconds_to_wait(failures, now):
    times = pd.Series(failures, dtype="int64")
    newest = times[times > now - 60].nlargest(10)
    return 0 if len(newest) < 10 else int(newest.min()) + 60 - now""",
    ),
    mistakes=(
        Mistake(
            "never forgotten",
            """def seconds_to_wait(failures, now):
    failures = sorted(failures)
    if len(failures) < 10:
        return 0
    return failures[-10] + 60 - now""",
            "You count failures that are over a minute old, so somebody who failed ten times in a "
            "year waits a negative time.",
        ),
        Mistake(
            "the last one",
            seconds_to_wait(last="-1"),
            "You wait until the newest failure is a minute old, and then none counts any more. "
            "It's enough that nine are left.",
        ),
        Mistake(
            "the first one",
            seconds_to_wait(last="0"),
            "Where more than ten failures count, you wait for the oldest alone to leave. Then "
            "there are still ten.",
        ),
        Mistake(
            "eleven",
            seconds_to_wait(few="<= 10"),
            "Where exactly ten failures count, you let somebody try again. Fewer than ten may.",
        ),
        Mistake(
            "a whole minute",
            """def seconds_to_wait(failures, now):
    return 0 if len([time for time in failures if time > now - 60]) < 10 else 60""",
            "You make everybody wait for a whole minute. The window moves: after a few seconds "
            "fewer than ten failures may be in it.",
        ),
    ),
    judge=calls(
        ([], 100),
        ([100], 100),
        (NEW[:9], 110),
        (NEW, 110),
        (NEW, 160),
        ([61, 2, 60, 40, *NEW], 110),
        ([5, 30, 31, *NEW[:9]], 110),
        ([5, *NEW[:9]], 110),
        ([100] * 12, 159),
        named="seconds_to_wait",
    ),
    praise="That is the moving window of the library: nobody waits longer than they must.",
)
