"""How often one may try to log in."""

import math
import time
from collections.abc import Iterator
from typing import Any

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

FAILURES_PER_NAME = RateLimitItemPerMinute(10)  # and address
FAILURES_PER_ADDRESS = RateLimitItemPerMinute(100)


class LoginThrottle:
    """Counts the failed logins of the last minute, per address and name and per address."""

    def __init__(self) -> None:
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    def seconds_to_wait(self, address: str, username: str) -> int:
        """How long to wait before the next try: 0 while one is allowed."""
        return max(self._wait(limit, *key) for limit, *key in self._limits(address, username))

    def count_failure(self, address: str, username: str) -> None:
        for limit, *key in self._limits(address, username):
            self.limiter.hit(limit, *key)

    def _limits(self, address: str, username: str) -> Iterator[tuple[Any, ...]]:
        yield FAILURES_PER_NAME, address, username.casefold()
        yield FAILURES_PER_ADDRESS, address

    def _wait(self, limit: RateLimitItem, *key: str) -> int:
        if self.limiter.test(limit, *key):
            return 0
        reset_time, _ = self.limiter.get_window_stats(limit, *key)
        return max(1, math.ceil(reset_time - time.time()))
