from learners import Learners

TOP = """from microblog.config import Settings
from microblog.security import hash_password, verify_password

settings = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

"""

LEARNERS = Learners(
    right=(
        TOP
        + """    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def log_in(self, username, password):
        stored = self.table[username] if username in self.table else None
        return verify_password(password, stored, settings)


answer = Accounts""",
        """import bcrypt


class Accounts:
    def __init__(self):
        self.table = {}
        self.dummy = bcrypt.hashpw(b"nobody", bcrypt.gensalt(4))

    def register(self, username, password):
        self.table[username] = bcrypt.hashpw(password.encode(), bcrypt.gensalt(4))

    def log_in(self, username, password):
        secret = password.encode()
        if len(secret) > 72 or 0 in secret:
            return False
        stored = self.table.get(username, self.dummy)
        return bcrypt.checkpw(secret, stored) and username in self.table


answer = Accounts""",
        """from passlib.hash import bcrypt


class Accounts:
    def __init__(self):
        self.table = {}
        self.nobody = bcrypt.using(rounds=4).hash("nobody at all")

    def register(self, username, password):
        self.table[username] = bcrypt.using(rounds=4).hash(password)

    def log_in(self, username, password):
        try:
            right = bcrypt.verify(password, self.table.get(username, self.nobody))
        except ValueError:
            return False
        return right and username in self.table


answer = Accounts""",
        TOP
        + """    def register(self, username, password):
        self.table.update({username: hash_password(password, settings)})

    def log_in(self, username, password):
        if verify_password(password, self.table.get(username), settings):
            return True
        return False


answer = Accounts""",
    ),
    named={
        """import hashlib


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hashlib.md5(password.encode()).hexdigest()

    def log_in(self, username, password):
        return self.table.get(username) == hashlib.md5(password.encode()).hexdigest()


answer = Accounts""": "SHA-256",
        """import hashlib
from secrets import token_hex


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        salt = token_hex(16)
        self.table[username] = salt + hashlib.sha256((salt + password).encode()).hexdigest()

    def log_in(self, username, password):
        stored = self.table.get(username, "")
        salt = stored[:32]
        return stored == salt + hashlib.sha256((salt + password).encode()).hexdigest()


answer = Accounts""": "SHA-256, salted by name",
        TOP
        + """    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def log_in(self, username, password):
        if username not in self.table:
            return False
        return verify_password(password, self.table[username], settings)


answer = Accounts""": "nobody at once",
        """import base64


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = base64.b64encode(password.encode())

    def log_in(self, username, password):
        return self.table.get(username) == base64.b64encode(password.encode())


answer = Accounts""": "as it was",
    },
    unnamed=(
        """from passlib.context import CryptContext

ctx = CryptContext(schemes=["bcrypt"], bcrypt__rounds=4)


def cut(p):
    return p.encode("utf-8", "surrogatepass")[:72].replace(b"\\0", b"")


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = ctx.hash(cut(password))

    def log_in(self, username, password):
        if username not in self.table:
            ctx.dummy_verify()
            return False
        return ctx.verify(cut(password), self.table[username])


answer = Accounts""",
        """import bcrypt

SALT = bcrypt.gensalt(4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = bcrypt.hashpw(password.encode(), SALT)

    def log_in(self, username, password):
        return self.table.get(username) == bcrypt.hashpw(password.encode(), SALT)


answer = Accounts""",
        TOP
        + """    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def log_in(self, username, password):
        verify_password(password, self.table.get(username), settings)


answer = Accounts""",
        TOP
        + """    def register(self, username, password):
        hash_password(password, settings)

    def log_in(self, username, password):
        return verify_password(password, self.table.get(username), settings)


answer = Accounts""",
        TOP
        + """    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def log_in(self, username, password):
        if not verify_password(password, self.table.get(username), settings):
            raise ValueError("Wrong username or password.")
        return True


answer = Accounts""",
        TOP.replace("Accounts:", "Users:")
        + """    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def login(self, username, password):
        return verify_password(password, self.table.get(username), settings)


answer = Users""",
    ),
)
