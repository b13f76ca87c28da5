"""How many statements a list costs."""

from collections.abc import Iterator
from typing import Any

from databases import System, loaded_database
from fastapi.testclient import TestClient
from report import Row, verdict
from servers import SECRET_KEY
from sqlalchemy import Engine, event
from users import ordinary_users

from microblog.config import Settings
from microblog.main import create_app

LISTS = {
    "/posts/": 1,
    "/posts/with_counts/": 1,
    "/users/{username}/posts/": 1,
    "/users/{username}/followers/": 1,
    "/users/{username}/following/": 1,
    "/timeline/": 2,
}


def statement_counts(system: System, posts: int) -> Iterator[Row]:
    """One for each list, and one for the user where a token is needed."""
    url = system.url(loaded_database(system, posts))
    [headers] = ordinary_users(system, posts, 1)
    sent: list[str] = []

    def keep(_connection: Any, _cursor: Any, sql: str, *_others: Any) -> None:
        sent.append(sql)

    with TestClient(create_app(Settings(database_url=url, secret_key=SECRET_KEY))) as client:
        event.listen(Engine, "before_cursor_execute", keep)
        for path, goal in LISTS.items():
            sent.clear()
            client.get(path.format(username="marta"), headers=headers).raise_for_status()
            count, what = len(sent), f"statements of GET {path}"
            yield Row(what, system.name, f"≤ {goal}", str(count), verdict(count <= goal))
        event.remove(Engine, "before_cursor_execute", keep)
