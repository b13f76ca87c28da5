from learners import Learners

TOP = """from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from microblog.database import insert_if_absent, transaction
from microblog.models import Like, Post


"""

LEARNERS = Learners(
    right=(
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    with transaction(session):
        for post_id in post_ids:
            try:
                with session.begin_nested():
                    session.merge(Like(user_id=user_id, post_id=post_id))
            except IntegrityError:
                missing.append(post_id)
    return missing


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        savepoint = session.begin_nested()
        try:
            insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
            savepoint.commit()
        except IntegrityError:
            savepoint.rollback()
            missing.append(post_id)
    session.commit()
    return missing


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = [post_id for post_id in post_ids if session.get(Post, post_id) is None]
    for post_id in set(post_ids) - set(missing):
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
    return missing


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = list(post_ids)
    for post_id in post_ids:
        try:
            with session.begin_nested():
                insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
                missing.remove(post_id)
        except IntegrityError:
            pass
    session.commit()
    return missing


answer = like_what_is_there""",
    ),
    named={
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    with transaction(session):
        for number in post_ids:
            try:
                insert_if_absent(session, Like, user_id=user_id, post_id=number)
            except IntegrityError:
                missing += [number]
    return missing


answer = like_what_is_there""": "no savepoint",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for number in post_ids:
        try:
            with session.begin_nested():
                session.execute(insert(Like), {"user_id": user_id, "post_id": number})
        except IntegrityError:
            missing += [number]
    session.commit()
    return missing


answer = like_what_is_there""": "a like that is there",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    there = session.scalars(select(Post.id)).all()
    for number in post_ids:
        if number in there:
            insert_if_absent(session, Like, user_id=user_id, post_id=number)
    return [number for number in post_ids if number not in there]


answer = like_what_is_there""": "no commit",
    },
    unnamed=(
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    there = session.scalars(select(Post.id)).all()
    with transaction(session):
        for number in post_ids:
            if number in there:
                session.execute(insert(Like).values(user_id=user_id, post_id=number))
    return [number for number in post_ids if number not in there]


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            with session.begin_nested():
                insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
        except IntegrityError:
            missing.append(post_id)
    session.commit()
    return len(missing)


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    missing = []
    try:
        with transaction(session):
            for post_id in post_ids:
                insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    except IntegrityError:
        missing.append(post_id)
    return missing


answer = like_what_is_there""",
        TOP
        + """def like_what_is_there(session, user_id, post_ids):
    with transaction(session):
        for post_id in post_ids:
            try:
                with session.begin_nested():
                    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
            except IntegrityError:
                pass


answer = like_what_is_there""",
    ),
)
