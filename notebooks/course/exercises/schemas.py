"""The exercises of notebook 07."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from fastapi.testclient import TestClient
from pydantic import BaseModel, ValidationError

from course.databases import sample_database
from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.choices import prediction
from course.exercises.judges.functions import Case, function
from course.exercises.judges.schemas import Validating, first_complaint, schema_of
from microblog.config import Settings
from microblog.main import create_app
from microblog.schemas import PostCreate, UserCreate

NOTEBOOK = "07_schemas"
DUCKS = "🦆" * 25

MESSAGE = """from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from microblog.schemas import Input, Username, visible


class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible),
    ]


answer = MessageCreate"""

PASSWORD_CHANGE = """from microblog.schemas import Input, Password


class PasswordChange(Input):
    old_password: str
    new_password: Password


answer = PasswordChange"""

FAULT_COUNTS = """from pydantic import ValidationError


def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                field = fault["loc"][0]
                counts[field] = counts.get(field, 0) + 1
    return counts


answer = fault_counts"""

POST_CARD = """from pydantic import BaseModel, ConfigDict


class PostCard(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    content: str
    username: str


answer = PostCard"""

BODY = """answer = {
    "username": "al",
    "password": "🦆" * 25,
    "is_admin": True,
}"""


def sign_up(username: Any = "rosa", **others: Any) -> dict[str, Any]:
    return {
        "username": username,
        "email": "rosa@example.org",
        "password": "sunflower-12",
    } | others


def fault_cases() -> Sequence[Case]:
    nobody = {"password": "sunflower-12"}
    rows = [sign_up(), sign_up("al"), sign_up("ana!", password="1234567"), nobody]
    posts = [{"content": "Totality over Burgos!"}, {"content": ""}, {"content": "x", "id": 7}]
    two_in_one = [sign_up("al", phone="1", age=2)]
    return [
        Case(([sign_up()], UserCreate), {}, "One valid sign-up."),
        Case(([sign_up("al")], UserCreate), {"username": 1}, "One sign-up, by 'al'."),
        Case(
            (rows, UserCreate),
            {"username": 3, "password": 1, "email": 1},
            "Four sign-ups: one valid, one by 'al', one by 'ana!' with the password '1234567', "
            "one without a username and an address.",
        ),
        Case(
            (two_in_one, UserCreate),
            {"username": 1, "phone": 1, "age": 1},
            "One sign-up by 'al' with the two fields phone and age on top.",
        ),
        Case((posts, PostCreate), {"content": 1, "id": 1}, "Three posts: good, empty, with an id."),
    ]


TYPES = {"string_pattern_mismatch", "string_too_short", "missing", "extra_forbidden"}


def explain_fault_counts(given: Any, case: Case) -> str:
    if not isinstance(given, dict):
        return f"That is a {type(given).__name__}; return a dict of field and number."
    if any(isinstance(key, tuple) for key in given):
        return "The keys are tuples: loc is the way to the field, and its first part is the name."
    if 0 in given.values():
        return "Name the fields that have a fault, and no others."
    if set(given) & TYPES:
        return "The keys should be the names of fields, which stand in loc; type is another thing."
    if set(given) - set(case.expected):
        return (
            f"Is each row validated with the schema that was given, {case.arguments[1].__name__}?"
        )
    return "A sign-up with several faults has several lines in error.errors(): count them all."


def out_of_a_row(expected: set[str]) -> Any:
    """A schema that shows these fields of an object, and nothing else of it."""

    def judge(answer: Any) -> None:
        if not (isinstance(answer, type) and issubclass(answer, BaseModel)):
            raise Wrong("Answer with the class itself, a subclass of BaseModel.")
        row = SimpleNamespace(
            id=7,
            content="Totality over Burgos!",
            username="marta",
            owner_id=1,
            timestamp=None,
            email="marta@example.org",
            hashed_password="a hash",
        )
        if extra := set(answer.model_fields) - expected:
            raise Wrong(f"The card would show {', '.join(sorted(extra))}, which nobody asked for.")
        if missing := expected - set(answer.model_fields):
            raise Wrong(f"The card has no {', '.join(sorted(missing))}.")
        try:
            answer.model_validate(vars(row))
        except ValidationError as error:
            raise Wrong(f"A dict of the row is refused. {first_complaint(error)}") from None
        try:
            shown = answer.model_validate(row).model_dump()
        except ValidationError:
            raise Wrong(
                "model_validate(row) refuses an object: without being told, Pydantic reads dicts "
                "only. from_attributes can stand in model_config, once for all calls."
            ) from None
        wanted = {name: getattr(row, name) for name in expected}
        if shown != wanted:
            raise Wrong(f"The row should become {wanted}\nYours: {shown}")
        if set(answer.model_validate(vars(row)).model_dump()) != expected:
            raise Wrong("Of a dict with more in it, the card lets everything out: extra='allow'.")

    return judge


WANTED = {
    ("username", "string_pattern_mismatch"),
    ("email", "missing"),
    ("password", "value_error"),
    ("is_admin", "extra_forbidden"),
}
INSTEAD = {
    ("body", "extra_forbidden"): "The word body in loc means the whole of what you send; it is no "
    "field in it. Send the fields themselves.",
    ("email", "string_type"): "null is there, and is no text: for `missing`, leave the field out.",
    ("email", "value_error"): "An address that is none is a value_error: leave the field out.",
    ("username", "missing"): "The username is missing; it should be there, and break the pattern.",
    ("username", "string_type"): "A number is no text at all: string_type. Send a text.",
    ("password", "string_too_short"): "The password is too short; it should be too long, in bytes.",
    ("password", "string_too_long"): "More than 72 code points is string_too_long, said by Field. "
    "Only our own validator, which counts bytes, says value_error.",
    ("password", "missing"): "The password is missing; it should be there, and be too long.",
}


def judge_body(answer: Any) -> None:
    """Send the answer to the finished service, and read its 422."""
    if not isinstance(answer, dict):
        raise Wrong("Answer with a dict, the JSON that is sent to POST /users/.")
    with TestClient(create_app(Settings(database_url=sample_database()))) as api:
        response = api.post("/users/", json=answer)
    if response.status_code != 422:
        raise Wrong(f"The service answered {response.status_code}: {response.text}")
    said = {(".".join(map(str, one["loc"][1:])), one["type"]) for one in response.json()["detail"]}
    lines = "\n".join(f"{field}: {kind}" for field, kind in sorted(said))
    for fault in sorted(said - WANTED):
        reason = INSTEAD.get(fault, f"{fault[0]}: {fault[1]} is not among the four.")
        raise Wrong(f"{reason}\nThe service said:\n{lines}")
    if missing := sorted(WANTED - said):
        field, kind = missing[0]
        raise Wrong(f"No {kind} for {field} yet.\nThe service said:\n{lines}")


EXERCISES = [
    Exercise(
        id="07.1",
        notebook=NOTEBOOK,
        title="Which become a number?",
        minutes=2,
        objective="say what Pydantic converts, and what it refuses",
        kind="prediction",
        task="""A schema has the field `limit: int`. How many of these five values does it take?

`"12"`, `12.0`, `12.5`, `"twelve"`, `None`""",
        hints=(
            "Pydantic converts where nothing can be lost.",
            "Would you get the value back if you went the other way? And is `None` a number?",
            '`"12"` and `12.0` lose nothing. 12.5 would have to be rounded, "twelve" would have '
            "to be guessed, and None is a hole. `answer = 2`",
        ),
        solution_code="answer = 2",
        alternatives=('answer = len(["12", 12.0])',),
        wrong_answers=(
            WrongAnswer("strict", "answer = 0", "forms"),
            WrongAnswer("no floats", "answer = 1", "12.0"),
            WrongAnswer("rounds", "answer = 3", "rounded"),
            WrongAnswer("all", "answer = 5", "hole"),
        ),
        judge=prediction(
            2,
            {
                0: "Are texts never converted? All of a web address is text, and so are forms: "
                "'12' is taken.",
                1: "One more: 12.0 is a float that loses nothing on its way to 12, and back.",
                3: "Is 12.5 taken? It would have to be rounded, and a schema never guesses.",
                4: "'twelve' and None are no numbers; 12.5 would have to be rounded.",
                5: "None is a hole: it needs `int | None`. And two others are refused as well.",
            },
            "Take each value in turn: could it become an int without a loss or a guess?",
        ),
        praise="'12' and 12.0 go in without a loss; the others would need rounding or guessing.",
    ),
    Exercise(
        id="07.2",
        notebook=NOTEBOOK,
        title="A post full of families",
        minutes=3,
        objective="tell characters, code points and bytes apart",
        kind="prediction",
        task="""Keiko writes a post of nothing but families, one after the other without a blank:
👩‍👩‍👧 (a woman, a joiner, a woman, a joiner, a girl; the people take 4 bytes each, the joiners 3).
How many families fit into one post?""",
        hints=(
            "The limit is 280. Of what: signs that you see, code points, or bytes?",
            "How many code points is one family? Every joiner is one as well.",
            "Five code points each, so 280 / 5. `answer = 56`",
        ),
        solution_code="answer = 56",
        alternatives=('answer = 280 // len("👩\\u200d👩\\u200d👧")',),
        wrong_answers=(
            WrongAnswer("as seen", "answer = 280", "seen"),
            WrongAnswer("bytes", "answer = 15", "bytes"),
            WrongAnswer("people only", "answer = 93", "joiner"),
        ),
        judge=prediction(
            56,
            {
                280: "280 would be right if the limit counted what is seen as one sign.",
                15: "15 × 18 bytes: but a post is not measured in bytes.",
                93: "Three code points each? The two joiners are code points as well.",
            },
            "How many code points has one family? How many of those fit into 280?",
        ),
        praise="Five code points each: the limit counts neither signs nor bytes.",
    ),
    Exercise(
        id="07.3",
        notebook=NOTEBOOK,
        title="A message to somebody",
        minutes=6,
        objective="write a schema for what comes in, with a rule for each field",
        kind="schema",
        task="""Users will send each other messages. Write the schema `MessageCreate` for what
comes in: `recipient`, a username as everywhere in the service, and `content`, 1 to 500 code points
after the blanks at both ends are gone, with something in it to see. Any other field is refused.""",
        hints=(
            "Three of the types and functions of this notebook do nearly all of it.",
            "`Input` refuses other fields, `Username` is a type already. For the content, look at "
            "how `Content` is made: one number changes.",
            "`recipient: Username`, and `content: Annotated[str, StringConstraints("
            "strip_whitespace=True, min_length=1, max_length=500), AfterValidator(visible)]`.",
        ),
        solution_code=MESSAGE,
        alternatives=(
            """from pydantic import BaseModel, Field, field_validator

from microblog.schemas import visible


class MessageCreate(BaseModel, extra="forbid", str_strip_whitespace=True):
    recipient: str = Field(pattern="^[A-Za-z0-9_]{3,30}$")
    content: str = Field(min_length=1, max_length=500)

    @field_validator("content")
    @classmethod
    def can_be_seen(cls, text):
        return visible(text)


answer = MessageCreate""",
        ),
        wrong_answers=(
            WrongAnswer(
                "the post's content",
                MESSAGE.replace(
                    """    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible),
    ]
