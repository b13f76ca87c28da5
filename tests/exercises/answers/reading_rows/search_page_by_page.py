from learners import Learners

FIND = "Post.content.contains(word, autoescape=True)"
ORDER = "Post.timestamp.desc(), Post.id.desc()"
PAGE = ".limit(3).offset(page * 3)"


def search(find: str = FIND, order: str = ORDER, page: str = PAGE) -> str:
    return f"""
def search(word, page):
    return select(Post.id).where({find}).order_by({order}){page}
"""


LEARNERS = Learners(
    right=(
        search(),
        search(
            "Post.content.like('%' + word.replace('%', '/%').replace('_', '/_') + '%', escape='/')"
        ),
        search('text("instr(content, :word) > 0").bindparams(word=word)'),
        search(page=".slice(page * 3, (page + 1) * 3)"),
        search(order="Post.timestamp.desc(), -Post.id"),
        search().replace("select(Post.id)", "select(Post.id).select_from(Post)"),
    ),
    named={
        search("Post.content.like(f'%{word}%')"): "not escaped",
        search("""text("content LIKE '%" + word + "%'")"""): "pasted",
        search("func.instr(Post.content, word) == 1"): "at the beginning",
        search(order="Post.timestamp.desc(), Post.id.asc()"): "the lower id first",
        search(order="Post.timestamp, Post.id"): "oldest first",
        search(page=".limit(3).offset(page)"): "one row further",
        search(page=".limit(3).offset(3 * page - 3)"): "counted from one",
        search(page=".offset(3 * page)"): "no limit",
    },
    unnamed=(
        search(order="Post.id.desc()"),
        search(page=".limit(3)"),
        search(page=".limit(page).offset(3)"),
        search("Post.content == word"),
        search().replace("select(Post.id)", "select(Post)"),
        search().replace("return ", ""),
        search("Post.content.contains('dark')"),
        "answer = select(Post.id).limit(3)",
    ),
)
