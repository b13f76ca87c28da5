from typing import Annotated

from pydantic import BaseModel, StringConstraints

Content = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=280)]


class PostCreate(BaseModel):
    content: Content
