from learners import Learners

LEARNERS = Learners(
    right=(
        """
def posts_since(api, moment):
    found, params = [], {"limit": 100}
    while True:
        page = api.get("/posts/", params=params).json()
        for row in page:
            if pd.to_datetime(row["timestamp"]) < moment:
                return pd.DataFrame(found)
            found.append(row)
        if len(page) < 100:
            return pd.DataFrame(found)
        params |= {"before": page[-1]["timestamp"], "before_id": page[-1]["id"]}
""",
        """
def posts_since(api, moment):
    frames = []
    url = "/posts/"
    while url:
        response = api.get(url)
        frame = pd.DataFrame(response.json())
        frame["when"] = pd.to_datetime(frame["timestamp"], format="ISO8601")
        frames.append(frame)
        if frame["when"].min() < moment or "next" not in response.links:
            break
        url = response.links["next"]["url"]
    everything = pd.concat(frames, ignore_index=True)
    return everything[everything["when"] >= moment].drop(columns="when")
""",
        """
def posts_since(api, moment):
    def pages(url):
        response = api.get(url)
        page = response.json()
        yield from page
        if "next" in response.links and pd.Timestamp(page[-1]["timestamp"]) >= moment:
            yield from pages(response.links["next"]["url"])

    rows = pages("/posts/?limit=100")
    return pd.DataFrame([row for row in rows if pd.Timestamp(row["timestamp"]) >= moment])
""",
        """
def posts_since(api, moment):
    rows, url = {}, "/posts/?limit=50"
    while url:
        response = api.get(url)
        rows |= {row["id"]: row for row in response.json()}
        if pd.Timestamp(response.json()[-1]["timestamp"]) < moment:
            break
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame([r for r in rows.values() if pd.Timestamp(r["timestamp"]) >= moment])
""",
        """
def posts_since(api, moment):
    rows, offset = [], 0
    while True:
        page = api.get("/posts/", params={"limit": 100, "offset": offset}).json()
        new = [r for r in page if pd.Timestamp(r["timestamp"]) >= moment]
        rows += new
        offset += 100
        if len(new) < 100:
            frame = pd.DataFrame(rows)
            return frame.drop_duplicates("id") if rows else frame
""",
    ),
    named={
        """
def posts_since(api, moment):
    page = pd.DataFrame(api.get("/posts/", params={"limit": 100}).json())
    return page[pd.to_datetime(page["timestamp"], format="ISO8601") >= moment]
""": "the first page",
        """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame([row for row in rows if pd.Timestamp(row["timestamp"]) >= moment])
""": "all pages",
        """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        new = [r for r in response.json() if pd.Timestamp(r["timestamp"]) > moment]
        rows.extend(new)
        if len(new) < len(response.json()):
            break
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""": "later only",
    },
    unnamed=(
        """
def posts_since(api, moment):
    return api.get("/posts/?limit=100").json()
""",
        """
def posts_since(api, moment):
    return pd.DataFrame(api.get("/posts/?limit=1000").json())
""",
        """
def posts_since(api, moment):
    return pd.DataFrame(api.get("/posts/?limit=100").json())
""",
        """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        new = [r for r in response.json() if pd.Timestamp(r["timestamp"]) >= moment]
        rows += new
        if len(new) < len(response.json()):
            break
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows[::-1])
""",
        """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        new = [r for r in response.json() if pd.Timestamp(r["timestamp"]) >= moment]
        rows += new
        if len(new) < len(response.json()):
            break
        url = response.links["next"]["url"]
    return pd.DataFrame(rows)["id"]
""",
        """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += [r for r in response.json() if r["timestamp"] >= moment]
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""",
    ),
)
