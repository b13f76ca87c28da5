from learners import Learners

RECORDS = 'frame.to_dict("records")'

LEARNERS = Learners(
    right=(
        """
def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(insert(Post), frame.to_dict("records")[::-1])
    return len(frame)
""",
        f"""
def import_posts(engine, frame):
    with engine.connect() as connection:
        connection.execute(insert(Post), {RECORDS})
        connection.commit()
        return len(frame)
""",
        f"""
def import_posts(engine, frame):
    with Session(engine) as session:
        session.execute(insert(Post), {RECORDS})
        session.commit()
    return frame.shape[0]
""",
        """
def import_posts(engine, frame):
    with Session(engine) as session:
        for row in frame.itertuples(index=False):
            session.add(Post(**row._asdict()))
        session.commit()
    return len(frame.index)
""",
        """
def import_posts(engine, frame):
    with engine.begin() as connection:
        return frame.to_sql("posts", connection, if_exists="append", index=False)
""",
    ),
    named={
        """
def import_posts(engine, frame):
    with engine.connect() as c:
        frame.to_sql("posts", c, if_exists="append", index=False)
    return len(frame)
""": "commit per row",
        """
def import_posts(engine, frame):
    kept = frame[frame["owner_id"] <= 5]
    with engine.begin() as connection:
        connection.execute(insert(Post), kept.to_dict("records"))
    return len(frame)
""": "bad rows skipped",
        """
def import_posts(engine, frame):
    with engine.begin() as c:
        return frame.to_sql("posts", c, if_exists="delete_rows", index=False)
""": "old posts deleted",
        f"""
def import_posts(engine, frame):
    for row in {RECORDS}:
        with engine.begin() as connection:
            connection.execute(insert(Post), row)
    return len(frame)
""": "commit per row",
        """
def import_posts(engine, frame):
    with Session(engine) as session:
        session.add_all(Post(**row) for row in frame.to_dict("records"))
        session.flush()
    return len(frame)
""": "forgotten commit",
        """
def import_posts(engine, frame):
    session = Session(engine)
    for row in frame.to_dict("records"):
        session.add(Post(**row))
    session.close()
    return len(frame)
""": "never sent",
        """
def import_posts(engine, frame):
    statement = insert(Post).values(frame.to_dict("records"))
    return len(frame)
""": "never sent",
    },
    unnamed=(
        """
def import_posts(engine, frame):
    for start in range(0, len(frame), 2):
        with engine.begin() as c:
            c.execute(insert(Post), frame.iloc[start : start + 2].to_dict("records"))
    return len(frame)
""",
        """
def import_posts(engine, frame):
    with engine.begin() as c:
        c.execute(insert(Post), frame[["content", "owner_id"]].to_dict("records"))
    return len(frame)
""",
        f"""
def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(insert(Post), {RECORDS}[:1])
    return len(frame)
""",
        """
def import_posts(engine, frame):
    frame = frame.drop_duplicates("content")
    with engine.begin() as connection:
        connection.execute(insert(Post), frame.to_dict("records"))
    return len(frame)
""",
        """
def import_posts(engine, frame):
    frame.to_sql("posts", engine, index=False)
    return len(frame)
""",
        "def import_posts(engine, frame):\n    raise ValueError(frame)",
    ),
)
