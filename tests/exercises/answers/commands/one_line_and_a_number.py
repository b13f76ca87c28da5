from learners import Learners

LEARNERS = Learners(
    right=(
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        raise SystemExit("tool: " + str(error).replace("\\n", " ")) from None
""",
        """
def end_well(work):
    try:
        work()
    except Exception as error:
        raise SystemExit("tool: " + re.sub(r"\\s+", " ", str(error)))
    except KeyboardInterrupt:
        raise SystemExit(130)
""",
        """
def end_well(work):
    try:
        return work()
    except SystemExit:
        raise
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BaseException as error:
        raise SystemExit("tool: " + " ".join(str(error).split())) from None
""",
        """
import sys


def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sys.exit("tool: " + " ".join(str(error).split("\\n")))
""",
    ),
    named={
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        raise SystemExit(f"tool: {error}") from None
""": "several lines",
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except (Exception, SystemExit) as error:
        raise SystemExit("tool: " + " ".join(str(error).split())) from None
""": "BaseException",
    },
    unnamed=(
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        raise SystemExit("tool: " + repr(error)) from None
""",
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(1) from None
    except Exception as error:
        raise SystemExit("tool: " + " ".join(str(error).split())) from None
""",
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        raise SystemExit("tool: " + str(error).splitlines()[0]) from None
""",
        "answer = 130",
    ),
)
