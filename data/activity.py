"""Make posts and the reactions to them, one post at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt
from random import Random

from people import ANA, BODIL, JONAS, KEIKO, MARTA, People, Urn, heavy_tail
from rhythm import COMMUNITIES, END, START, TopicChooser, post_times, seconds
from wording import Composer

# Drawing the same user twice and dropping retweets after the end of the period
# leave about 8 likes and 1.2 retweets a post.
LIKES_WANTED = 9.5
RETWEETS_WANTED = 1.6
Retweet = tuple[int, int]  # who, and when in seconds since 1970

# marta's post of the eclipse is the same at every scale, and so are its reactions.
PINNED_TIME = seconds("2026-08-12T18:31:00")
PINNED_CONTENT = (
    "Totality over Burgos! One minute and three-quarters of silence, a black Sun, "
    "Venus shining, and my thermos still closed. I'd waited 27 years for this. 🌑"
)
PINNED_LIKERS = (ANA, JONAS, KEIKO)
PINNED_RETWEETS = ((ANA, PINNED_TIME + 95), (JONAS, PINNED_TIME + 1260))

CAST_WRITERS = (MARTA, ANA, JONAS, KEIKO)
CAST_TURNS = 64  # spread over the period, shared by the writers of the cast


@dataclass(frozen=True)
class Post:
    """A post; `time` is in seconds since 1970."""

    id: int
    content: str
    time: int
    owner: int


class Posts:
    """Writes the posts, one after the other."""

    def __init__(self, seed: int, people: People, composer: Composer, total: int) -> None:
        self.rng = Random(f"{seed} posts")
        self.people = people
        self.composer = composer
        self.total = total
        self.topics = TopicChooser(self.rng)
        self.writers = Urn(people.writers)

    def __iter__(self) -> Iterator[Post]:
        """Yield all posts by ascending id, which is nearly the order of time."""
        pinned = False
        before = Post(0, "", START, MARTA)
        for number, planned in enumerate(post_times(self.rng, self.total), start=1):
            if planned >= PINNED_TIME and not pinned:
                pinned = True
                before = Post(number, PINNED_CONTENT, PINNED_TIME, MARTA)
            else:
                before = self.post(number, planned, before)
            yield before

    def post(self, number: int, planned: int, before: Post) -> Post:
        """Return the post with the id `number`, planned for a time in seconds."""
        dice = self.rng.random()
        time = disturbed_time(dice, planned, before.time)
        twice = dice < 0.01 and before.id
        owner = before.owner if twice else self.owner(number, time)
        topic = self.topics.topic(time, self.people.community[owner])
        speaks = self.people.language[owner]
        language = speaks if self.rng.random() < 0.45 else None
        return Post(number, self.composer.post(topic, language), time, owner)

    def owner(self, number: int, time: int) -> int:
        """Return a user who had an account before `time`; now and then one of the cast."""
        turn, rest = divmod(number, self.total // CAST_TURNS)
        if rest == 1:
            return CAST_WRITERS[turn % len(CAST_WRITERS)]
        while True:
            [owner] = self.writers.draw(self.rng, 1)
            if self.people.created[owner] < time:
                return owner


def disturbed_time(dice: float, planned: int, before: int) -> int:
    """Return a post's time: as planned, or as if several servers wrote at once.

    Some posts share the second of the post before, some are a little earlier
    than it although their id is higher.
    """
    if dice < 0.04:
        return before
    if dice < 0.10 and before - START > 2:
        return before - (1 if dice < 0.08 else 2)
    return planned


class Reactions:
    """Decides who likes and who retweets a post."""

    def __init__(self, seed: int, people: People) -> None:
        self.rng = Random(f"{seed} reactions")
        self.people = people
        eager = heavy_tail(self.rng, people.ids, flat=20)
        eager[BODIL] = max(eager.values())
        self.anyone = Urn(eager)
        self.community = [
            Urn({user: eager[user] for user in eager if people.community[user] == place})
            for place in range(len(COMMUNITIES))
        ]
        appeal = [isqrt(100 * len(followers)) + 5 for followers in people.followers]
        writers = people.writers
        total = sum(weight * appeal[user] for user, weight in writers.items())
        self.mean_appeal = total / sum(writers.values())
        self.appeal = appeal

    def to(self, post: Post) -> tuple[list[int], list[Retweet]]:
        """Return the ids of those who like a post, and its retweets."""
        if post.content == PINNED_CONTENT:
            return list(PINNED_LIKERS), list(PINNED_RETWEETS)
        luck = 0.2167 / (self.rng.random() + 0.01)  # 1 on average, at most 22
        if self.rng.random() < 0.06:
            luck = 0.0
        warmth = luck * self.appeal[post.owner] / self.mean_appeal
        wanted = min(self.share(LIKES_WANTED, warmth), len(self.people.ids))
        likers = self.likers(post.owner, wanted)
        wanted = min(self.share(RETWEETS_WANTED, warmth), len(self.people.ids))
        return likers, self.retweets(post, wanted, likers)

    def likers(self, owner: int, wanted: int) -> list[int]:
        """Return at most `wanted` different ids, without the owner."""
        likers: dict[int, None] = {}
        for _ in range(3):
            likers |= dict.fromkeys(self.draw(owner, wanted - len(likers)))
            likers.pop(owner, None)
        return list(likers)

    def retweets(self, post: Post, wanted: int, likers: list[int]) -> list[Retweet]:
        """Return at most `wanted` retweets, most of them by users who like the post."""
        from_likers = self.share(wanted, 0.7) if likers else 0
        users = dict.fromkeys(self.rng.choices(likers, k=from_likers))
        users |= dict.fromkeys(self.draw(post.owner, wanted - from_likers))
        users.pop(post.owner, None)
        retweets = [(user, post.time + self.delay()) for user in users]
        return [(user, time) for user, time in retweets if self.people.created[user] < time < END]

    def draw(self, owner: int, count: int) -> list[int]:
        """Return `count` ids: followers of the owner, their community, anyone."""
        followers = self.people.followers[owner]
        near = self.community[self.people.community[owner]]
        fans = self.share(count, 0.4) if followers else 0
        friends = self.share(count - fans, 0.75)
        return [
            *self.rng.choices(followers, k=fans),
            *near.draw(self.rng, friends),
            *self.anyone.draw(self.rng, count - fans - friends),
        ]

    def share(self, count: float, part: float) -> int:
        """Return `part` of `count` as a whole number, rounded by chance."""
        return int(count * part + self.rng.random())

    def delay(self) -> int:
        """Return the seconds from a post to a retweet: minutes, seldom days."""
        return int(600 / (self.rng.random() + 0.003)) - 580
