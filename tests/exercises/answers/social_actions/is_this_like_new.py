from learners import Learners

TOP = """from sqlalchemy import func, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from microblog.database import insert_if_absent, transaction
from microblog.models import Like


"""

LEARNERS = Learners(
    right=(
        TOP
        + """def newly_liked(session, user_id, post_id):
    row = sqlite.insert(Like).values(user_id=user_id, post_id=post_id).on_conflict_do_nothing()
    new = session.scalar(row.returning(Like.user_id)) is not None
    session.commit()
    return new


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    session.add(Like(user_id=user_id, post_id=post_id))
    try:
        session.commit()
        return True
    except IntegrityError:
        session.rollback()
        return False


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    if session.get(Like, (post_id, user_id)):
        return False
    try:
        session.execute(insert(Like).values(user_id=user_id, post_id=post_id))
        session.commit()
    except IntegrityError:
        return False
    else:
        return True


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    with transaction(session):
        statement = sqlite.insert(Like).on_conflict_do_nothing()
        row = {"user_id": user_id, "post_id": post_id}
        result = session.connection().execute(statement, row)
    return result.rowcount > 0


answer = newly_liked""",
    ),
    named={
        TOP
        + """def newly_liked(session, user_id, post_id):
    own = select(Like).where(Like.user_id == user_id, Like.post_id == post_id)
    if session.scalars(own).first() is not None:
        return False
    with transaction(session):
        session.add(Like(user_id=user_id, post_id=post_id))
    return True


answer = newly_liked""": "look first",
        TOP
        + """def newly_liked(session, user_id, post_id):
    own = (Like.user_id == user_id, Like.post_id == post_id)
    before = session.scalar(select(func.count()).select_from(Like).where(*own))
    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
    return before == 0


answer = newly_liked""": "look, then let it pass",
        TOP
        + """def newly_liked(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.flush()
        return True
    except IntegrityError:
        session.rollback()
        return False


answer = newly_liked""": "no commit",
        TOP
        + """def newly_liked(session, user_id, post_id):
    like = Like(user_id=user_id, post_id=post_id)
    session.add(like)
    try:
        session.flush()
    except IntegrityError:
        return False
    session.commit()
    return True


answer = newly_liked""": "no rollback",
        TOP
        + """def newly_liked(session, user_id, post_id):
    with transaction(session):
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)


answer = newly_liked""": "what insert_if_absent returns",
    },
    unnamed=(
        TOP
        + """def newly_liked(session, user_id, post_id):
    try:
        with transaction(session):
            session.add(Like(user_id=user_id, post_id=post_id))
    except IntegrityError:
        return True
    return False


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    with transaction(session):
        session.merge(Like(user_id=user_id, post_id=post_id))
    return True


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    try:
        with transaction(session):
            session.add(Like(user_id=post_id, post_id=user_id))
    except IntegrityError:
        return False
    return True


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    own = (Like.post_id == post_id,)
    before = session.scalar(select(func.count()).select_from(Like).where(*own))
    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
    return before == 0


answer = newly_liked""",
        TOP
        + """def newly_liked(session, user_id, post_id):
    try:
        with transaction(session):
            session.add(Like(user_id=user_id, post_id=post_id))
    except IntegrityError:
        return "no"
    return "yes"


answer = newly_liked""",
    ),
)
