from typing import Annotated, Any

from fastapi import Depends

from my_service.models import User


class PeoplePage:
    """A page of people goes on after an id."""

    def __init__(
        self,
        answer: AnswerDep,
        limit: Limit = 20,
        offset: Number = 0,
        before_id: Number = 2**63 - 1,
    ) -> None:
        self.answer, self.limit = answer, limit
        self.offset, self.before_id = offset, before_id

    def of(self, query: Callable[..., Select], user_id: int) -> list[dict[str, Any]]:
        statement = query(user_id, offset=self.offset).where(User.id < self.before_id)
        return self.answer.of(statement, self.limit, lambda last: {"before_id": last["id"]})


PeoplePageDep = Annotated[PeoplePage, Depends()]
