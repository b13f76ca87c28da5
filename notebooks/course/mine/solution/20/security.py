from typing import Any

from jose import JWTError, jwt


def claims_of(token: str) -> dict[str, Any]:
    """What a token says, if it was made here and has not expired; otherwise nothing."""
    try:
        return jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
    except JWTError:
        return {}
