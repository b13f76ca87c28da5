from learners import Learners

LEARNERS = Learners(
    right=(
        """def seconds_to_wait(failures, now):
    wait = 0
    while len([t for t in failures if t > now + wait - 60]) >= 10:
        wait += 1
    return wait


answer = seconds_to_wait""",
        """def seconds_to_wait(failures, now):
    newest_first = sorted(failures, reverse=True)
    if len(newest_first) < 10:
        return 0
    return max(0, newest_first[9] + 60 - now)


answer = seconds_to_wait""",
        """import heapq


def seconds_to_wait(failures, now):
    tenth = heapq.nlargest(10, failures)[9:]
    return max([0] + [t + 60 - now for t in tenth])


answer = seconds_to_wait""",
        """import numpy as np


def seconds_to_wait(failures, now):
    ages = np.sort(now - np.array(failures, dtype=float))
    ages = ages[ages < 60]
    return 60 - ages[9] if ages.size >= 10 else 0


answer = seconds_to_wait""",
    ),
    named={
        """def seconds_to_wait(failures, now):
    recent = [t for t in failures if now - t < 60]
    return 0 if len(recent) < 10 else max(recent) + 60 - now


answer = seconds_to_wait""": "the last one",
        """def seconds_to_wait(failures, now):
    recent = [t for t in failures if now - t < 60]
    return 0 if len(recent) < 10 else min(recent) + 60 - now


answer = seconds_to_wait""": "the first one",
        """def seconds_to_wait(failures, now):
    recent = [t for t in failures if now - t < 60]
    return 60 if len(recent) >= 10 else 0


answer = seconds_to_wait""": "a whole minute",
    },
    unnamed=(
        """def seconds_to_wait(failures, now):
    recent = [t for t in failures if t > now - 60]
    return 0 if len(recent) < 10 else recent[-10] + 60 - now


answer = seconds_to_wait""",
        """def seconds_to_wait(failures, now):
    recent = sorted(t for t in failures if t > now - 60)
    if len(recent) >= 10:
        return recent[-10] + 60 - now


answer = seconds_to_wait""",
        """def seconds_to_wait(failures, now):
    recent = sorted(t for t in failures if t > now - 60)
    return 0 if len(recent) < 10 else recent[-9] + 60 - now


answer = seconds_to_wait""",
        """def seconds_to_wait(failures, now):
    failures.sort()
    recent = [t for t in failures if t > now - 60]
    return 0 if len(recent) < 10 else recent[-10] + 60 - now


answer = seconds_to_wait""",
    ),
)
