from learners import Learners


def function(*lines: str) -> str:
    body = "\n    ".join(lines)
    return f"def may(method, last_write, now):\n    {body}\n\n\nanswer = may\n"


LEARNERS = Learners(
    right=(
        function(
            "if method not in {'GET', 'HEAD'}:",
            "    return False",
            "if last_write is None:",
            "    return True",
            "return now > last_write + 5",
        ),
        "answer = lambda m, w, now: m in ('GET', 'HEAD') and (w is None or now - w > 5)",
        function(
            "if last_write is None:",
            "    last_write = float('-inf')",
            "return bool(method in ['GET', 'HEAD'] and now - last_write > 5)",
        ),
        function(
            "recent = last_write is not None and 0 <= now - last_write <= 5",
            "return not recent and method[0] in 'GH'",
        ),
    ),
    named={
        function("return last_write is None or last_write < now - 5"): "writes on the replica",
        function(
            "if method in ('GET', 'HEAD'):",
            "    return not last_write or now - last_write > 5",
            "return False",
        ): "falsy zero",
        function(
            "if method in ('GET', 'HEAD'):",
            "    return last_write is None or now >= last_write + 5",
            "return False",
        ): "exactly five",
        function("return method in ('GET', 'HEAD') and last_write is None"): "never again",
    },
    unnamed=(
        function("return method == 'GET' and (last_write is None or now - last_write > 5)"),
        function("return method in ('GET', 'HEAD')"),
        function("return False"),
        function("return now - last_write > 5"),
        function("print(method in ('GET', 'HEAD') and last_write is None)"),
    ),
)
