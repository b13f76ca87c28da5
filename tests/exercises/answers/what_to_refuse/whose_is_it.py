from learners import Learners

LEARNERS = Learners(
    right=(
        """from jose import jwt


def whose(token, key):
    try:
        claims = jwt.decode(
            token, key, algorithms="HS256", options={"require_exp": True, "require_sub": True}
        )
    except Exception:
        return None
    return claims.get("sub")


answer = whose""",
        """from jose import jwt


def whose(token, key):
    try:
        claims = jwt.decode(token, key, ["HS256"])
        return claims["sub"] if "exp" in claims else None
    except Exception:
        pass


answer = whose""",
        """from jose import JWTError, jwt


def whose(token, key):
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"])
        claims["exp"]
        return claims["sub"]
    except (JWTError, KeyError, TypeError, ValueError, AttributeError):
        return None


answer = whose""",
        """import contextlib

from jose import jwt


def whose(token, key):
    with contextlib.suppress(Exception):
        return jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": 1})["sub"]


answer = whose""",
    ),
    named={
        """import base64
import json


def whose(token, key):
    try:
        return json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "==")).get("sub")
    except Exception:
        return None


answer = whose""": "read and not checked",
        """from jose import jwt


def whose(token, key):
    try:
        return jwt.decode(token, key, algorithms="HS256").get("sub")
    except Exception:
        return None


answer = whose""": "exp not required",
        """from jose import jwt


def whose(token, key):
    try:
        algorithms = ["HS256", "HS384", "HS512"]
        claims = jwt.decode(token, key, algorithms=algorithms, options={"require_exp": True})
        return claims["sub"]
    except Exception:
        return None


answer = whose""": "the token says how",
        """import base64
import hashlib
import hmac
import json


def whose(token, key):
    try:
        header, body, signed = token.split(".")
        own = hmac.new(key.encode(), f"{header}.{body}".encode(), hashlib.sha256).digest()
        if base64.urlsafe_b64decode(signed + "==") != own:
            return None
        return json.loads(base64.urlsafe_b64decode(body + "=="))["sub"]
    except (ValueError, KeyError):
        return None


answer = whose""": "expiry switched off",
    },
    unnamed=(
        """from jose import jwt


def whose(token, key):
    return jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})["sub"]


answer = whose""",
        """from jose import jwt


def whose(token, key):
    try:
        return jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})
    except Exception:
        return None


answer = whose""",
        """from jose import jwt


def whose(token, key):
    try:
        return jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})["sub"]
    except Exception:
        return "nobody"


answer = whose""",
        """from jose import jwt


def whose(token, key):
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})
    except Exception:
        return None
    return claims["sub"]


answer = whose""",
        """def whose(token, key):
    return "ana"


answer = whose""",
        """from jose import jwt


def whose(token, key):
    try:
        return jwt.decode(token, "key", algorithms=["HS256"], options={"require_exp": True})["sub"]
    except Exception:
        return None


answer = whose""",
    ),
)
