"""Page after page, while new posts come in."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.pages import reading
from course.judges.trials import Trying

EXERCISE = Exercise(
    title="All since then",
    minutes=8,
    objective="read page by page, so that no row comes twice",
    task="""Write `since(read_page, moment)`. It returns a list of the ids of all posts from
`moment` on, newest first, and asks for no more pages than it must. `read_page()` gives the first
page as a list of rows with `.id` and `.timestamp`, newest first, and
`read_page(before=…, before_id=…)` gives the page after that row. It also takes `offset=…`. New
posts come in while you read; they don't have to be in your list.""",
    starter="""def since(read_page, moment):
    # your code here
    ...


answer = since""",
    hints=(
        "A loop reads until a page is empty. What does it have to know about the page before?",
        "`page[-1]` is the last row of a page; its time and id are the key of the next page. When "
        "is there nothing left to look for, although the page isn't empty?",
        "`while page := read_page(**seen):` collect the ids of rows with `timestamp >= moment`; "
        "`break` when `page[-1].timestamp < moment`; otherwise "
        '`seen = {"before": page[-1].timestamp, "before_id": page[-1].id}`.',
    ),
    imports="",
    answers=(
        """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        last = page[-1]
        if last.timestamp < moment:
            break
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids
""",
        """
def since(read_page, moment):
    page = read_page()
    rows = list(page)
    while page and page[-1].timestamp >= moment:
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
        rows.extend(page)
    return [row.id for row in rows if row.timestamp >= moment]
""",
    ),
    mistakes=(
        Mistake(
            "by offset",
            """
def since(read_page, moment):
    ids, offset = [], 0
    while page := read_page(offset=offset):
        ids += [row.id for row in page if row.timestamp >= moment]
        if page[-1].timestamp < moment:
            break
        offset += len(page)
    return ids
""",
            "A post comes twice: each new post moves all others on by one, and an offset counts "
            "from the front. Ask for the page after a row, not after a number of rows.",
        ),
        Mistake(
            "the first page only",
            """
def since(read_page, moment):
    return [row.id for row in read_page() if row.timestamp >= moment]
""",
            "You return the posts of the first page. When its last one isn't older than the "
            "moment, there may be more on the next page.",
        ),
        Mistake(
            "by time alone",
            """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        last = page[-1]
        if last.timestamp < moment:
            break
        seen = {"before": last.timestamp}
    return ids
""",
            "Posts of the same moment as the last one of a page are missing. Pass before_id as "
            "well as before.",
        ),
        Mistake(
            "later than the moment",
            """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp > moment]
        last = page[-1]
        if last.timestamp <= moment:
            break
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids
""",
            "Posts of exactly this moment are missing. The list begins with them.",
        ),
        Mistake(
            "stops at the moment",
            """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        last = page[-1]
        if last.timestamp <= moment:
            break
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids
""",
            "You stop when a page ends with a post of exactly this moment. The next page may begin "
            "with another one.",
        ),
        Mistake(
            "to the very end",
            """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page if row.timestamp >= moment]
        last = page[-1]
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids
""",
            "Your list is right, but you read on after a page that had reached older posts. "
            "Everything behind it is older still.",
        ),
        Mistake(
            "not stopped in the page",
            """
def since(read_page, moment):
    ids, seen = [], {}
    while page := read_page(**seen):
        ids += [row.id for row in page]
        last = page[-1]
        if last.timestamp < moment:
            break
        seen = {"before": last.timestamp, "before_id": last.id}
    return ids
""",
            "There are posts from before the moment in your list. They are on the page where you "
            "stop.",
        ),
        Mistake(
            "an empty page",
            """
def since(read_page, moment):
    page = read_page()
    rows = list(page)
    while page[-1].timestamp >= moment:
        page = read_page(before=page[-1].timestamp, before_id=page[-1].id)
        rows += page
    return [row.id for row in rows if row.timestamp >= moment]
""",
            "An empty page has no page[-1] (IndexError), and the last page is empty unless you "
            "stop before it. Check that there are rows before you take the last one.",
        ),
    ),
    judge=Trying(
        [
            reading(3),
            reading(3, (4, 3), (2, 2)),
            reading(3, (9, 1), (2, 0.5), (8, -25), (4, -26)),
            reading(3, (4, 3), (9, 2.5), (2, 1), (8, -25)),
            reading(3, (1, 5), (7, 3), (4, 2), (2, 2), (3, 1)),
            reading(2, (6, 4), (9, 3), (5, 3), (2, 3), (8, 2.5), (1, 2), (7, 1), (3, 0)),
            reading(3, *((n, 3) for n in (5, 2, 9, 7, 4)), (1, 2), (6, 2), (3, 2), (8, 1.9)),
        ]
    ),
    praise="Each post once, none missing, and no page too many, while others went on writing.",
)
