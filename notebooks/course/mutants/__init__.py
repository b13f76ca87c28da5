"""Tests run on the package, or on a mutant: the package with a line changed, in memory only."""

from course.mutants.mutant import Mutant
from course.mutants.running import TestRun, run_tests

__all__ = ["Mutant", "TestRun", "run_tests"]
