"""Passwords stored as they are typed, to be repaired."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.accounts import a_class_of_accounts, leaking, logging_in, timing
from course.judges.trials import Trying

JONAS = {"jonas": "breakfast26"}
TRIALS = (
    logging_in(JONAS, "jonas", "breakfast26"),
    logging_in(JONAS, "jonas", "Breakfast26"),
    leaking(JONAS | {"keiko": "breakfast26", "ana": "grandmother47"}),
    logging_in(JONAS, "nobody", "breakfast26"),
    logging_in(JONAS, "jonas", "breakfast26\0"),
    logging_in(JONAS, "jonas", "x" * 73, shown="73 times 'x'"),
    logging_in({"zoe": "z" * 72}, "zoe", "z" * 72 + "!", shown="72 times 'z'"),
    timing(JONAS, "jonas", "nobody"),
)

EXERCISE = Exercise(
    title="Accounts that leak",
    minutes=6,
    objective="store a password so that it can be checked and not read",
    task="""The class in the next cell stores passwords as they are typed. Repair it. What
`table` holds must not help a thief, not even to see that two people have the same password.
`log_in` still answers True or False to whatever it gets, and takes one bcrypt hash to say so, also
for a name that nobody has. (Use the `settings` of this notebook, whose cost is low.)""",
    starter="""class Accounts:
    def __init__(self):
        self.table = {}  # username -> what is stored of the password

    def register(self, username, password):
        self.table[username] = password

    def log_in(self, username, password):
        return self.table.get(username) == password


answer = ...  # repair the class, then: Accounts""",
    hints=(
        "Two functions of this notebook do all of it, one for each method.",
        "`hash_password` makes what is stored. `verify_password` also takes None instead of a "
        "hash: what does `self.table.get(username)` give for a name that nobody has?",
        "In `register`: `self.table[username] = hash_password(password, settings)`. In "
        "`log_in`: `return verify_password(password, self.table.get(username), settings)`.",
    ),
    imports="""import hashlib

from passlib.context import CryptContext

from microblog.config import Settings
from microblog.security import hash_password, verify_password
""",
    answers=(
        """cheap = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hash_password(password, cheap)

    def log_in(self, username, password):
        return verify_password(password, self.table.get(username), cheap)""",
        """context = CryptContext(schemes=["bcrypt"], bcrypt__rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = context.hash(password)

    def log_in(self, username, password):
        if len(password.encode()) > 72 or "\\0" in password:
            return False
        if username not in self.table:
            return context.dummy_verify()
        return context.verify(password, self.table[username])""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = password

    def log_in(self, username, password):
        return self.table.get(username) == password""",
            "A thief can read the passwords in the table: stored as typed, or only written "
            "in another alphabet such as base64.",
        ),
        Mistake(
            "SHA-256",
            """class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hashlib.sha256(password.encode()).hexdigest()

    def log_in(self, username, password):
        return self.table.get(username) == hashlib.sha256(password.encode()).hexdigest()""",
            "Two people with the same password have the same entry, so one guess opens both "
            "accounts. There is no salt.",
        ),
        Mistake(
            "SHA-256, salted by name",
            """class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hashlib.sha256((username + password).encode()).hexdigest()

    def log_in(self, username, password):
        found = hashlib.sha256((username + password).encode()).hexdigest()
        return self.table.get(username) == found""",
            "The entries differ, but they aren't bcrypt hashes. A fast hash lets a thief try "
            "millions of guesses a second.",
        ),
        Mistake(
            "compared with ==",
            """cheap = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hash_password(password, cheap)

    def log_in(self, username, password):
        return hash_password(password, cheap) == self.table.get(username)""",
            "Nobody can log in. A new hash has a new salt, so it never equals the stored one: "
            "which function reads the salt from the stored hash?",
        ),
        Mistake(
            "nobody at once",
            """cheap = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hash_password(password, cheap)

    def log_in(self, username, password):
        stored = self.table.get(username)
        return stored is not None and verify_password(password, stored, cheap)""",
            "A name that nobody has is refused without a hash. The answer comes sooner, so anybody "
            "with a watch learns which names exist. What does verify_password do with None?",
        ),
        Mistake(
            "an unknown name raises",
            """cheap = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hash_password(password, cheap)

    def log_in(self, username, password):
        return verify_password(password, self.table[username], cheap)""",
            "A name that nobody has ends in a KeyError. It should be answered with False.",
        ),
    ),
    judge=Trying(TRIALS, a_class_of_accounts),
    praise="A thief reads salts and no password, and the time of an answer tells nothing.",
)
