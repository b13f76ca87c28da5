from learners import Learners

LETTERS = 'func.length(Post.content).label("letters")'

LEARNERS = Learners(
    right=(
        f"answer = select(Post.id, {LETTERS}).where(1 == Post.owner_id).order_by(Post.id)",
        f"""
from microblog.models import User

answer = select(Post.id, {LETTERS}).join(Post.owner).where(User.id == 1)
""",
        f"answer = select(Post.id.label('id'), {LETTERS}).where(Post.owner_id.in_([1]))",
        """
from sqlalchemy.orm import aliased

p = aliased(Post)
answer = select(p.id, func.length(p.content).label("letters")).where(p.owner_id == 1)
""",
    ),
    named={
        f"answer = select(Post.id, {LETTERS}).where(Post.owner_id == Post.owner_id)": "everybody's",
        f"answer = select(Post.id, {LETTERS}).where(Post.id.in_([1]))": "post 1",
        """
letters = func.length(func.rtrim(func.ltrim(Post.content))).label("letters")
answer = select(Post.id, letters).where(Post.owner_id == 1)
""": "without blanks",
        """
answer = select(Post.id, (func.length(func.hex(Post.content)) // 2).label("letters")).where(
    Post.owner_id == 1
)
""": "bytes",
    },
    unnamed=(
        "answer = select(Post.id, func.length(Post.content)).where(Post.owner_id == 1)",
        'answer = select(Post.id, func.length(Post.content).label("length"))'
        ".where(Post.owner_id == 1)",
        f"answer = select(Post.id, {LETTERS}).where(Post.owner_id == 2)",
        "answer = select(Post).where(Post.owner_id == 1)",
        'answer = select(Post.id, func.count(Post.content).label("letters"))'
        ".where(Post.owner_id == 1)",
        """
letters = func.length(func.replace(Post.content, " ", "")).label("letters")
answer = select(Post.id, letters).where(Post.owner_id == 1)
""",
        'answer = select(Post.id, len("Post.content")).where(Post.owner_id == 1)',
        f"answer = select(Post.owner_id, {LETTERS}).where(Post.owner_id == 1)",
        'answer = "SELECT id, length(content) AS letters FROM posts WHERE owner_id = 1"',
    ),
)
