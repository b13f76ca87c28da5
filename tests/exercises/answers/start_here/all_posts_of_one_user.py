from learners import Learners

LEARNERS = Learners(
    right=(
        """
def posts_of(api, username):
    frames = []
    url = f"/users/{username}/posts/"
    while url is not None:
        response = api.get(url)
        frames.append(pd.DataFrame(response.json()))
        url = response.links["next"]["url"] if "next" in response.links else None
    return pd.concat(frames)
""",
        """
def pages(api, url):
    response = api.get(url)
    yield from response.json()
    if "next" in response.links:
        yield from pages(api, response.links["next"]["url"])


def posts_of(api, username):
    return pd.DataFrame(list(pages(api, f"/users/{username}/posts/?limit=7")))
""",
        """
def posts_of(api, username):
    found, params = [], {"limit": 100}
    while True:
        page = api.get(f"/users/{username}/posts/", params=params).json()
        found.extend(page)
        if len(page) < 100:
            break
        params |= {"before": page[-1]["timestamp"], "before_id": page[-1]["id"]}
    df = pd.DataFrame(found)
    if len(df):
        df["timestamp"] = pd.to_datetime(df["timestamp"])
        df = df.sort_values("timestamp", ascending=False, ignore_index=True)
    return df
""",
        # every post of everybody, and a filter
        """
def posts_of(api, username):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    df = pd.DataFrame(rows)
    return df[df["username"] == username]
""",
        """
import httpx


def posts_of(api, username):
    rows, url = [], f"{api.base_url}/users/{username}/posts/"
    while url:
        response = httpx.get(url, params=None, trust_env=False)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame.from_records(rows)
""",
    ),
    named={
        """
def posts_of(api, username):
    answer = api.get(f"/users/{username}/posts/", params={"limit": 20})
    return pd.DataFrame(answer.json())
""": "first page, default limit",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        return pd.DataFrame(rows)
""": "first page, largest limit",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows = response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""": "the last page only",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows = response.json() + rows
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows).sort_values("timestamp") if rows else pd.DataFrame()
""": "oldest first",
    },
    unnamed=(
        # two pages are enough for 130 posts
        """
def posts_of(api, username):
    path = f"/users/{username}/posts/"
    rows = api.get(path, params={"limit": 100}).json()
    rows += api.get(path, params={"limit": 100, "offset": 100}).json()
    return pd.DataFrame(rows)
""",
        """
def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/?limit=1000").json())
""",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return rows
""",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    print(pd.DataFrame(rows))
""",
        # each page begins one post too early
        """
def posts_of(api, username):
    rows, offset = [], 0
    while True:
        params = {"limit": 100, "offset": offset}
        page = api.get(f"/users/{username}/posts/", params=params).json()
        rows += page
        if len(page) < 100:
            return pd.DataFrame(rows)
        offset += 99
""",
        """
def posts_of(api, username):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""",
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links["next"]["url"]
    return pd.DataFrame(rows)
""",
        # newest by their ids
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows).sort_values("id", ascending=False) if rows else pd.DataFrame()
""",
        # without the last slash: a redirect, and its body is empty
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""",
        "answer = pd.DataFrame({'id': [1, 2, 3]})",
        """
def posts_of(api, username):
    rows = api.get(f"/users/{username}/post/").json()
    return pd.DataFrame([rows])
""",
    ),
)
