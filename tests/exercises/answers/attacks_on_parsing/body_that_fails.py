from learners import Learners

LEARNERS = Learners(
    right=(
        'answer = b"NaN"',
        "answer = b'{\"content\": Infinity}'",
        "answer = rb'{\"\\ud800\": 1}'",
        'import json\n\nanswer = json.dumps({"content": float("nan")}).encode()',
        "answer = b'[-Infinity]'",
    ),
    named={
        "answer = b'{content: 7}'": "a plain refusal",
        'answer = b""': "a plain refusal",
        "answer = b'{\"content\": 7}'": "a plain refusal",
        'answer = b\'{"content": "half past ten"}\'': "an honest post",
        'answer = b\'{"content": NaN}\' + b" " * 30': "too long",
    },
    unnamed=(
        'answer = b\'{"content": \' + b"9" * 5000 + b"}"',
        "answer = '{\"content\": NaN}'",
        'answer = {"content": float("nan")}',
        'answer = b\'{"content": "\\xff"}\'',
    ),
)
