from learners import Learners

LEARNERS = Learners(
    right=(
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 300}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"exp": 60 * 5 + now, "sub": email, "iat": now}
    return jwt.encode(claims, key, "HS256")


answer = confirmation""",
        """from jose import jws


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 300}
    return jws.sign(claims, key, algorithm="HS256")


answer = confirmation""",
        """import base64
import hashlib
import hmac
import json


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def confirmation(email, key, now):
    header = encoded(json.dumps({"typ": "JWT", "alg": "HS256"}).encode())
    body = encoded(json.dumps({"sub": email, "iat": now, "exp": now + 300}).encode())
    signed = hmac.new(key.encode(), f"{header}.{body}".encode(), hashlib.sha256).digest()
    return f"{header}.{body}.{encoded(signed)}"


answer = confirmation""",
    ),
    named={
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": 300}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""": "a duration",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": 5 + now}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""": "five seconds",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 300_000}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""": "milliseconds",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 5 * 60}
    return jwt.encode(claims, "key", algorithm="HS256")


answer = confirmation""": "another key",
    },
    unnamed=(
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "exp": now + 5 * 60}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 5 * 60}
    return jwt.encode(claims, key, algorithm="HS512")


answer = confirmation""",
        """def confirmation(email, key, now):
    return {"sub": email, "iat": now, "exp": now + 5 * 60}


answer = confirmation""",
        """from jose import jwt


def confirmation(email, key, now):
    claims = {"sub": email, "iat": now, "exp": now + 5 * 60 * 60}
    return jwt.encode(claims, key, algorithm="HS256")


answer = confirmation""",
    ),
)
