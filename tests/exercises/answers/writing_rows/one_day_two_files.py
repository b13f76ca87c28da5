from learners import Learners

LEARNERS = Learners(
    right=(
        """
from sqlalchemy.orm import Session


def import_day(engine, users, posts):
    def count(session):
        return [session.scalar(select(func.count()).select_from(m)) for m in (User, Post)]

    with Session(engine) as session, session.begin():
        before = count(session)
        for model, frame in ((User, users), (Post, posts)):
            for row in frame.to_dict("records"):
                if session.get(model, row["id"]) is None:
                    session.add(model(**row))
            session.flush()
        after = count(session)
    return {"users": after[0] - before[0], "posts": after[1] - before[1]}
""",
        """
def import_day(engine, users, posts):
    gained = {}
    with engine.connect() as connection:
        for model, frame in ((User, users), (Post, posts)):
            table = model.__table__
            new = sqlite.insert(table).on_conflict_do_nothing(index_elements=[table.c.id])
            rows = [connection.execute(new, row) for row in frame.to_dict("records")]
            gained[table.name] = sum(result.rowcount for result in rows)
        connection.commit()
    return gained
""",
        """
def import_day(engine, users, posts):
    known = {}
    with engine.begin() as connection:
        for model in (User, Post):
            known[model] = set(connection.scalars(select(model.id)))
        new = [row for row in users.to_dict("records") if row["id"] not in known[User]]
        connection.execute(insert(User), new)
        more = [row for row in posts.to_dict("records") if row["id"] not in known[Post]]
        connection.execute(insert(Post), more)
    return {"users": len(new), "posts": len(more)}
""",
        """
import pandas as pd


def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for name, frame in {"users": users, "posts": posts}.items():
            known = pd.read_sql(f"SELECT id FROM {name}", connection)["id"]
            new = frame.loc[~frame["id"].isin(known)]
            gained[name] = new.to_sql(name, connection, if_exists="append", index=False)
    return gained
""",
    ),
    named={
        """
def import_day(engine, users, posts):
    with engine.begin() as c:
        users.to_sql("users", c, if_exists="replace", index=False)
        posts.to_sql("posts", c, if_exists="replace", index=False)
    return {"users": len(users), "posts": len(posts)}
""": "tables replaced",
        """
def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).prefix_with("OR IGNORE")
            gained[model.__tablename__] = connection.execute(new, frame.to_dict("records")).rowcount
    return gained
""": "any conflict passed over",
    },
    unnamed=(
        """
def import_day(engine, users, posts):
    with engine.begin() as c:
        for model, frame in [(User, users), (Post, posts)]:
            if len(frame):
                c.execute(
                    sqlite.insert(model).on_conflict_do_nothing(index_elements=["id"]),
                    frame.to_dict("records"),
                )
    return {"users": 2, "posts": 2}
""",
        """
import pandas as pd


def import_day(engine, users, posts):
    with engine.begin() as c:
        new_users = users[~users["id"].isin(pd.read_sql(select(User.id), c)["id"])]
        new_posts = posts[~posts["id"].isin(pd.read_sql(select(Post.id), c)["id"])]
        new_users.to_sql("users", c, if_exists="append", index=False)
        new_posts.to_sql("posts", c, if_exists="append", index=False)
    return {"users": len(new_posts), "posts": len(new_users)}
""",
        """
import pandas as pd


def import_day(engine, users, posts):
    with engine.begin() as c:
        new_users = users[
            ~users["username"].isin(pd.read_sql(select(User.username), c)["username"])
        ]
        new_posts = posts[~posts["id"].isin(pd.read_sql(select(Post.id), c)["id"])]
        new_users.to_sql("users", c, if_exists="append", index=False)
        new_posts.to_sql("posts", c, if_exists="append", index=False)
    return {"users": len(new_users), "posts": len(new_posts)}
""",
        """
def import_day(engine, users, posts):
    with engine.begin() as c:
        u = c.scalar(select(func.max(User.id))) or 0
        p = c.scalar(select(func.max(Post.id))) or 0
        new_users, new_posts = users[users["id"] > u], posts[posts["id"] > p]
        new_users.to_sql("users", c, if_exists="append", index=False)
        new_posts.to_sql("posts", c, if_exists="append", index=False)
    return {"users": len(new_users), "posts": len(new_posts)}
""",
        """
def import_day(engine, users, posts):
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
            connection.execute(new, frame.to_dict("records"))
""",
        """
def import_day(engine, users, posts):
    gained = []
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
            gained.append(connection.execute(new, frame.to_dict("records")).rowcount)
    return gained
""",
        """
def import_day(engine, users, posts):
    with engine.begin() as connection:
        new = sqlite.insert(User.__table__).on_conflict_do_nothing(index_elements=["id"])
        gained = connection.execute(new, users.to_dict("records")).rowcount
    return {"users": gained, "posts": 0}
""",
        """
def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__)
            row = {name: new.excluded[name] for name in frame.columns if name != "id"}
            new = new.on_conflict_do_update(index_elements=["id"], set_=row)
            gained[model.__tablename__] = connection.execute(new, frame.to_dict("records")).rowcount
    return gained
""",
        """
def import_day(engine, users, posts):
    gained = {}
    for model, frame in ((Post, posts), (User, users)):
        new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
        with engine.begin() as connection:
            result = connection.execute(new, frame.to_dict("records"))
        gained[model.__tablename__] = result.rowcount + 0.5
    return gained
""",
        "answer = {'users': 2, 'posts': 2}",
    ),
)