""",
                    "    content: Content\n",
                ).replace("import Input, Username, visible", "import Content, Input, Username"),
                "500",
            ),
            WrongAnswer(
                "not stripped", MESSAGE.replace("strip_whitespace=True, ", ""), "blanks at both"
            ),
            WrongAnswer(
                "nothing to see", MESSAGE.replace("        AfterValidator(visible),\n", ""), "see"
            ),
            WrongAnswer("any recipient", MESSAGE.replace(": Username", ": str"), "username"),
            WrongAnswer(
                "to nobody", MESSAGE.replace(": Username", ": Username | None = None"), "to nobody"
            ),
            WrongAnswer("another name", MESSAGE.replace("recipient:", "to:"), "says of 'to'"),
            WrongAnswer(
                "other fields ignored",
                MESSAGE.replace("(Input)", "(BaseModel)").replace(
                    "AfterValidator, Str", "AfterValidator, BaseModel, Str"
                ),
                "sender",
            ),
            WrongAnswer("an instance", MESSAGE + '(recipient="ana", content="x")', "class itself"),
        ),
        judge=schema_of(
            [
                Validating(
                    {"recipient": "ana", "content": "Did you see it?"},
                    True,
                    "An ordinary message is refused.",
                ),
                Validating(
                    {"recipient": "ana", "content": "x" * 500},
                    True,
                    "A message of 500 code points should get in.",
                ),
                Validating(
                    {"recipient": "ana", "content": "x" * 501},
                    False,
                    "A message of 501 code points got in.",
                ),
                Validating(
                    {"recipient": "ana", "content": "  Did you see it?  "},
                    True,
                    "The blanks at both ends should be gone.",
                    {"recipient": "ana", "content": "Did you see it?"},
                ),
                Validating(
                    {"recipient": "ana", "content": "   "}, False, "Three blanks are no message."
                ),
                Validating(
                    {"recipient": "ana", "content": "\u200b"},
                    False,
                    "A message of one space without width got in: there is nothing to see in it.",
                ),
                Validating(
                    {"recipient": "ana!", "content": "Hello"},
                    False,
                    "'ana!' is no username, and got in as the recipient.",
                ),
                Validating({"recipient": "ana"}, False, "A message without content got in."),
                Validating(
                    {"content": "Hello"}, False, "A message to nobody got in: who shall receive it?"
                ),
                Validating(
                    {"recipient": "ana", "content": "Hello", "sender": "marta"},
                    False,
                    "The field sender was ignored in silence. Who writes is known from the token; "
                    "a field that the schema does not have should be refused.",
                ),
            ]
        ),
        praise="500 code points to somebody who can exist, and no word about the sender.",
    ),
    Exercise(
        id="07.4",
        notebook=NOTEBOOK,
        title="A change of password",
        minutes=5,
        objective="close a schema against fields that nobody asked for",
        kind="repair",
        task="""`PasswordChange` in the next cell is what a logged-in user sends. It has two
