from learners import Learners

LISTENER = """
def refuse_writes({parameters}):
    connection.execute("{pragma}")


def make_read_only(engine):
    event.listen({target}, "{name}", refuse_writes)
"""


def listener(
    name: str = "connect",
    parameters: str = "connection, record",
    pragma: str = "PRAGMA query_only = ON",
    target: str = "engine",
) -> str:
    return LISTENER.format(name=name, parameters=parameters, pragma=pragma, target=target)


def function(*lines: str) -> str:
    return "\n    ".join(["def make_read_only(engine):", *lines])


LEARNERS = Learners(
    right=(
        listener(),
        listener(target="engine.pool"),
        listener("checkout", "connection, record, proxy"),
        listener(pragma="PRAGMA query_only = 1"),
        listener(parameters="connection, *rest", pragma="pragma query_only=true"),
        function(
            'event.listen(engine, "connect", lambda c, r: c.execute("PRAGMA query_only = ON"))',
            "return engine",
        ),
    ),
    named={
        function(
            "with engine.begin() as connection:",
            '    connection.exec_driver_sql("PRAGMA query_only = ON")',
        ): "one connection",
        listener(pragma="PRAGMA query_only = OFF"): "no effect",
        listener(pragma="PRAGMA queryonly = ON"): "no effect",
        listener("close"): "no effect",
        function(
            "engine.connect().close()",
            'event.listen(engine, "connect", lambda c, r: c.execute("PRAGMA query_only = ON"))',
        ): "too late",
    },
    unnamed=(
        listener(parameters="connection"),
        listener(pragma="PRAGMA query_only ON"),
        listener(pragma="SET TRANSACTION READ ONLY"),
        listener("connected"),
        "answer = None",
        'answer = "PRAGMA query_only = ON"',
    ),
)
