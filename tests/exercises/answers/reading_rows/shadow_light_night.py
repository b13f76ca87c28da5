from learners import Learners

HOUR = 'hour = extract("hour", Post.timestamp)\n'
PART = 'answer = select(Post.id, part.label("part"))'

LEARNERS = Learners(
    right=(
        HOUR
        + 'part = case((hour < 19, "shadow"), (hour.between(19, 20), "light"), else_="night")\n'
        + PART,
        HOUR + 'part = case((hour >= 21, "night"), (hour < 19, "shadow"), else_="light")\n' + PART,
        HOUR
        + 'part = case({19: "light", 20: "light", 21: "night", 22: "night", 23: "night"}, '
        + 'value=hour, else_="shadow")\n'
        + PART,
        'hour = func.strftime("%H", Post.timestamp)\n'
        'part = case((hour < "19", "shadow"), (hour < "21", "light"), else_="night")\n' + PART,
        'from sqlalchemy import Integer, cast\n\nhour = cast(func.strftime("%H", Post.timestamp), '
        'Integer)\npart = case((hour < 19, "shadow"), (hour < 21, "light"), else_="night")\n'
        + PART,
        HOUR
        + 'later = case((hour < 21, "light"), else_="night")\n'
        + 'part = case((hour < 19, "shadow"), else_=later)\n'
        + PART,
    ),
    named={
        HOUR
        + 'part = case((hour < 19, "shadow"), (hour < 21, "light"), (hour < 20, "night"))\n'
        + PART: "no else",
        HOUR
        + 'part = case((hour < 20, "shadow"), (hour < 21, "light"), else_="night")\n'
        + PART: "19 is shadow",
        HOUR + 'part = case((hour < 21, "light"), else_="night")\n' + PART: (
            "conditions in the wrong order"
        ),
        HOUR
        + 'part = case((hour < 19, "shadow"), (hour.between(19, 21), "light"), else_="night")\n'
        + PART: "21 is light",
        'from datetime import time\n\nclock = func.strftime("%H", Post.timestamp)\n'
        'part = case((clock <= 18, "shadow"), (clock <= 20, "light"), else_="night")\n'
        + PART: "text and number",
    },
    unnamed=(
        """
h = extract("hour", Post.timestamp)
answer = select(
    Post.id, case((h < 19, "shadow"), (h < 21, "light"), (h < 23, "night")).label("part")
)
""",
        HOUR + 'answer = select(Post.id, case((hour < 19, "shadow"), (hour < 21, "light"), '
        'else_="night"))',
        HOUR + 'part = case((hour < 19, "Shadow"), (hour < 21, "Light"), else_="Night")\n' + PART,
        HOUR + 'part = case((hour > 19, "light"), (hour > 21, "night"), else_="shadow")\n' + PART,
        HOUR + 'part = case((hour > 21, "night"), (hour > 19, "light"), else_="shadow")\n' + PART,
        'minute = extract("minute", Post.timestamp)\n'
        'part = case((minute < 19, "shadow"), (minute < 21, "light"), else_="night")\n' + PART,
        HOUR + 'part = case((hour < 21, "shadow"), (hour < 23, "light"), else_="night")\n' + PART,
        'from sqlalchemy import literal\n\npart = literal("shadow")\n' + PART,
        HOUR + 'part = case((hour < 19, "shadow"), (hour > 19, "light"), else_="night")\n' + PART,
    ),
)
