"""The contract of the service, tried from outside on any implementation in any framework."""

from contextlib import closing
from typing import Any

from course.contract.check import AskedToWait, Check, NoAnswer
from course.contract.checks import BEYOND, CHECKS
from course.contract.report import Report
from course.contract.result import waiting
from course.contract.running import Run
from course.contract.server import Faults, served
from course.contract.service import Service
from course.mine.steps import STEPS

FINISHED = CHECKS[-1].step  # the last step of the finished service
LAST_STEP = STEPS[-1].number

__all__ = ["BEYOND", "CHECKS", "contract"]


def contract(service: Any, step: int = FINISHED) -> Report:
    """Try the checks of the contract up to this step on an ASGI app or on an address.

    Without `step` that is everything the finished service does.

    `contract(app)` serves the app in this process while it tries it; `contract("http://…")` calls
    a service that runs already. The test users that it registers stay behind.
    """
    if not 1 <= step <= LAST_STEP:
        raise ValueError(f"There are steps 1 to {LAST_STEP}.")
    chosen = [check for check in (*CHECKS, *BEYOND) if check.step <= step]
    if not isinstance(service, str):
        return _in_process(service, chosen)
    if not service.startswith(("http://", "https://")):
        raise ValueError(f"Write the whole address, such as http://127.0.0.1:8000, not {service}")
    return _judge(service, [check for check in chosen if not check.in_process])


def _in_process(app: Any, chosen: list[Check]) -> Report:
    try:
        with served(app) as (url, faults):
            return _judge(url, chosen, faults)
    except (RuntimeError, TimeoutError) as error:
        return not_tried(chosen, f"Your app doesn't start. {error}")


def _judge(url: str, chosen: list[Check], faults: Faults | None = None) -> Report:
    with closing(Service(url)) as service:
        try:
            service.get("/health")
        except NoAnswer as silence:
            return not_tried(chosen, f"{silence}. Is your service running at {url}?")
        except AskedToWait as asked:
            return not_tried(chosen, str(asked))
        run = Run(service, faults)
        run.judge_all(chosen)
        return Report(tuple(run.results.values()), run.problem, tuple(service.left_behind))


def not_tried(chosen: list[Check], problem: str) -> Report:
    return Report(tuple(waiting(check, problem) for check in chosen), problem)
