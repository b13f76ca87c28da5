"""The exercises on windows and graphs, in their order."""

from course.exercises.exercise import numbered
from course.exercises.windows_and_graphs import (
    above_the_usual,
    applause_counted_back,
    carried_on,
    places,
    strangers_on_the_timeline,
    the_last_word,
    the_longest_silence,
    two_places_on_the_podium,
    whom_to_follow,
)

EXERCISES = numbered(
    "06_windows_and_graphs",
    (
        above_the_usual.EXERCISE,
        places.EXERCISE,
        the_last_word.EXERCISE,
        two_places_on_the_podium.EXERCISE,
        applause_counted_back.EXERCISE,
        the_longest_silence.EXERCISE,
        carried_on.EXERCISE,
        strangers_on_the_timeline.EXERCISE,
        whom_to_follow.EXERCISE,
    ),
)
