from learners import Learners

LEARNERS = Learners(
    right=(
        """
def attack(api, names):
    unknown = "There is no user of that name."
    guesses = [{"username": name, "password": "a guess"} for name in names]
    details = [api.post("/login", json=guess).json()["detail"] for guess in guesses]
    return [name for name, detail in zip(names, details) if detail != unknown]
""",
        """
def attack(api, names):
    def words(name):
        return api.post("/login", json={"username": name, "password": ""}).text

    return list(filter(lambda name: "Wrong" in words(name), names))
""",
        """
import pandas as pd


def attack(api, names):
    frame = pd.DataFrame({"username": names, "password": "x"})
    told = [api.post("/login", json=row).text for row in frame.to_dict("records")]
    return frame.loc[pd.Series(told).str.contains("password"), "username"].tolist()
""",
        """
def attack(api, names):
    lengths = {}
    for name in names:
        answer = api.post("/login", json={"password": "?", "username": name})
        lengths[name] = len(answer.content)
    return [name for name in names if lengths[name] < 35]
""",
    ),
    named={
        """
def attack(api, names):
    found = list()
    for name in names:
        response = api.post("/login", json=dict(username=name, password="guess"))
        if response.is_client_error:
            found += [name]
    return found
""": "by the status",
        """
def attack(api, names):
    sent = [api.post("/login", json={"username": n, "password": "?"}) for n in names]
    return [n for n, answer in zip(names, sent) if "There is no" in answer.text]
""": "the others",
        """
def attack(api, names):
    return [name for name in names if api.get(f"/users/{name}/posts/").is_success]
""": "profiles",
        """
def attack(api, names):
    sent = [api.post("/login", json={"username": n, "password": "12345678"}) for n in names]
    return [n for n, answer in zip(names, sent) if answer.is_success]
""": "only those who get in",
    },
    unnamed=(
        """
def attack(api, names):
    return ["keiko"]
""",
        """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "?"})
        if "Wrong password" in answer.text:
            found.append(name)
    return sorted(found)[::-1]
""",
        """
def attack(api, names):
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "?"})
        if "Wrong password" in answer.text:
            return name
""",
        """
def attack(api, names):
    return [api.post("/login", json={"username": n, "password": "?"}).text for n in names]
""",
    ),
)
