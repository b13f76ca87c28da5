from learners import Learners

LEARNERS = Learners(
    right=(
        """
class PostCard(BaseModel):
    id: int = Field(...)
    username: str
    content: str
    model_config = {"from_attributes": True}
""",
        """
PostCard = create_model(
    "PostCard",
    __config__=ConfigDict(from_attributes=True),
    id=(int, ...),
    content=(str, ...),
    username=(str, ...),
)
answer = PostCard
""",
        """
class PostCard(BaseModel):
    model_config = ConfigDict(from_attributes=True, extra="ignore")

    id: Id
    content: str
    username: str
""",
        """
class PostCard(BaseModel):
    id: int
    content: str
    username: str

    @model_validator(mode="before")
    @classmethod
    def from_object(cls, row):
        return row if isinstance(row, dict) else vars(row)
""",
    ),
    named={
        """
class PostCard(PostPublic, from_attributes=True):
    pass
""": "from PostPublic",
        """
class PostCard(BaseModel):
    id: Any
    content: str
    username: str
""": "dicts only",
        """
class PostCard(BaseModel):
    model_config = ConfigDict(extra="allow", from_attributes=True)
    username: str
    id: int
    content: str
""": "extra allowed",
    },
    unnamed=(
        """
class PostCard(BaseModel, from_attributes=True):
    id: int
    content: str
    owner_id: int
    username: str
""",
        """
class PostCard(BaseModel, from_attributes=True):
    id: int
    content: str
    username: str | None = None
""",
        """
class PostCard(BaseModel, from_attributes=True):
    id: int
    content: str
    user: str
""",
        """
class PostCard:
    id: int
    content: str
    username: str
""",
        """
class PostCard(BaseModel, from_attributes=True, str_strip_whitespace=True):
    id: int
    content: str
    username: str
""",
        """
class PostCard(BaseModel, from_attributes=True):
    id: int
    content: int
    username: str
""",
        """
def PostCard(row):
    return {"id": row.id, "content": row.content, "username": row.username}
""",
    ),
)