faults. Whoever adds `"username": "marta"` gets no complaint, and may believe, or make a careless
endpoint believe, that Marta's password is meant. And bcrypt cannot read all of some passwords that
it takes. Repair both. The old password is only compared: any text will do.""",
        hints=(
            "One fault is in the first line of the class, the other in the last.",
            "Which class of this notebook refuses other fields? And which unit does "
            "`max_length=72` count, which one bcrypt?",
            "Write `class PasswordChange(Input):` and `new_password: Password`; the line between "
            "them stays.",
        ),
        solution_code=PASSWORD_CHANGE,
        alternatives=(
            """from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from microblog.schemas import hashable_password


class PasswordChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    old_password: str
    new_password: Annotated[str, Field(min_length=8), AfterValidator(hashable_password)]


answer = PasswordChange""",
        ),
        wrong_answers=(
            WrongAnswer(
                "only the bytes",
                PASSWORD_CHANGE.replace("(Input)", "(BaseModel)").replace(
                    "from microblog.schemas import Input, Password",
                    "from pydantic import BaseModel\n\nfrom microblog.schemas import Password",
                ),
                "username",
            ),
            WrongAnswer(
                "only the fields",
                PASSWORD_CHANGE.replace(": Password", ": str = Field(min_length=8, max_length=72)")
                .replace("import Input, Password", "import Input")
                .replace("from microblog", "from pydantic import Field\n\nfrom microblog"),
                "100 bytes",
            ),
            WrongAnswer(
                "at most 18 signs",
                PASSWORD_CHANGE.replace(": Password", ": str = Field(min_length=8, max_length=18)")
                .replace("import Input, Password", "import Input")
                .replace("from microblog", "from pydantic import Field\n\nfrom microblog"),
                "72 letters",
            ),
            WrongAnswer(
                "the old one too",
                PASSWORD_CHANGE.replace("old_password: str", "old_password: Password"),
                "old password",
            ),
            WrongAnswer(
                "at most 72",
                PASSWORD_CHANGE.replace(
                    ": Password", ": Annotated[str, AfterValidator(hashable_password)]"
                )
                .replace("import Input, Password", "import Input, hashable_password")
                .replace(
                    "from microblog",
                    "from typing import Annotated\n\nfrom pydantic import AfterValidator\n\n"
                    "from microblog",
                ),
                "seven",
            ),
        ),
        judge=schema_of(
            [
                Validating(
                    {"old_password": "sample-password", "new_password": "correct-horse"},
                    True,
                    "An ordinary change is refused.",
                ),
                Validating(
                    {"old_password": "old", "new_password": "correct-horse"},
                    True,
                    "The old password 'old' is refused. It may be from the time before the rules, "
                    "and it is only compared: a wrong one is answered by 401.",
                ),
                Validating(
                    {
                        "old_password": "sample-password",
                        "new_password": "correct-horse",
                        "username": "marta",
                    },
                    False,
                    "The field username got no complaint.",
                ),
                Validating(
                    {"old_password": "sample-password", "new_password": DUCKS},
                    False,
                    "25 ducks are 100 bytes, and got in: bcrypt would read the first 72 only.",
                ),
                *(
                    Validating(
                        {"old_password": "sample-password", "new_password": 72 // size * sign},
                        True,
                        f"{72 // size} {what} are refused: 72 bytes, and bcrypt reads them all.",
                    )
                    for sign, size, what in (("x", 1, "letters"), ("🦆", 4, "ducks"))
                ),
                Validating(
                    {"old_password": "sample-password", "new_password": "correct\0horse"},
                    False,
                    "A password with the character NUL got in: bcrypt stops there.",
                ),
                Validating(
                    {"old_password": "sample-password", "new_password": "1234567"},
                    False,
                    "A password of seven letters got in.",
                ),
            ]
        ),
        praise="No fields but these two, and no password that bcrypt reads only in part.",
    ),
    Exercise(
        id="07.5",
        notebook=NOTEBOOK,
        title="Where do people stumble?",
        minutes=7,
        objective="turn the errors of many rows into a DataFrame",
        kind="function",
        task="""You want to know which field of a form gives people trouble. Write
