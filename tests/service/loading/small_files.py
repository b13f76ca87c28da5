"""Five small files, all of them right, and what a database holds after a load."""

from typing import Any

from sqlalchemy import Engine, select

from microblog.loading import Loaded
from microblog.models import Base

NOON = "2026-08-12T12:00:00+00:00"
HASH = "$2b$04$" + "x" * 53

FILES = {
    "users": f"""\
id,username,email,hashed_password,created_at
1,Ana,ana@example.org,{HASH},{NOON}
2,Ben,ben@example.org,{HASH},{NOON}
""",
    "posts": f"""\
id,content,timestamp,owner_id
1,"over
three
lines",{NOON},1
2,"a ""quoted"" comma, 🦉",2026-08-12T14:00:00.123456+02:00,2
""",
    "likes": "user_id,post_id\n1,2\n2,1\n",
    "retweets": f"user_id,post_id,timestamp\n1,2,{NOON}\n2,1,{NOON}\n",
    "follows": "follower_id,followee_id\n1,2\n2,1\n",
}
TABLES = [table.name for table in Base.metadata.sorted_tables]
ALL_GAINED = dict.fromkeys(TABLES, Loaded(gained=2))
ALL_EXISTING = dict.fromkeys(TABLES, Loaded(gained=0, existing=2))


def rows_in(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, in the order of their keys."""
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


NOTHING: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
