import re


def can_be_a_name(username: str) -> bool:
    """The database isn't asked for any other."""
    return re.fullmatch("[A-Za-z0-9_]{3,30}", username) is not None
