from learners import Learners

COLUMNS = "answer = select(Post.id, Post.content)"
BOTH = ".where(Post.owner_id == 2, Post.id > 5)"
END = ".order_by(Post.id.desc()).limit(3)"

LEARNERS = Learners(
    right=(
        f"{COLUMNS}.where(Post.owner_id == 2).where(Post.id > 5){END}",
        f"{COLUMNS}.where(and_(Post.owner_id == 2, Post.id > 5)){END}",
        f"{COLUMNS}.where((Post.owner_id == 2) & (Post.id > 5)){END}",
        f"{COLUMNS}{BOTH}.order_by(-Post.id).slice(0, 3)",
        f"{COLUMNS}.filter_by(owner_id=2).where(Post.id >= 6){END}",
    ),
    named={
        f"{COLUMNS}.filter_by(owner_id=2){END}": "and",
        f"{COLUMNS}.where(Post.id > 5, Post.owner_id == Post.owner_id){END}": "everybody's",
        f"{COLUMNS}.where((Post.owner_id == 2) | (Post.id > 5)){END}": "one is enough",
        f"answer = select(Post){BOTH}{END}": "whole posts",
        f"{COLUMNS}{BOTH}.order_by(Post.id.asc()).limit(3)": "lowest first",
        f"{COLUMNS}{BOTH}.order_by(Post.id.desc()).limit(99)": "all of them",
    },
    unnamed=(
        "from sqlalchemy.orm import Session\n\n"
        f"answer = Session().query(Post.id, Post.content).filter(Post.owner_id == 2, Post.id > 5)"
        f"{END}",
        f"{COLUMNS}{BOTH}.limit(3)",
        f"{COLUMNS}.where(Post.owner_id == 2, Post.id >= 5){END}",
        f"answer = select(Post.content, Post.id){BOTH}{END}",
        f"answer = select(Post.id){BOTH}{END}",
        f"{COLUMNS}.where(Post.id == 2, Post.id > 5){END}",
        f"{COLUMNS}{BOTH}.order_by(Post.timestamp.desc()).limit(3)",
    ),
)
