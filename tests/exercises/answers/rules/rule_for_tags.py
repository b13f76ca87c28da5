from learners import Learners

LEARNERS = Learners(
    right=(
        """
PATTERN = re.compile(r"^[a-z0-9_]{2,20}\\Z")


def tag(text):
    text = text.lower().strip()
    if PATTERN.match(text):
        return text
    raise ValueError(text)
""",
        """
class NotATag(ValueError):
    pass


def tag(text):
    stored = text.strip().lower()
    if re.fullmatch("[a-z0-9_]{2,20}", stored) is None:
        raise NotATag("must be a tag")
    return stored
""",
        """
def tag(text):
    stored = text.strip().lower()
    if len(stored) < 2 or len(stored) > 20:
        raise ValueError("must have 2 to 20 characters")
    if re.search("[^a-z0-9_]", stored):
        raise ValueError("must consist of letters, digits and underscores")
    return stored
""",
        """
import string

tag = lambda text: {True: str, False: lambda bad: int("!")}[
    2 <= len(text.strip()) <= 20
    and all(c in string.ascii_lowercase + string.digits + "_" for c in text.strip().lower())
](text.strip().lower())

answer = tag
""",
    ),
    named={
        """
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch("[a-z0-9_]{2,20}", stored):
        return None
    return stored
""": "no error",
        """
def tag(text):
    if re.fullmatch("[a-z0-9_]{2,20}", text):
        return text.strip()
    raise ValueError
""": "checked first",
        """
def tag(text):
    if not re.fullmatch("[a-z0-9_]{2,20}", text.strip(), re.IGNORECASE | re.ASCII):
        raise ValueError("must be a tag")
    return text.strip()
""": "capitals stay",
        """
def tag(text):
    stored = text.strip().lower()
    if 2 <= len(stored) <= 20 and stored.replace("_", "a").isalnum():
        return stored
    raise ValueError("must be a tag")
""": "letters of all languages",
    },
    unnamed=(
        """
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch("[a-z0-9_]{1,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
        """
def tag(text):
    stored = text.lower()
    if not re.fullmatch("[a-z0-9_]{2,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
        """
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch("[a-z_]{2,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
        """
def tag(text):
    stored = text.strip().lower()
    assert re.fullmatch("[a-z0-9_]{2,20}", stored)
    return stored
""",
        """
def tag(text):
    stored = text.strip().lower()
    return bool(re.fullmatch("[a-z0-9_]{2,20}", stored))
""",
        """
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch("[a-z0-9_]{2,20}", stored):
        raise ValueError("must be a tag")
    print(stored)
""",
        "answer = 'eclipse'",
    ),
)
