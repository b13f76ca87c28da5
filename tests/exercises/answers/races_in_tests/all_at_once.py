from learners import Learners

LEARNERS = Learners(
    right=(
        """
import concurrent.futures as cf


def together(functions):
    with cf.ThreadPoolExecutor(max_workers=len(functions)) as pool:
        return [future.result() for future in [pool.submit(f) for f in functions]]
""",
        """
def together(functions):
    pool = ThreadPoolExecutor(100)
    try:
        return list(pool.map(lambda f: f(), functions))
    finally:
        pool.shutdown()
""",
        """
from threading import Thread


def together(functions):
    results, errors = [None] * len(functions), []

    def run(place, function):
        try:
            results[place] = function()
        except Exception as error:
            errors.append(error)

    threads = [Thread(target=run, args=each) for each in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results
""",
        """
from concurrent.futures import wait


def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        futures = list(map(pool.submit, functions))
        wait(futures)
    return [each.result() for each in futures]
""",
    ),
    named={
        """
def together(functions):
    results = []
    for function in functions:
        with ThreadPoolExecutor(1) as pool:
            results.append(pool.submit(function).result())
    return results
""": "one after the other",
        """
def together(functions):
    with ThreadPoolExecutor(10) as pool:
        return [each.result() for each in [pool.submit(f) for f in functions]]
""": "too few threads",
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        pool.map(lambda f: f(), functions)
    return []
""": "results lost",
    },
    unnamed=(
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        return pool.map(lambda f: f(), functions)
""",
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        return [pool.submit(f) for f in functions]
""",
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        return {pool.submit(f).result() for f in functions}
""",
        """
def together(functions):
    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(lambda f: f(), functions))[::-1]
""",
        """
def together(functions):
    return ThreadPoolExecutor(len(functions)).submit(functions)
""",
        "answer = [print]",
    ),
)
