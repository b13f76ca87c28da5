from sqlalchemy import Select, select

from my_service.models import User


def user(username: str) -> Select:
    return select(User).where(is_named(username))
