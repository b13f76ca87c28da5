"""Compare what calls cost, in turns, so that a busy moment of the machine falls on all of them."""

import statistics
import sys
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import psutil
from sqlalchemy import Connection, func, select

Key = TypeVar("Key", bound=Hashable)
Clock = Callable[[], float]


def process_clock(process_id: int) -> Clock:
    """Tells the CPU time that a process has used so far, in seconds."""
    if sys.platform == "linux":  # what psutil reads there counts hundredths of a second
        number = (~process_id << 3) | 2  # as clock_getcpuclockid(3) makes it
        return lambda: time.clock_gettime(number)
    process = psutil.Process(process_id)
    return lambda: sum(process.cpu_times()[:2])


def connection_clock(connection: Connection) -> Clock:
    """Tells the CPU time of this process and of the one that PostgreSQL runs for a connection."""
    if connection.dialect.name == "sqlite":
        return time.process_time
    backend = process_clock(connection.execute(select(func.pg_backend_pid())).scalar_one())
    return lambda: time.process_time() + backend()


@dataclass
class Contestant:
    """A call, and the clock of the processes that do its work."""

    call: Callable[[], object]
    clock: Clock
    turns: list[float] = field(default_factory=list)
    durations: list[float] = field(default_factory=list)

    def take_turn(self, seconds: float) -> None:
        self.call()  # what others have pushed out of the caches comes back
        calls, cpu_before, end = len(self.durations), self.clock(), time.perf_counter() + seconds
        while (started := time.perf_counter()) < end:
            self.call()
            self.durations.append(time.perf_counter() - started)
        calls = len(self.durations) - calls
        self.turns.append((self.clock() - cpu_before) / calls)

    @property
    def cpu(self) -> float:
        """CPU seconds of one call, in the tenth of the turns that others disturbed least."""
        return statistics.mean(sorted(self.turns)[: max(1, len(self.turns) // 10)])

    @property
    def median(self) -> float:
        """Seconds that one call takes, by the clock on the wall."""
        return statistics.median(self.durations)


def compete(
    contestants: Mapping[Key, Contestant],
    rounds: int = 15,
    seconds: float = 0.1,
    warm_up: int = 20,
) -> Mapping[Key, Contestant]:
    """Let each one run for `seconds`, `rounds` times in turn; they hold the result."""
    for contestant in contestants.values():
        for _ in range(warm_up):  # until drivers have prepared and engines have compiled
            contestant.call()
    for _ in range(rounds):
        for contestant in contestants.values():
            contestant.take_turn(seconds)
    return contestants


def milliseconds(*seconds: float) -> str:
    return "(" + " to ".join(f"{1000 * each:.3g}" for each in seconds) + " ms)"
