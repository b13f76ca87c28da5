from learners import Learners

FUNCTION = """
def check_log_level(level):
    levels = ["DEBUG", "INFO", "WARNING", "ERROR"]
    {lines}
"""


def function(*lines: str) -> str:
    return FUNCTION.format(lines="\n    ".join(lines))


RAISE = '    raise ValueError(f"not one of {levels}")'

LEARNERS = Learners(
    right=(
        function("if level.upper() in levels:", "    return level.upper()", RAISE[4:]),
        function("level = level.upper()", "if level not in levels:", RAISE, "return level"),
        function(
            "for each in levels:",
            "    if each == level.upper():",
            "        return each",
            'raise ValueError(" or ".join(levels))',
        ),
        """
class Level(Enum):
    DEBUG = 1
    INFO = 2
    WARNING = 3
    ERROR = 4


def check_log_level(level):
    if level.upper() not in Level.__members__:
        raise ValueError(f"one of {list(Level.__members__)}")
    return Level[level.upper()].name


answer = check_log_level
""",
    ),
    named={
        function(
            "if level in levels:", "    return level", "raise ValueError(str(levels))"
        ): "small letters refused",
        function("if level.upper() in levels:", "    return level", RAISE[4:]): (
            "returned as written"
        ),
        function(
            "if level.upper() in levels:", "    return level.upper()", "raise ValueError()"
        ): "no advice",
        function("return str(level).upper()"): "nothing refused",
        function(
            "try:",
            "    return levels[levels.index(level.upper())]",
            "except ValueError:",
            '    return "INFO"',
        ): "a default instead",
    },
    unnamed=(
        function("if level.upper() not in levels:", RAISE, "return level.lower()"),
        function("if level.upper() not in levels:", RAISE),
        function("if level.upper() not in levels:", "    return None", "return level.upper()"),
        function("if level.upper() not in levels:", "    raise KeyError(level)", "return level"),
        function("if level.lower() not in levels:", RAISE, "return level.upper()"),
        function(
            "if level.upper() not in str(levels):",
            RAISE,
            "return level.upper()",
        ),
        'answer = "INFO"',
    ),
)
