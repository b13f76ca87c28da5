"""What the notebooks use beside the service: databases, a server, diagrams, exercises."""

from course.doctor import doctor

try:
    from course.classroom.joining import join
    from course.comparing import compare
    from course.contract import contract
    from course.counting import statements
    from course.databases import DATA, empty_database, sample_database
    from course.display import picture, schema, show, sql
    from course.drawing import draw_clauses, draw_index, draw_join, draw_window
    from course.errors import expect_error
    from course.exercises import EXERCISES, blanks
    from course.exercises.catalogue import exercise, hide_solutions, progress
    from course.exercises.progress_file import forget_progress
    from course.judges.models import new_base
    from course.mine.checking import check_mine
    from course.mine.folder import own_service
    from course.mine.importing import reload_mine
    from course.mutants import Mutant, run_tests
    from course.pairs import PAIRS, pair
    from course.plans import plan
    from course.recording import flow
    from course.rerun import install
    from course.server import running
    from course.small_tables import side_by_side, small_database
    from course.timing import timing_curve, timings

    install()
    blanks.install()
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
    "Mutant",
    "PAIRS",
    "check_mine",
    "contract",
    "compare",
    "doctor",
    "draw_clauses",
    "draw_index",
    "draw_join",
    "draw_window",
    "empty_database",
    "exercise",
    "expect_error",
    "flow",
    "forget_progress",
    "hide_solutions",
    "join",
    "new_base",
    "own_service",
    "pair",
    "picture",
    "plan",
    "progress",
    "reload_mine",
    "run_tests",
    "running",
    "sample_database",
    "schema",
    "show",
    "side_by_side",
    "small_database",
    "sql",
    "statements",
    "timing_curve",
    "timings",
]
