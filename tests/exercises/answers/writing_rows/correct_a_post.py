from learners import Learners

GET = """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.get(Post, post_id)
"""

LEARNERS = Learners(
    right=(
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        post = session.scalars(select(Post).where(Post.id == post_id)).one()
        post.content = content
        session.commit()
""",
        """
def correct(engine, post_id, content):
    with Session(engine) as session, session.begin():
        session.get(Post, post_id).content = content
""",
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        session.merge(Post(id=post_id, content=content))
        session.commit()
""",
        GET
        + "        post.content = content\n        session.add(post)\n"
        + "        session.flush()\n        session.commit()\n        return post",
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        session.execute(update(Post).where(Post.id == post_id).values(content=content))
        session.commit()
""",
    ),
    named={
        """
def correct(engine, post_id, content):
    with engine.connect() as connection:
        connection.execute(update(Post).where(Post.id == post_id).values(content=content))
""": "flushed only",
        GET + "        post.content = content": "rolled back",
        GET + "        content = post.content\n        session.commit()": "rolled back",
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        session.scalars(select(Post).order_by(Post.id)).first().content = content
        session.commit()
""": "post 1",
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        for post in session.scalars(select(Post)):
            post.content = content
        session.commit()
""": "every post",
    },
    unnamed=(
        GET + "        post.text = content\n        session.commit()\n        return 1 / 0",
        GET + "        session.delete(post)\n        session.commit()",
        GET + "        post.content = 'content'\n        session.commit()",
        GET
        + "        session.delete(post)\n"
        + "        session.add(Post(content=content, owner_id=post.owner_id))\n"
        + "        session.commit()",
        GET + "        post.content = content or post.content\n        session.commit()",
        GET + "        post.content = post.content + content\n        session.commit()",
        """
def correct(engine, post_id, content):
    with Session(engine) as session:
        session.add(Post(content=content, owner_id=1))
        session.commit()
""",
        "answer = 'commit'",
    ),
)
