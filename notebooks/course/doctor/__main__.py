"""python -m course.doctor: the report as text; status 1 when something is to be mended."""

import sys

from course.doctor import doctor

report = doctor()
sys.stdout.write(f"{report}\n")
sys.exit(1 if report.faults else 0)