`fault_counts(rows, schema)`. It validates each dict of `rows` with the schema, and returns a dict
with the number of faults of each field that has any: `{"username": 3, "email": 1}`. It is tried
with `UserCreate` and with `PostCreate`.""",
        hints=(
            "`problems_of` of this notebook goes through the same loop, or gives you a DataFrame "
            "of which you need one column.",
            "`error.errors()` has one dict for each fault; the name of the field is the first part "
            'of its `"loc"`.',
            "Start with `counts = {}`; in the loop over the faults, "
            '`field = fault["loc"][0]` and `counts[field] = counts.get(field, 0) + 1`.',
        ),
        solution_code=FAULT_COUNTS,
        alternatives=(
            """import pandas as pd
from pydantic import ValidationError


def faults_of(row, schema):
    try:
        schema.model_validate(row)
        return []
    except ValidationError as error:
        return error.errors()


def fault_counts(rows, schema):
    faults = pd.DataFrame([fault for row in rows for fault in faults_of(row, schema)])
    return faults["loc"].str[0].value_counts().to_dict() if len(faults) else {}


answer = fault_counts""",
            FAULT_COUNTS.replace("counts = {}", "counts = Counter()")
            .replace("counts[field] = counts.get(field, 0) + 1", "counts[field] += 1")
            .replace("from pydantic", "from collections import Counter\n\nfrom pydantic", 1),
        ),
        wrong_answers=(
            WrongAnswer(
                "the first fault of each row",
                FAULT_COUNTS.replace("error.errors()", "error.errors()[:1]"),
                "count them all",
            ),
            WrongAnswer(
                "by type", FAULT_COUNTS.replace('fault["loc"][0]', 'fault["type"]'), "type is"
            ),
            WrongAnswer(
                "zeros as well",
                FAULT_COUNTS.replace(
                    "counts = {}", "counts = dict.fromkeys(schema.model_fields, 0)"
                ),
                "no others",
            ),
            WrongAnswer(
                "always UserCreate",
                FAULT_COUNTS.replace("schema.model_v", "UserCreate.model_v").replace(
                    "ValidationError\n",
                    "ValidationError\n\nfrom microblog.schemas import UserCreate\n",
                    1,
                ),
                "that was given, PostCreate",
            ),
            WrongAnswer(
                "the whole way", FAULT_COUNTS.replace('fault["loc"][0]', 'fault["loc"]'), "tuples"
            ),
            WrongAnswer(
                "a list",
                FAULT_COUNTS.replace("return counts", "return list(counts.items())"),
                "return a dict",
            ),
            WrongAnswer(
                "printed", FAULT_COUNTS.replace("return counts", "print(counts)"), "returns nothing"
            ),
        ),
        judge=function(fault_cases, explain_fault_counts),
        praise="Every fault of every row, by field: now you know what to explain on the form.",
    ),
    Exercise(
        id="07.6",
        notebook=NOTEBOOK,
        title="A card for each post",
        minutes=5,
        objective="let out only what a schema names",
        kind="schema",
        task="""The front page shows a card for each post: `id`, `content`, `username`, and nothing
