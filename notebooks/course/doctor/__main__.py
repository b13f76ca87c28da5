"""python -m course.doctor: the report as text; status 1 when something is to be mended."""

import sys

from course.doctor import doctor

report = doctor()
encoding = sys.stdout.encoding  # perhaps ASCII or cp1252, and a path may hold any letter
sys.stdout.write(f"{report}\n".encode(encoding, "backslashreplace").decode(encoding))
sys.exit(1 if report.faults else 0)
