"""Trying the checks one after the other."""

import time
from collections.abc import Iterable

from course.contract.answer import Answer
from course.contract.check import AskedToWait, Check, Failed, NoAnswer, Outcome, Waits
from course.contract.result import CheckResult, waiting
from course.contract.server import Faults
from course.contract.service import Service

MOST_SILENCES = 3  # then nothing more is sent


class Run:
    """The results so far; `problem` says why no more requests are sent, if that is so."""

    def __init__(self, service: Service, faults: Faults | None = None) -> None:
        self.service, self.faults = service, faults
        self.results: dict[str, CheckResult] = {}
        self.problem = ""
        self._silences = 0

    def judge_all(self, checks: Iterable[Check]) -> None:
        for check in checks:
            self.results[check.name] = self._judge(check)

    def _judge(self, check: Check) -> CheckResult:
        if self.problem:
            return waiting(check, self.problem)
        if found := self._missing(check):
            missing = min(found, key=lambda check: check.step)
            return waiting(check, f"Waits for step {missing.step}: {missing.says}")
        self.service.last = None
        if self.faults:
            self.faults.found.clear()
        try:
            check.run(self.service)
        except Failed as failed:
            return self._failed(check, f"{failed}{self._fault()}", failed.answer)
        except Waits as waits:
            return waiting(check, str(waits))
        except AskedToWait as asked:
            self.problem = f"{asked} Run the contract again after that."
            return waiting(check, self.problem)
        except NoAnswer as silence:
            return self._silent(check, f"{silence}.")
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            return self._failed(check, f"The check can't read the answer: {error!r}.")
        return self._result(check, "passed", "", self.service.last)

    def _failed(self, check: Check, message: str, answer: Answer | None = None) -> CheckResult:
        return self._result(check, "failed", message, answer or self.service.last)

    def _result(
        self, check: Check, outcome: Outcome, message: str, answer: Answer | None
    ) -> CheckResult:
        sent, came = (answer.sent, answer.came) if answer else ("", "")
        return CheckResult(check.name, check.step, check.says, outcome, message, sent, came)

    def _missing(self, check: Check) -> list[Check]:
        """The checks that this one needs, or that those need, where they begin to be missing."""
        found = []
        for need in check.needs:
            deeper = self._missing(need)
            result = self.results.get(need.name)
            there = result is not None and result.outcome == "passed"
            found += deeper or ([] if there else [need])
        return found

    def _silent(self, check: Check, message: str) -> CheckResult:
        self._silences += 1
        if self._silences == MOST_SILENCES:
            self.problem = f"{MOST_SILENCES} requests had no answer, so nothing more is sent."
        return self._result(check, "failed", message, None)

    def _fault(self) -> str:
        """What an app in this process raised; its log comes shortly after the answer."""
        if self.faults and self.service.last and self.service.last.status >= 500:
            for _ in range(20):
                if self.faults.found:
                    raised = self.service.secrets.hidden(self.faults.found[-1])
                    return f" Your service raised {raised}."
                time.sleep(0.01)
        return ""
