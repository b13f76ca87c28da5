from learners import Learners

POSTS = "answer = select(Post.id).where"

LEARNERS = Learners(
    right=(
        f'{POSTS}(Post.content.like("%5!%%", escape="!"))',
        f'{POSTS}(Post.content.contains("5/%", escape="/"))',
        f'{POSTS}(Post.content.icontains("5%", autoescape=True))',
        f'{POSTS}(func.replace(Post.content, "5%", "") != Post.content)',
        f'{POSTS}(Post.content.op("GLOB")("*5%*"))',
        f'{POSTS}(Post.content.regexp_match("5%"))',
        f'{POSTS}(func.instr(Post.content, "5%") != 0)',
    ),
    named={
        f'{POSTS}(Post.content.like("%5%"))': "not escaped",
        f'{POSTS}(Post.content.like("%5%%"))': "not escaped",
        f'{POSTS}(func.instr(Post.content, "5") > 0)': "not escaped",
        f'{POSTS}(Post.content.like("5/%%", escape="/"))': "at the start",
        f'{POSTS}(Post.content.in_(["5%"]))': "nothing else",
        f'{POSTS}(func.instr(Post.content, "%") > 0)': "any percentage",
        f'{POSTS}(func.instr(Post.content, "5%%") > 0)': "doubled",
        f'{POSTS}(func.instr(Post.content, "5%") == 1)': "at the start",
    },
    unnamed=(
        """
answer = select(Post.id).where(Post.content.contains("5%", autoescape=True)).limit(10)
""",
        """
answer = select(Post.id).where(
    Post.content.contains("5%", autoescape=True),
    ~Post.content.contains("15%", autoescape=True),
    ~Post.content.contains("25%", autoescape=True),
)
""",
        f'{POSTS}(Post.content.like("5%"))',
        f'{POSTS}(Post.content.like("%5\\\\%%"))',
        f'{POSTS}(func.instr(Post.content, "5%") > 1)',
        f'{POSTS}(Post.content.contains(" 5%", autoescape=True))',
        'answer = select(Post.content).where(func.instr(Post.content, "5%") > 0)',
        f'{POSTS}(Post.content.match("5%"))',
        f'{POSTS}(~Post.content.contains("5%", autoescape=True))',
        f'{POSTS}(Post.content.contains("5 %", autoescape=True))',
        'answer = select(Post.id, func.instr(Post.content, "5%") > 0)',
    ),
)
