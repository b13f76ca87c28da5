"""What the notebooks use beside the service: databases, a server, diagrams, exercises."""

from course.doctor import doctor

try:
    from course.counting import statements
    from course.databases import DATA, empty_database, sample_database
    from course.display import picture, schema, show, sql
    from course.errors import expect_error
    from course.exercises import EXERCISES, exercise, progress
    from course.exercises.judges.models import new_base
    from course.exercises.progress_file import forget_progress
    from course.pairs import PAIRS, pair
    from course.plans import plan
    from course.recording import flow
    from course.rerun import install
    from course.server import running
    from course.timing import timing_curve, timings

    install()
except Exception as error:  # a package is missing or broken: the doctor works without any
    _broken = error

    def __getattr__(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        what = f"{type(_broken).__name__}: {_broken}"
        raise ImportError(f"{what}. To see what mends it: from course import doctor, then doctor()")


__all__ = [
    "DATA",
    "EXERCISES",
    "PAIRS",
    "doctor",
    "empty_database",
    "exercise",
    "expect_error",
    "flow",
    "forget_progress",
    "new_base",
    "pair",
    "picture",
    "plan",
    "progress",
    "running",
    "sample_database",
    "schema",
    "show",
    "sql",
    "statements",
    "timing_curve",
    "timings",
]
