import unicodedata
from typing import Annotated

from pydantic import AfterValidator, EmailStr, Field


def canonical(email: str) -> str:
    """One spelling for each address, so that it can be taken only once."""
    return unicodedata.normalize("NFKC", email).casefold()


Email = Annotated[EmailStr, AfterValidator(canonical), Field(max_length=254)]