else of the row. Write the schema `PostCard`, so that `PostCard.model_validate(row)` works as it
stands, for a row of a query (an object with attributes) and for a dict.""",
        hints=(
            "Three fields. The row has many more: what makes sure that they stay in?",
            "`model_validate(row, from_attributes=True)` would do for one call. Where did `Input` "
            "put a setting that holds for every call?",
            "Beside the three fields: `model_config = ConfigDict(from_attributes=True)`.",
        ),
        solution_code=POST_CARD,
        alternatives=(
            """from pydantic import BaseModel


class PostCard(BaseModel, from_attributes=True):
    id: int
    content: str
    username: str


answer = PostCard""",
        ),
        wrong_answers=(
            WrongAnswer(
                "from PostPublic",
                """from pydantic import ConfigDict

from microblog.schemas import PostPublic


class PostCard(PostPublic):
    model_config = ConfigDict(from_attributes=True)


answer = PostCard""",
                "owner_id",
            ),
            WrongAnswer(
                "dicts only",
                POST_CARD.replace("    model_config = ConfigDict(from_attributes=True)\n\n", ""),
                "from_attributes",
            ),
            WrongAnswer(
                "extra allowed",
                POST_CARD.replace("attributes=True", 'attributes=True, extra="allow"'),
                "lets everything out",
            ),
            WrongAnswer(
                "forbids the rest",
                POST_CARD.replace("attributes=True", 'attributes=True, extra="forbid"'),
                "of 'owner_id': Extra",
            ),
            WrongAnswer("the id as text", POST_CARD.replace("id: int", "id: str"), "of 'id': "),
            WrongAnswer("no username", POST_CARD.replace("    username: str\n", ""), "no username"),
        ),
        judge=out_of_a_row({"id", "content", "username"}),
        praise="Three fields go out, whatever the row gains next year.",
    ),
    Exercise(
        id="07.7",
        notebook=NOTEBOOK,
        title="Four complaints",
        minutes=6,
        objective="read a 422, and know what caused it",
        kind="endpoint",
        task="""A sign-up was answered by a 422 with exactly these four lines. Find a body that
