from learners import Learners

LEARNERS = Learners(
    right=(
        """
def find_key(token, words):
    def fits(word):
        try:
            return bool(jwt.decode(token, word, algorithms=["HS256"]))
        except JWTError:
            return False

    return next(filter(fits, words), None)
""",
        """
def find_key(token, words):
    found = None
    for word in words:
        try:
            jwt.decode(token, word, algorithms="HS256")
            found = word
        except Exception:
            pass
    return found
""",
        """
import base64
import hashlib
import hmac


def find_key(token, words):
    text, _, signature = token.rpartition(".")
    for word in words:
        digest = hmac.new(word.encode(), text.encode(), hashlib.sha256).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") == signature:
            return word
""",
        """
from jose import jws


def find_key(token, words):
    for word in words:
        try:
            jws.verify(token, word, algorithms=["HS256"])
            return word
        except Exception:
            continue
""",
    ),
    named={
        """
def find_key(token, words):
    try:
        for word in words:
            jwt.decode(token, word, algorithms=["HS256"])
            return word
    except JWTError:
        return None
""": "gives up",
        """
def find_key(token, words):
    for word in words:
        if jwt.get_unverified_claims(token):
            return word
""": "nothing checked",
        """
def find_key(token, words):
    for word in words:
        claims = jwt.decode(token, word, algorithms=["HS256"])
        if claims is not None:
            return word
""": "not caught",
    },
    unnamed=(
        """
def find_key(token, words):
    for number, word in enumerate(words):
        try:
            jwt.decode(token, word, algorithms=["HS256"])
        except JWTError:
            continue
        return number
""",
        """
def find_key(token, words):
    for word in words:
        try:
            jwt.decode(token, word, algorithms=["HS256"])
        except JWTError:
            continue
        return True
    return False
""",
        """
def find_key(token, words):
    for word in words:
        try:
            jwt.decode(token, word, algorithms=["HS512"])
        except JWTError:
            continue
        return word
""",
    ),
)
