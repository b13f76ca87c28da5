"""Writes: each is one transaction, whole or not at all, whatever came before or in between."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from microblog import services
from microblog.config import Settings
from microblog.database import make_session_factory
from microblog.errors import Conflict, MicroblogError, NotFound, NotPermitted, Unauthorized
from microblog.models import Base, Follow, Like, Post, Retweet, User
from microblog.schemas import UserCreate
from microblog.security import hash_password, verify_password

Add = Callable[[Iterable[Base]], None]
GONE = 7  # the id of a post or a user that is not there


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with make_session_factory(engine)() as session:
        yield session


@pytest.fixture
def ana(add: Add, settings: Settings) -> User:
    """Ana, with one post; Ben is there too."""
    ana, ben = (
        User(
            username=name,
            email=f"{name.lower()}@example.org",
            hashed_password=hash_password(f"password of {name}", settings),
        )
        for name in ("Ana", "Ben")
    )
    add([ana])
    add([ben, Post(content="hello", owner_id=ana.id)])
    return ana


def rows_of(engine: Engine, model: type[Base]) -> int:
    """What another connection sees: what was committed."""
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(model)).scalar_one()


def new_user(username: str, email: str) -> UserCreate:
    return UserCreate(username=username, email=email, password="long enough")


def test_a_registered_user_is_committed_with_a_hash(
    session: Session, engine: Engine, settings: Settings
) -> None:
    user = services.register_user(session, new_user("Eva", "Eva@Example.org"), settings)
    assert rows_of(engine, User) == 1
    assert user.id == 1
    assert user.email == "eva@example.org"
    assert verify_password("long enough", user.hashed_password, settings)


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("username", "email"), [("aNA", "eva@example.org"), ("Eva", "ANA@example.org")]
)
def test_a_taken_name_or_address_is_a_conflict_and_the_session_goes_on(
    session: Session, engine: Engine, settings: Settings, username: str, email: str
) -> None:
    with pytest.raises(Conflict):
        services.register_user(session, new_user(username, email), settings)
    assert rows_of(engine, User) == 2
    services.register_user(session, new_user("Eva", "eva@example.org"), settings)
    assert rows_of(engine, User) == 3


def react(write: str, session: Session, user: User, key: int) -> None:
    if write == "follow":
        services.follow_user(session, user, User(id=key))
    else:
        getattr(services, f"{write}_post")(session, user, key)


@pytest.mark.parametrize(("write", "model"), [("like", Like), ("retweet", Retweet)])
def test_a_reaction_is_there_once_however_often_it_is_made(
    session: Session, engine: Engine, ana: User, write: str, model: type[Base]
) -> None:
    for _ in range(2):
        react(write, session, ana, 1)
        assert rows_of(engine, model) == 1
    for _ in range(2):
        react(f"un{write}", session, ana, 1)
        assert rows_of(engine, model) == 0


@pytest.mark.parametrize("write", ["like", "retweet", "follow"])
def test_what_was_deleted_in_the_meantime_is_not_found(
    session: Session, engine: Engine, ana: User, write: str
) -> None:
    with pytest.raises(NotFound, match=r"^That no longer exists\.$"):
        react(write, session, ana, GONE)
    for model in (Like, Retweet, Follow):
        assert rows_of(engine, model) == 0
    services.create_post(session, ana, "the session goes on")
    assert rows_of(engine, Post) == 2


def test_a_post_of_a_user_who_was_deleted_in_the_meantime_is_refused(
    session: Session, engine: Engine, ana: User
) -> None:
    services.delete_user(session, ana)
    assert rows_of(engine, Post) == 0
    with pytest.raises(Unauthorized, match=r"^Your account no longer exists\.$"):
        services.create_post(session, ana, "x")
    assert rows_of(engine, Post) == 0


@pytest.mark.parametrize("write", [services.follow_user, services.unfollow_user])
def test_nobody_follows_themselves(
    session: Session, engine: Engine, ana: User, write: Callable[..., None]
) -> None:
    with pytest.raises(MicroblogError, match="yourself"):
        write(session, ana, User(id=ana.id))
    assert rows_of(engine, Follow) == 0


def test_a_password_is_changed_for_the_one_who_has_the_old_one(
    session: Session, engine: Engine, ana: User, settings: Settings
) -> None:
    services.change_password(session, ana, "password of Ana", "a new password", settings)
    with engine.connect() as connection:
        hashes = select(User.hashed_password).order_by(User.id)
        of_ana, of_ben = connection.scalars(hashes)
    assert verify_password("a new password", of_ana, settings)
    assert verify_password("password of Ben", of_ben, settings)


@pytest.mark.parametrize("old", ["wrong", "x" * 73, "\0", ""], ids=["wrong", "long", "NUL", "-"])
def test_a_wrong_old_password_changes_nothing(
    session: Session, engine: Engine, ana: User, settings: Settings, old: str
) -> None:
    with pytest.raises(NotPermitted):
        services.change_password(session, ana, old, "a new password", settings)
    with engine.connect() as connection:
        stored = connection.scalar(select(User.hashed_password).where(User.id == ana.id))
    assert stored == ana.hashed_password


def test_of_two_changes_of_a_password_the_faster_one_holds(
    session: Session, engine: Engine, ana: User, settings: Settings
) -> None:
    with make_session_factory(engine)() as other:
        services.change_password(other, ana, "password of Ana", "the faster one", settings)
    with pytest.raises(Unauthorized, match="in the meantime"):
        services.change_password(session, ana, "password of Ana", "the slower one", settings)
    with engine.connect() as connection:
        stored = connection.scalar(select(User.hashed_password).where(User.id == ana.id))
    assert verify_password("the faster one", stored, settings)


def test_a_deleted_user_has_no_password_to_change(
    session: Session, ana: User, settings: Settings
) -> None:
    services.delete_user(session, ana)
    with pytest.raises(Unauthorized):
        services.change_password(session, ana, "password of Ana", "a new password", settings)


def test_a_session_that_has_begun_writes_all_the_same(
    session: Session, engine: Engine, ana: User
) -> None:
    """What an endpoint wrote before becomes part of the transaction."""
    session.execute(delete(Post))
    services.create_post(session, ana, "x")
    assert rows_of(engine, Post) == 1


def test_a_write_that_fails_takes_back_what_came_before_it(
    session: Session, engine: Engine, ana: User
) -> None:
    session.execute(delete(Post))
    with pytest.raises(NotFound):
        services.like_post(session, ana, GONE)
    assert rows_of(engine, Post) == 1
