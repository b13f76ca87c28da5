"""What the wall and the board show, live: one reader asks the database for all who watch."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.sse import EventSourceResponse
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from course.classroom.room import Room
from microblog import queries, reads
from microblog.models import Follow, Post, User

SECONDS = 0.3
MOST_WATCHERS = 100
POSTS_READ, POSTS_SHOWN, POSTS_OF_ONE = 100, 40, 3
WALL = ("posts", "order", "people", "follows", "total", "frozen", "ended")
BOARD = ("board", "learners", "frozen", "ended")
State = dict[str, Any]
router = APIRouter()
logger = logging.getLogger(__name__)


def snapshot(room: Room, engine: Engine) -> State:
    posts = {row["id"]: row for row in posts_to_show(room, engine)}
    people = {row["id"]: row["username"] for row in reads.fetch_all(engine, PEOPLE)}
    follows = [(row["follower_id"], row["followee_id"]) for row in reads.fetch_all(engine, FOLLOWS)]
    return {
        "posts": posts,
        "order": list(posts),
        "people": people,
        "follows": [each for each in follows if people.keys() >= set(each)],
        "total": reads.fetch_all(engine, TOTAL)[0]["total"],
        "board": room.board(),
        "learners": len(room.shown_names),
        "frozen": room.frozen,
        "ended": room.ended,
    }


PEOPLE = select(User.id, User.username).order_by(User.id)
FOLLOWS = select(Follow.follower_id, Follow.followee_id).order_by(
    Follow.follower_id, Follow.followee_id
)
TOTAL = select(func.count().label("total")).select_from(Post)


def posts_to_show(room: Room, engine: Engine) -> list[dict[str, Any]]:
    """The newest posts, few of each writer: nobody can fill the wall alone."""
    written: Counter[str] = Counter()
    shown = []
    for row in reads.fetch_all(engine, queries.posts_with_counts(), limit=POSTS_READ):
        if row["id"] in room.hidden:
            continue
        written[row["username"]] += 1
        if written[row["username"]] <= POSTS_OF_ONE:
            names = ("id", "username", "content", "likes_count", "retweets_count")
            shown.append({name: row[name] for name in names})
    return shown[:POSTS_SHOWN]


def difference(before: State, after: State) -> State:
    """What a page lacks that has `before`; of the posts only those that changed."""
    changed = {key: value for key, value in after.items() if before.get(key) != value}
    if "posts" in changed:
        known = before.get("posts", {})
        changed["posts"] = {
            key: post for key, post in changed["posts"].items() if known.get(key) != post
        }
    return changed


class Feed:
    """The newest state of the class, read while somebody watches."""

    def __init__(self, room: Room, engine: Engine) -> None:
        self.room = room
        self.engine = engine
        self.state: State = {}
        self.changed = asyncio.Condition()
        self.watchers = 0

    async def run(self) -> None:
        """Read until the class ends; pages that watch are told the end, too."""
        while not self.state.get("ended"):
            if self.watchers or self.room.ended:
                await self.read()
            await asyncio.sleep(SECONDS)

    async def read(self) -> None:
        try:
            state = await run_in_threadpool(snapshot, self.room, self.engine)
        except SQLAlchemyError as error:
            logger.error("the wall waits for the database: %s", error)
            return
        if state != self.state:
            async with self.changed:
                self.state = state
                self.changed.notify_all()

    async def differences(self, keys: tuple[str, ...]) -> AsyncIterator[State]:
        """First everything, then what changed: a page that is slow gets several changes in one."""
        known: State = {}
        self.watchers += 1
        try:
            while not known.get("ended"):
                async with self.changed:
                    await self.changed.wait_for(partial(self.has_news_for, known))
                newest = self.state
                before = {key: known[key] for key in keys if known}
                known = newest
                if changed := difference(before, {key: newest[key] for key in keys}):
                    yield changed
        finally:
            self.watchers -= 1

    def has_news_for(self, known: State) -> bool:
        return bool(self.state) and self.state is not known


async def get_feed(request: Request) -> Feed:
    feed: Feed = request.app.state.feed
    if feed.watchers >= MOST_WATCHERS:
        raise HTTPException(503, "Too many pages watch this class. Close one.")
    return feed


FeedDep = Annotated[Feed, Depends(get_feed)]


@router.get("/wall/events", response_class=EventSourceResponse)
async def wall_events(feed: FeedDep) -> AsyncIterator[State]:
    async for changed in feed.differences(WALL):
        yield changed


@router.get("/board/events", response_class=EventSourceResponse)
async def board_events(feed: FeedDep) -> AsyncIterator[State]:
    async for changed in feed.differences(BOARD):
        yield changed
