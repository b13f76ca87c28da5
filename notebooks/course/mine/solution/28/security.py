from typing import Any

from jose import jwt


def claims_of(token: str) -> dict[str, Any]:
    """What a token says, if it was made here and has not expired; otherwise nothing."""
    required = {"require_sub": True, "require_iat": True, "require_exp": True}
    try:
        return jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options=required)
    except Exception:  # the library lets errors of every kind through
        return {}
