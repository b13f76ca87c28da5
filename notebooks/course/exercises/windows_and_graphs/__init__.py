"""The exercises on windows and graphs, in their order."""

from course.exercises.exercise import numbered
from course.exercises.windows_and_graphs import (
    above_the_usual,
    applause_counted_back,
    carried_on,
    places,
    strangers_on_the_timeline,
    the_last_word,
    two_steps_upstream,
)

EXERCISES = numbered(
    "06_windows_and_graphs",
    (
        above_the_usual.EXERCISE,
        places.EXERCISE,
        the_last_word.EXERCISE,
        applause_counted_back.EXERCISE,
        two_steps_upstream.EXERCISE,
        strangers_on_the_timeline.EXERCISE,
        carried_on.EXERCISE,
    ),
)
