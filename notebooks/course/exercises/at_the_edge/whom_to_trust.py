"""Which setting lets an attacker choose an address."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Whom to trust?",
    minutes=4,
    objective="decide whose headers a service may trust",
    task="""The proxy has the address 10.0.0.5. It sets both forwarded headers. The service runs on
another machine of the same private network, 10.0.0.8, and a firewall lets only 10.0.0.5 reach
its port. How should it be started?

- `a`: `serve --host 10.0.0.8`
- `b`: `serve --host 10.0.0.8 --proxy 10.0.0.5`
- `c`: `serve --host 10.0.0.8 --proxy "*"`, which trusts everybody
- `d`: `serve --host 127.0.0.1 --proxy 10.0.0.5`

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Two questions: can the proxy reach the service at all? And whose headers are trusted?",
        "The proxy comes from another machine, so the service has to listen on an address that "
        "this machine can reach. And if the firewall is opened by mistake one day, what then?",
        "It listens on 10.0.0.8 and trusts 10.0.0.5 alone: the second of the four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "no one trusted",
            'answer = "a"',
            "Then all clients have the address 10.0.0.5 for the service. Eleven wrong passwords by "
            "anybody lock out the real user, too.",
        ),
        Mistake(
            "everybody trusted",
            'answer = "c"',
            "It works as long as the firewall does. On the day on which somebody opens the port, "
            "every client can choose its address. Name the one address that you mean.",
        ),
        Mistake(
            "out of reach",
            'answer = "d"',
            "On 127.0.0.1 the service can be reached from its own machine only, and the proxy is "
            "on another one.",
        ),
    ),
    judge=Choice(),
    praise="Right. Two locks: the firewall, and a service that trusts one address.",
)
