"""Make the sample data of microblog, at any scale.

The same arguments give the same bytes on every computer:

    python data/generate.py --users 500 --posts 5000 --seed 2026 --out data/

Without arguments this is what it makes. It needs tqdm and nothing else.
"""

import argparse
import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from activity import Posts, Reactions
from people import People, choose_followees, make_people
from tqdm import tqdm
from usernames import usernames
from wording import Composer

COLUMNS = {
    "users": ("id", "username", "email", "hashed_password", "created_at"),
    "posts": ("id", "content", "timestamp", "owner_id"),
    "likes": ("user_id", "post_id"),
    "retweets": ("user_id", "post_id", "timestamp"),
    "follows": ("follower_id", "followee_id"),
}
FEWEST_USERS = 30
FEWEST_POSTS = 200

# bcrypt, 12 rounds, of the password "sample-password". It may stand here because
# it guards nothing: all users are invented, and a learner may log in as any of them.
HASHED_PASSWORD = "$2b$12$6Q9oMkThgbXxXDJls79loO.LXdoPTZZX9oe53FQujWU3A9Xic5D4e"

Write = Callable[[Iterable[tuple[Any, ...]]], None]


def main() -> None:
    """Read the command line and make the five files."""
    arguments = read_arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.out, prefix=".new-") as folder:
        write_files(Path(folder), arguments.users, arguments.posts, arguments.seed)
        for name in COLUMNS:
            os.replace(Path(folder, f"{name}.csv"), arguments.out / f"{name}.csv")


def read_arguments() -> argparse.Namespace:
    """Return the arguments; leave with a message if they make no sense."""
    parser = argparse.ArgumentParser(description="Make the sample data of microblog.")
    parser.add_argument("--users", type=int, help="default: a tenth of the posts")
    parser.add_argument("--posts", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    if arguments.posts < FEWEST_POSTS:
        parser.error(f"--posts must be at least {FEWEST_POSTS}, not {arguments.posts}")
    if arguments.users is None:
        arguments.users = max(arguments.posts // 10, FEWEST_USERS)
    if arguments.users < FEWEST_USERS:
        parser.error(
            f"--users must be at least {FEWEST_USERS}, not {arguments.users}: "
            "fewer cannot give a post 8 likes and a user 20 followers on average"
        )
    if arguments.out.exists() and not arguments.out.is_dir():
        parser.error(f"--out must be a folder, but {arguments.out} is a file")
    return arguments


def write_files(folder: Path, users: int, posts: int, seed: int) -> None:
    """Write the five files into `folder`, row by row."""
    composer = Composer(Random(f"{seed} words"))
    people = make_people(seed, users, composer.shares)
    followees = choose_followees(seed, people)
    reactions = Reactions(seed, people)
    with ExitStack() as stack:
        write = {name: open_table(stack, folder, name) for name in COLUMNS}
        write["users"](user_rows(people, seed))
        write["follows"]((a, b) for a in people.ids for b in followees[a])
        new_posts = Posts(seed, people, composer, posts)
        for post in tqdm(new_posts, total=posts, unit="post", disable=None):
            likers, retweets = reactions.to(post)
            write["posts"]([(post.id, post.content, iso(post.time), post.owner)])
            write["likes"]((user, post.id) for user in likers)
            write["retweets"]((user, post.id, iso(time)) for user, time in retweets)


def open_table(stack: ExitStack, folder: Path, name: str) -> Write:
    """Open a new CSV file, write its header and return what writes its rows."""
    path = folder / f"{name}.csv"
    file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS[name])
    return writer.writerows


def user_rows(people: People, seed: int) -> Iterator[tuple[int, str, str, str, str]]:
    """Yield the rows of users.csv."""
    for user, name in zip(people.ids, usernames(seed), strict=False):
        email = f"{name.lower()}@example.{('com', 'org', 'net')[user % 3]}"
        yield user, name, email, HASHED_PASSWORD, iso(people.created[user])


def iso(time: int) -> str:
    """Return seconds since 1970 as text, such as 2026-08-12T18:31:00+00:00."""
    return datetime.fromtimestamp(time, UTC).isoformat()


if __name__ == "__main__":
    main()
