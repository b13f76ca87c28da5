from learners import Learners


def where(condition: str) -> str:
    return f"""
def user_called(name):
    return select(User.id, User.username).where({condition})
"""


LEARNERS = Learners(
    right=(
        where("func.lower(User.username) == name.lower()"),
        where("func.upper(User.username) == func.upper(name)"),
        where('User.username.collate("NOCASE") == name'),
        where("func.lower(User.username).in_([name.lower()])"),
        where('func.lower(User.username) == func.lower(bindparam("name", name))'),
        where('text("lower(username) = lower(:name)")')
        .replace("\n    return ", "\n    return (\n        ")
        .rstrip()
        + "\n    ).params(name=name)\n",
        "def user_called(name):\n    return select(User.id, User.username)"
        ".filter(User.username.ilike(name.replace('_', '/_'), escape='/'))",
        "user_called = lambda name: select(User.id, User.username)"
        ".where(func.lower(User.username) == func.lower(name))\nanswer = user_called",
    ),
    named={
        """
def user_called(name):
    name = name.replace("'", "''")
    return select(User.id, User.username).where(text(f"lower(username) = lower('{name}')"))
""": "as it was",
        where("""text("lower(username) = lower('%s')" % name)"""): "as it was",
        where("""text("lower(username) = '" + name.lower() + "'")"""): "as it was",
        where("User.username.in_([name])"): "case counts",
        where("User.username == func.lower(name)"): "one side",
        where("name == func.lower(User.username)"): "the other side",
        where("User.username.like(name)"): "a pattern",
        where('text("username = :name").bindparams(name=name)'): "case counts",
        where("func.lower(User.username) == bindparam(name)"): "the name of the parameter",
    },
    unnamed=(
        """
def user_called(name):
    return select(User.id, User.username).where(
        User.username.in_([name, name.lower(), name.upper(), name.title()])
    )
""",
        where("func.lower(User.username) == func.lower('name')"),
        where("user_with_name()"),
        where('func.lower(User.username) == bindparam("name")'),
        where("func.lower(User.username) == func.lower(name)").replace(
            "User.id, User.username)", "User)"
        ),
        "def user_called(name):\n    select(User.id, User.username)"
        ".where(func.lower(User.username) == func.lower(name))",
        'answer = select(User.id, User.username).where(User.username == "marta")',
        where("True"),
        where("User.username.ilike(f'%{name}%')"),
        where('func.lower(User.username) == "marta"'),
        "def user_called(name):\n"
        "    if not name.isalpha():\n        raise ValueError(name)\n"
        "    return select(User.id, User.username).where("
        "func.lower(User.username) == func.lower(name))",
        "def user_called(name):\n"
        "    return text('SELECT id, username FROM users WHERE username = :n').bindparams(n=name)",
    ),
)
