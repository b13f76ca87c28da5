"""How often one may try to log in, without waiting for a clock."""

import pytest
from limits.strategies import MovingWindowRateLimiter

from microblog.throttle import LoginThrottle

HERE, ELSEWHERE = "10.0.0.1", "10.0.0.2"


@pytest.fixture
def throttle() -> LoginThrottle:
    return LoginThrottle()


def fail(throttle: LoginThrottle, times: int, address: str, username: str) -> None:
    for _ in range(times):
        throttle.count_failure(address, username)


def test_nine_failures_cost_nothing_and_ten_a_wait(throttle: LoginThrottle) -> None:
    fail(throttle, 9, HERE, "ana")
    assert throttle.seconds_to_wait(HERE, "ana") == 0
    fail(throttle, 1, HERE, "ana")
    assert 1 <= throttle.seconds_to_wait(HERE, "ana") <= 60


@pytest.mark.parametrize("username", ["ANA", "aNa"])
def test_a_name_counts_whatever_its_case(throttle: LoginThrottle, username: str) -> None:
    fail(throttle, 10, HERE, "ana")
    assert throttle.seconds_to_wait(HERE, username) > 0


@pytest.mark.parametrize(("address", "username"), [(ELSEWHERE, "ana"), (HERE, "ben")])
def test_another_address_and_another_name_are_free(
    throttle: LoginThrottle, address: str, username: str
) -> None:
    fail(throttle, 10, HERE, "ana")
    assert throttle.seconds_to_wait(address, username) == 0


def test_one_address_has_a_hundred_failures_for_all_names(throttle: LoginThrottle) -> None:
    for number in range(99):
        fail(throttle, 1, HERE, f"user_{number}")
    assert throttle.seconds_to_wait(HERE, "ana") == 0
    fail(throttle, 1, HERE, "user_99")
    assert throttle.seconds_to_wait(HERE, "ana") > 0
    assert throttle.seconds_to_wait(ELSEWHERE, "ana") == 0


def test_asking_is_not_counted(throttle: LoginThrottle) -> None:
    fail(throttle, 9, HERE, "ana")
    for _ in range(5):
        assert throttle.seconds_to_wait(HERE, "ana") == 0


def test_a_wait_is_at_least_a_second(
    throttle: LoginThrottle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A moment before the window ends, `Retry-After: 0` would ask for a refusal."""
    fail(throttle, 10, HERE, "ana")
    monkeypatch.setattr(MovingWindowRateLimiter, "get_window_stats", lambda *_: (0.0, 0))
    assert throttle.seconds_to_wait(HERE, "ana") == 1
