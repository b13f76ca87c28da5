"""When posts are written, and what they are about at that time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import accumulate
from random import Random

HOUR = 3600
DAY = 24 * HOUR
DAYS = 92


def seconds(text: str) -> int:
    """Return an ISO date or time, taken as UTC, in seconds since 1970."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


START = seconds("2026-06-01")
END = START + DAYS * DAY

ECLIPSE_DAY = 72
OUTAGE_DAY, OUTAGE_HOURS, BACK_HOURS = 50, range(13, 18), range(18, 21)

MONDAY_TO_SUNDAY = (100, 96, 98, 104, 118, 131, 124)
BY_HOUR = (
    *(16, 10, 7, 5, 6, 14, 34, 58, 66, 56, 50, 54),
    *(68, 60, 50, 50, 56, 68, 84, 100, 104, 88, 58, 32),
)
DAY_PERCENT = {
    **{67: 110, 68: 115, 69: 120, 70: 130, 71: 165},
    **{ECLIPSE_DAY: 350, 73: 190, 74: 140, 75: 115},
}
ECLIPSE_HOUR_PERCENT = {16: 150, 17: 350, 18: 700, 19: 350, 20: 220, 21: 160}

# Percent of all posts that are about the eclipse, from 14 July on.
ECLIPSE_SHARE_FROM = 43
ECLIPSE_SHARE = (
    *(1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 7),
    *(8, 9, 10, 11, 13, 14, 16, 19, 24, 32, 75, 55, 38, 26, 18, 13, 10),
    *(8, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1),
)

COMMUNITIES = (
    ("astronomy", "weather"),
    ("cooking", "gardening"),
    ("cycling", "trains"),
    ("data", "languages"),
    ("books", "music"),
    ("football", "pets"),
)
CRAZE = "duck"  # nobody talks about it before or after its time
# Topic: (day of the peak, days of rise, days of fall, percent gained at the peak).
TRENDS = {
    "gardening": (38, 30, 40, 120),
    "football": (27, 16, 5, 350),
    "weather": (45, 7, 9, 700),
    "music": (54, 6, 4, 300),
    "books": (62, 14, 12, 150),
    "trains": (19, 5, 9, 250),
    CRAZE: (24, 3, 13, 1200),
}
TOPICS = (*(topic for pair in COMMUNITIES for topic in pair), CRAZE)


def post_times(rng: Random, total: int) -> Iterator[int]:
    """Yield `total` times from START to END in ascending order, in seconds."""
    sums = list(accumulate(hour_weights(rng)))
    done = 0
    for hour, weight_so_far in enumerate(sums):
        until = total * weight_so_far // sums[-1]
        begin = START + hour * HOUR
        yield from sorted(begin + rng.randrange(HOUR) for _ in range(until - done))
        done = until


def hour_weights(rng: Random) -> list[int]:
    """Return how busy each hour of the period is, in no particular unit."""
    weights = []
    for hour in range(DAYS * 24):
        day, hour_of_day = divmod(hour, 24)
        weight = MONDAY_TO_SUNDAY[day % 7] * BY_HOUR[hour_of_day]
        weight *= (300 + day) * rng.randrange(75, 126) * DAY_PERCENT.get(day, 100)
        if day == ECLIPSE_DAY:
            weight *= ECLIPSE_HOUR_PERCENT.get(hour_of_day, 100)
        else:
            weight *= 100
        if day == OUTAGE_DAY and hour_of_day in OUTAGE_HOURS:
            weight = 0
        weights.append(weight)
    return weights


class TopicChooser:
    """Chooses what a post is about, by the time and the writer's community."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.sums = {
            (day, community): list(
                accumulate(topic_weight(topic, day, community) for topic in TOPICS)
            )
            for day in range(DAYS)
            for community in range(len(COMMUNITIES))
        }

    def topic(self, time: int, community: int) -> str:
        """Return a topic for a post written at `time`, in seconds."""
        day, second = divmod(time - START, DAY)
        hour = second // HOUR
        dice = self.rng.random() * 100
        if dice < eclipse_share(day, hour):
            return eclipse_phase(day, hour)
        if day == OUTAGE_DAY and hour in BACK_HOURS and dice < 60:
            return "outage"
        return self.rng.choices(TOPICS, cum_weights=self.sums[day, community])[0]


def topic_weight(topic: str, day: int, community: int) -> int:
    """Return how likely a topic is on a day in a community, in no particular unit."""
    if topic == CRAZE:
        return trend_percent(topic, day)
    weight = 100 + trend_percent(topic, day)
    return 10 * weight if topic in COMMUNITIES[community] else weight


def trend_percent(topic: str, day: int) -> int:
    """Return how many percent a topic gains from its trend on a day."""
    peak, rise, fall, height = TRENDS.get(topic, (0, 1, 1, 0))
    span = rise if day < peak else fall
    return height * max(0, span - abs(day - peak)) // span


def eclipse_share(day: int, hour: int) -> int:
    """Return the percentage of posts that are about the eclipse."""
    if day == ECLIPSE_DAY and 17 <= hour <= 19:
        return 95
    since = day - ECLIPSE_SHARE_FROM
    return ECLIPSE_SHARE[since] if 0 <= since < len(ECLIPSE_SHARE) else 0


def eclipse_phase(day: int, hour: int) -> str:
    """Return the topic that fits the time: before, on the day, during or after.

    The shadow is in Iceland at about 17:45 UTC and in Spain at about 18:30.
    """
    if day != ECLIPSE_DAY:
        return "eclipse_before" if day < ECLIPSE_DAY else "eclipse_after"
    if hour < 17:
        return "eclipse_today"
    return {17: "eclipse_in_iceland", 18: "eclipse_in_spain"}.get(hour, "eclipse_after")
