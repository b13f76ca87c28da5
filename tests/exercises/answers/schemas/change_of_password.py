from learners import Learners

LEARNERS = Learners(
    right=(
        """
class PasswordChange(BaseModel, extra="forbid"):
    old_password: str
    new_password: Password
""",
        """
class PasswordChange(Input):
    new_password: Password
    old_password: str
""",
        """
class PasswordChange(Input):
    old_password: str
    new_password: Annotated[
        str, Field(min_length=8, max_length=72), AfterValidator(hashable_password)
    ]
""",
        """
def at_most_72_bytes(text):
    if len(text.encode("utf-8")) > 72:
        raise ValueError("too long")
    return without_nul(text)


class PasswordChange(Input):
    old_password: str = Field()
    new_password: Annotated[str, Field(min_length=8), AfterValidator(at_most_72_bytes)]
""",
    ),
    named={
        """
class PasswordChange(BaseModel):
    new_password: str = Field(min_length=8, max_length=72)
    old_password: str
""": "as it was",
        """
class PasswordChange(BaseModel, extra="ignore"):
    old_password: str
    new_password: Password
""": "still open",
        """
class PasswordChange(BaseModel, extra="forbid"):
    old_password: str
    new_password: str = Field(min_length=8, max_length=72)
""": "still too long",
    },
    unnamed=(
        """
def at_most_72_bytes(text):
    if len(text.encode()) > 72:
        raise ValueError("too long")
    return text


class PasswordChange(Input):
    old_password: str
    new_password: Annotated[str, Field(min_length=8), AfterValidator(at_most_72_bytes)]
""",
        """
class PasswordChange(BaseModel, extra="allow"):
    old_password: str
    new_password: Password
""",
        """
class PasswordChange(Input):
    old_password: str = Field(min_length=8)
    new_password: Password
""",
        """
class PasswordChange(Input):
    username: str
    old_password: str
    new_password: Password
""",
        """
class PasswordChange(Input):
    new_password: Password
""",
        """
def short_enough(text):
    return len(text.encode()) <= 72


class PasswordChange(Input):
    old_password: str
    new_password: Annotated[str, Field(min_length=8), AfterValidator(short_enough)]
""",
        """
class PasswordChange(BaseModel):
    old_password: str
    new_password: str = Field(min_length=8, max_length=18)
""",
        """
class PasswordChange(Input):
    old_password: str
    new_password: Annotated[str, Field(min_length=9), AfterValidator(hashable_password)]
""",
        """
class PasswordChange(Input, str_strip_whitespace=True):
    old_password: str
    new_password: Password
""",
        "answer = Password",
    ),
)
