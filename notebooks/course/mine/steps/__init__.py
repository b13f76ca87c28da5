"""The steps by which a learner builds a service of their own, in the order of the notebooks."""

from course.mine.steps import service, tables_and_queries
from course.mine.steps.step import Step

STEPS: tuple[Step, ...] = tables_and_queries.STEPS + service.STEPS

__all__ = ["STEPS", "Step"]
