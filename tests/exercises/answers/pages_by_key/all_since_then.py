from learners import Learners

LEARNERS = Learners(
    right=(
        """
def since(read_page, moment):
    found, before, before_id = [], None, None
    while True:
        if before is None:
            page = read_page()
        else:
            page = read_page(before=before, before_id=before_id)
        if not page:
            return found
        for row in page:
            if row.timestamp < moment:
                return found
            found.append(row.id)
        before, before_id = page[-1].timestamp, page[-1].id
""",
        """
def since(read_page, moment):
    page = read_page()
    ids = []
    while len(page) > 0:
        for row in page:
            if row.timestamp >= moment:
                ids.append(row.id)
        if page[-1].timestamp < moment:
            return ids
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
    return ids
""",
        """
def rows_of(read_page):
    page = read_page()
    while page:
        yield from page
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)


def since(read_page, moment):
    from itertools import takewhile

    return [row.id for row in takewhile(lambda row: row.timestamp >= moment, rows_of(read_page))]


answer = since
""",
        """
def since(read_page, moment, **key):
    page = read_page(**key)
    new = [row for row in page if row.timestamp >= moment]
    ids = [row.id for row in new]
    if not page or len(new) < len(page):
        return ids
    return ids + since(read_page, moment, before=page[-1].timestamp, before_id=page[-1].id)
""",
        """
import pandas as pd


def since(read_page, moment):
    pages, seen = [], {}
    while page := read_page(**seen):
        pages += page
        seen = dict(before=page[-1].timestamp, before_id=page[-1].id)
        if page[-1].timestamp < moment:
            break
    frame = pd.DataFrame({"id": [r.id for r in pages], "t": [r.timestamp for r in pages]})
    return frame.loc[frame["t"] >= moment, "id"]
""",
    ),
    named={
        """
def since(read_page, moment):
    rows, seen = [], {}
    while page := read_page(**seen):
        rows += page
        if page[-1].timestamp <= moment:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
    return [r.id for r in rows if r.timestamp >= moment]
""": "stops at the moment",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while True:
        page = read_page(**seen)
        if not page:
            return ids
        ids += [row.id for row in page if not row.timestamp < moment]
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
""": "to the very end",
        """
def since(read_page, moment):
    ids, number = [], 0
    while True:
        page = read_page(offset=number)
        for row in page:
            if row.timestamp < moment:
                return ids
            ids.append(row.id)
        if not page:
            return ids
        number = number + len(page)
""": "by offset",
        """
def since(read_page, moment):
    ids = []
    for row in read_page():
        if row.timestamp >= moment:
            ids.append(row.id)
    return ids
""": "the first page only",
        """
def since(read_page, moment):
    ids, page = [], read_page()
    while page:
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        page = read_page(before=page[-1].timestamp)
    return ids
""": "by time alone",
    },
    unnamed=(
        """
def since(read_page, moment):
    ids, n = [], 0
    while page := read_page(offset=n):
        ids += [r.id for r in page if r.timestamp >= moment and r.id not in ids]
        if page[-1].timestamp < moment:
            break
        n += len(page)
    return ids
""",
        """
def since(read_page, moment):
    ids, page = [], read_page()
    while page[-1].timestamp >= moment:
        ids += [r.id for r in page]
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
    return ids
""",
        """
def since(read_page, moment):
    page = read_page()
    while page:
        for row in page:
            if row.timestamp < moment:
                return
            yield row.id
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
""",
        """
def since(read_page, moment):
    ids, page = [], read_page()
    while page and page[-1].timestamp >= moment:
        ids += [r.id for r in page]
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
    return ids
""",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        seen = {"before_id": page[-1].id}
        if page[-1].timestamp < moment:
            break
    return ids
""",
        """
def since(read_page, moment):
    ids = []
    while page := read_page():
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
    return ids
""",
        """
def since(read_page, moment):
    rows, seen = [], {}
    while page := read_page(**seen):
        rows += [row for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
    return rows
""",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
    return sorted(ids)
""",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
    print(ids)
""",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
        return ids
""",
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        if len(page) < 3:
            break
        seen = {"before": page[-1].timestamp, "before_id": page[-1].id}
    return ids
""",
        """
def since(read_page, moment):
    return [row.id for row in read_page(before=moment)]
""",
        """
def since(read_page, moment):
    ids, seen = set(), {"offset": 0}
    while page := read_page(**seen):
        ids |= {row.id for row in page if row.timestamp >= moment}
        if page[-1].timestamp < moment:
            break
        seen["offset"] += len(page)
    return ids
""",
    ),
)
