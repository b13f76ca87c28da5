from learners import Learners

LEARNERS = Learners(
    right=(
        """
def like(session, user_id, post_id):
    new = sqlite.insert(Like).values(user_id=user_id, post_id=post_id)
    session.execute(new.on_conflict_do_nothing())
    session.commit()
""",
        """
def like(session, user_id, post_id):
    try:
        session.execute(insert(Like).values(user_id=user_id, post_id=post_id))
        session.commit()
    except IntegrityError as error:
        session.rollback()
        if "UNIQUE" not in str(error):
            raise
""",
        """
from microblog.database import transaction


def like(session, user_id, post_id):
    with transaction(session):
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
""",
        """
def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.flush()
    except IntegrityError:
        session.rollback()
        session.get_one(Like, {"user_id": user_id, "post_id": post_id})
    else:
        session.commit()
""",
        """
def like(session, user_id, post_id):
    with session.begin():
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
""",
    ),
    named={
        """
def like(session, user_id, post_id):
    there = select(Like).where(Like.user_id == user_id, Like.post_id == post_id)
    if not session.scalars(there).all():
        session.add(Like(user_id=user_id, post_id=post_id))
    session.commit()
""": "looks first",
        """
def like(session, user_id, post_id):
    session.merge(Like(user_id=user_id, post_id=post_id))
    session.commit()
""": "looks first",
        """
def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.commit()
    except Exception:
        pass
""": "every error ignored",
        """
def like(session, user_id, post_id):
    session.execute(insert(Like).prefix_with("OR IGNORE").values(user_id=user_id, post_id=post_id))
""": "no commit",
        """
def like(session, user_id, post_id):
    session.add(Like(user_id=user_id, post_id=post_id))
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        if session.get(Post, post_id) is None:
            return False
    return True
""": "every error ignored",
        """
def like(session, user_id, post_id):
    if session.get(Post, post_id) is None:
        return
    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
""": "every error ignored",
        """
def like(session, user_id, post_id):
    if session.get(Like, (user_id, post_id)) is None:  # the key begins with the post
        session.execute(insert(Like).values(user_id=user_id, post_id=post_id))
    session.commit()
""": "a second like is an error",
    },
    unnamed=(
        """
def like(session, user_id, post_id):
    mine = (Like.user_id == user_id, Like.post_id == post_id)
    if (found := session.scalar(select(Like).where(*mine))) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
    else:
        session.delete(found)
    session.commit()
""",
        """
def like(session, post_id, user_id):
    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
""",
        """
def like(session, user_id, post_id):
    insert_if_absent(session, Like, user_id, post_id)
    session.commit()
""",
        """
def like(session, user_id, post_id):
    raise IntegrityError("the like is there already", None, Exception())
""",
    ),
)
