from learners import Learners

ADD = """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
"""

LEARNERS = Learners(
    right=(
        ADD + "        session.flush()\n        number = post.id\n        session.commit()\n"
        "        return number",
        """
from sqlalchemy.orm import sessionmaker


def publish(engine, owner_id, content):
    with sessionmaker(engine).begin() as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.flush()
        return post.id
""",
        """
def publish(engine, owner_id, content):
    session = Session(engine)
    try:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.commit()
        return post.id
    finally:
        session.close()
""",
        """
def publish(engine, owner_id, content):
    with engine.begin() as connection:
        result = connection.execute(insert(Post).values(owner_id=owner_id, content=content))
        return result.inserted_primary_key[0]
""",
    ),
    named={
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        session.add(Post(owner_id=owner_id, content=content))
        session.commit()
        return session.scalar(
            select(Post.id).where(Post.owner_id == owner_id, Post.content == content)
        )
""": "found by its text",
        """
def publish(engine, owner_id, content):
    with engine.connect() as connection:
        new = insert(Post).values(owner_id=owner_id, content=content)
        return connection.execute(new).inserted_primary_key[0]
""": "forgotten commit",
        ADD + "        session.flush()\n        session.rollback()\n        return 8": (
            "forgotten commit"
        ),
        ADD + "        session.commit()\n        print(post.id)": "nothing returned",
        ADD
        + "        session.commit()\n"
        + "        return session.scalars("
        + "select(Post.id).where(Post.content == content).order_by(Post.id)).first()": (
            "found by its text"
        ),
    },
    unnamed=(
        """
def publish(engine, owner_id, content):
    with Session(engine) as s:
        s.add(Post(owner_id=owner_id, content=content))
        s.commit()
        return s.scalar(select(Post.id).order_by(Post.timestamp.desc()))
""",
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        new = session.scalar(select(func.max(Post.id))) + 1
        session.add(Post(id=new, owner_id=owner_id, content=content))
        session.commit()
        return new
""",
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content[:280])
        session.add(post)
        session.commit()
        return post.id
""",
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content.strip())
        session.add(post)
        session.commit()
        return post.id
""",
        ADD + "        return post.id",
        ADD + "        session.commit()\n        return str(post.id)",
        """
def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=1, content=content)
        session.add(post)
        session.commit()
        return post.id
""",
        """
def publish(engine, owner_id, content):
    if not content:
        return None
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content.strip("."))
        session.add(post)
        session.commit()
        return post.id
""",
        "answer = 8",
    ),
)
