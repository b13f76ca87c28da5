from learners import Learners

TOP = """from datetime import datetime


def is_new(row, since):
    return datetime.fromisoformat(row["timestamp"]) >= since


"""
RECURSIVE = """def posts_since(get, since, url="/posts/?limit=100"):
    page = get(url)
    rows = page.json()
    new = [row for row in rows if is_new(row, since)]
    if len(new) < len(rows) or "next" not in page.links:
        return new
    return new + posts_since(get, since, page.links["next"]["url"])


answer = posts_since"""
ROW_BY_ROW = """def posts_since(get, since):
    page, found = get("/posts/?limit=100"), []
    while True:
        for row in page.json():
            if not is_new(row, since):
                return found
            found.append(row)
        if not page.links.get("next"):
            return found
        page = get(page.links["next"]["url"])


answer = posts_since"""
TO_THE_END = """def posts_since(get, since):
    rows, url = [], "/posts/?limit=100"
    while url:
        page = get(url)
        rows.extend(page.json())
        url = page.links.get("next", {}).get("url")
    return [row for row in rows if is_new(row, since)]


answer = posts_since"""

LEARNERS = Learners(
    right=(
        TOP + RECURSIVE,
        TOP + ROW_BY_ROW,
        TOP
        + """def pages(get, url):
    while url:
        page = get(url)
        yield page.json()
        url = page.links.get("next", {}).get("url")


def posts_since(get, since):
    found = []
    for rows in pages(get, "/posts/?limit=100"):
        found += [row for row in rows if is_new(row, since)]
        if rows and not is_new(rows[-1], since):
            break
    return found


answer = posts_since""",
        TOP
        + """def posts_since(get, since):
    from itertools import takewhile

    def rows(url):
        page = get(url)
        yield from page.json()
        if "next" in page.links:
            yield from rows(page.links["next"]["url"])

    return list(takewhile(lambda row: is_new(row, since), rows("/posts/?limit=100")))


answer = posts_since""".replace(
            "takewhile(lambda row: is_new(row, since), rows(", "whole_pages(rows("
        )
        .replace("from itertools import takewhile\n", "pass\n")
        .replace(
            'return list(whole_pages(rows("/posts/?limit=100")))',
            """found = []
    for row in rows("/posts/?limit=100"):
        if not is_new(row, since):
            break
        found.append(row)
    return found""",
        ),
    ),
    named={
        TOP + TO_THE_END: "all pages",
        TOP
        + ROW_BY_ROW.replace(
            "page = get(page.links", "return found\n        page = get(page.links"
        ): "first page",
        TOP.replace(">=", ">") + ROW_BY_ROW: "later only",
        TOP + RECURSIVE.replace("len(new) < len(rows)", "not new"): "one page too many",
    },
    unnamed=(
        TOP
        + ROW_BY_ROW.replace('"/posts/?limit=100"', '"/posts/"').replace(
            "return found\n", "return found[::-1]\n"
        ),
        TOP + TO_THE_END.replace(">= since", "").replace("if is_new(row, since)", "") + "  # all",
        TOP + RECURSIVE.replace("return new\n", "return new[:1]\n"),
        TOP
        + """def posts_since(get, since):
    return [row["id"] for row in get("/posts/?limit=100").json() if is_new(row, since)]


answer = posts_since""",
        TOP
        + """def posts_since(get, since):
    for row in get("/posts/?limit=100").json():
        print(row)


answer = posts_since""",
        "answer = []",
    ),
)
