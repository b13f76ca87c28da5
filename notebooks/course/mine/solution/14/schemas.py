from datetime import datetime

from pydantic import BaseModel


class PostPublic(BaseModel):
    id: int
    content: str
    timestamp: datetime
    owner_id: int
    username: str
