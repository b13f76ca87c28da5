"""python -m microblog load FOLDER | serve | migrate | revision MESSAGE"""

import sys


def run() -> None:
    """Run the command; Ctrl+C ends it in one line, even while its modules are imported."""
    try:
        from microblog.command_line import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("microblog: Interrupted; nothing was changed.\n")
        raise SystemExit(130) from None


if __name__ == "__main__":
    run()