causes them; the check sends it to `POST /users/` of the finished service.

| loc | type |
|:--|:--|
| `body`, `username` | `string_pattern_mismatch` |
| `body`, `email` | `missing` |
| `body`, `password` | `value_error` |
| `body`, `is_admin` | `extra_forbidden` |""",
        hints=(
            "Take the lines one by one. Two of them need nothing more than a field that is there, "
            "or is not.",
            "`string_too_long` would be said by `Field(max_length=72)`. Which of our own functions "
            "raises the ValueError for the password, and what does it count?",
            'No email; `"username": "al"`, `"is_admin": True`, and as the password 25 ducks: '
            '`"🦆" * 25`, few code points and too many bytes.',
        ),
        solution_code=BODY,
        alternatives=(
            'answer = dict(username="ana maria", password="é" * 40, is_admin=None)  # noqa: C408',
        ),
        wrong_answers=(
            WrongAnswer("too short", BODY.replace('"🦆" * 25', '"1234567"'), "too short"),
            WrongAnswer("too long", BODY.replace('"🦆" * 25', '"x" * 73'), "string_too_long"),
            WrongAnswer(
                "null", BODY.replace('    "pass', '    "email": None,\n    "pass'), "leave the"
            ),
            WrongAnswer(
                "in a body", BODY + '\nanswer = {"body": answer}', "the whole of what you send"
            ),
            WrongAnswer("a number", BODY.replace('"al"', "1234"), "string_type"),
            WrongAnswer(
                "no admin", BODY.replace('    "is_admin": True,\n', ""), "No extra_forbidden"
            ),
            WrongAnswer(
                "a valid one",
                'answer = {"username": "rosa", "email": "r@example.org", "password": "sunflower"}',
                "201",
            ),
        ),
        judge=judge_body,
        praise="Four faults, four lines: you can read a 422 backwards.",
    ),
]
