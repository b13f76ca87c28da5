"""Your own tests. The first one fails until step 1 is done; after that, write more."""

from sqlalchemy import inspect


def test_a_user_has_a_name() -> None:
    from my_service.models import User

    assert "username" in inspect(User).columns
