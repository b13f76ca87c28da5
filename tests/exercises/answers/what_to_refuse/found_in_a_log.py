from learners import Learners

LEARNERS = Learners(
    right=(
        """from base64 import urlsafe_b64decode
import json


def issued_to(token):
    _, claims, _ = token.split(".")
    claims += "=" * (-len(claims) % 4)
    return json.loads(urlsafe_b64decode(claims)).get("sub")


answer = issued_to""",
        """from jose import jwt

answer = lambda token: jwt.get_unverified_claims(token)["sub"]""",
        """from jose import jws
import json


def issued_to(token):
    return json.loads(jws.get_unverified_claims(token))["sub"]


answer = issued_to""",
        """from jose import jwt


def issued_to(token):
    options = {"verify_signature": False, "verify_exp": False}
    return jwt.decode(token, None, options=options)["sub"]


answer = issued_to""",
    ),
    named={
        """from jose import jwt


def issued_to(token):
    return jwt.decode(token, "secret", algorithms="HS256", options={"verify_exp": False})["sub"]


answer = issued_to""": "checked",
        """from jose import jwt


def issued_to(token):
    return dict(jwt.get_unverified_claims(token).items())


answer = issued_to""": "all claims",
        """from jose import jwt


def issued_to(token):
    return jwt.get_unverified_headers(token)


answer = issued_to""": "the header",
    },
    unnamed=(
        """from jose import jwt


def issued_to(token):
    print(jwt.get_unverified_claims(token)["sub"])


answer = issued_to""",
        """import base64


def issued_to(token):
    return base64.urlsafe_b64decode(token.split(".")[1] + "==")


answer = issued_to""",
        """import base64
import json


def issued_to(token):
    claims = base64.b64decode(token.split(".")[1] + "==")
    return json.loads(claims)["sub"]


answer = issued_to""",
        """def issued_to(token):
    return token.split(".")[1]


answer = issued_to""",
        """def issued_to(token):
    return "ana"


answer = issued_to""",
        """from jose import jwt


def issued_to(token):
    return jwt.get_unverified_claims(token)["username"]


answer = issued_to""",
    ),
)
