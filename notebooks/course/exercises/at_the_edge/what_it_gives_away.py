"""Find the worst line of a Containerfile."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What does it give away?",
    minutes=4,
    objective="read a Containerfile for what it gives away",
    task="""Jonas shows you his Containerfile. He'll put the image where the whole company can get
it.

```
FROM python:3.13-slim
COPY . /service
WORKDIR /service
RUN pip install .
RUN rm .env
USER 10001
CMD ["python", "-m", "microblog", "serve", "--host", "0.0.0.0"]
```

The file `.env` beside it holds his secret key. Who can read the key?

- `a`: Nobody, since `RUN rm .env` deletes it before the image is finished.
- `b`: Everybody who has the image, since each line adds a layer, and `COPY` has put the file into
  one that stays.
- `c`: Only root in the container, since `USER 10001` comes after the copy.
- `d`: Everybody on the network, since the service listens on `0.0.0.0`.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Can a later line change what an earlier line wrote, or does it only add something on top?",
        "An image is a stack of layers. `rm` writes into its own layer that the file isn't to be "
        "seen any more. Where is the file?",
        "It's in the layer of `COPY`, which everybody gets who gets the image: the second of the "
        "four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "deleted",
            'answer = "a"',
            "A running container doesn't show the file any more. But the image still has the layer "
            "in which it was copied, and a layer can be unpacked.",
        ),
        Mistake(
            "root alone",
            'answer = "c"',
            "The user matters inside a running container. An image is a file on somebody's disk, "
            "and its owner can unpack it.",
        ),
        Mistake(
            "the network",
            'answer = "d"',
            "The service answers on the network, but it doesn't send its files. The leak is in "
            "the image itself.",
        ),
    ),
    judge=Choice(),
    praise="Right. What was ever copied stays in the image, so copy only what you name.",
)
