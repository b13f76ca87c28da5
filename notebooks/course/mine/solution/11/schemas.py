"""What comes in and what goes out."""

from typing import Annotated

from pydantic import BaseModel, EmailStr, Field

Username = Annotated[str, Field(pattern="^[A-Za-z0-9_]{3,30}$")]
Email = Annotated[EmailStr, Field(max_length=254)]
Password = Annotated[str, Field(min_length=8)]


class UserCreate(BaseModel):
    username: Username
    email: Email
    password: Password
