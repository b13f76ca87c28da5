from learners import Learners

LEARNERS = Learners(
    right=(
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = "{} isn't a day; an example: {}".format(text, date(2026, 8, 12))
        raise argparse.ArgumentTypeError(message)
""",
        """
def day(text):
    try:
        moment = date.fromisoformat(text)
    except Exception:
        raise ArgumentTypeError(f"not {text}, but for example 2026-08-12") from None
    else:
        return moment
""",
        """
def is_day(text):
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def day(text):
    if not is_day(text):
        raise ArgumentTypeError(f"{text} (2026-08-12 is right)")
    return date.fromisoformat(text)


answer = day
""",
        """
class Day:
    def __call__(self, text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ArgumentTypeError(f"a day is written 2026-08-12, and not {text}") from None


answer = Day()
""",
    ),
    named={
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day such as 2026-08-12") from None
""": "Python's own error",
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(text)
""": "no example",
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        print(f"{text!r} is not a day such as 2026-08-12")
""": "nothing instead",
    },
    unnamed=(
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("this is not a day") from None
""",
        """
def day(text):
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a day such as 2026-08-12") from None
""",
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SystemExit(f"{text!r} is not a day such as 2026-08-12") from None
""",
        "answer = date(2026, 8, 12)",
    ),
)
