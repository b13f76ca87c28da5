from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column


class Post(Base):
    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(BigInt, primary_key=True)
    content: Mapped[str] = mapped_column(String(280))
    timestamp: Mapped[datetime] = mapped_column(UTCDateTime, default=utc_now)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))

    __table_args__ = (
        Index("posts_by_time", timestamp.desc(), id.desc()),
        Index("posts_by_owner", owner_id, timestamp.desc(), id.desc()),
        {"sqlite_autoincrement": True},
    )
