from learners import Learners

LEARNERS = Learners(
    right=(
        'answer = "/posts/?before=2026-08-12T18:31:00Z&limit=5"',
        'answer = "/posts?limit=5&before=2026-08-12T18:31:00Z"',
        'answer = "/posts/?limit=5&before=2026-08-12T18:31:00%2B00:00&offset=0"',
        'answer = "/posts/?limit=5&before=2026-08-12T18:31Z"',
        'answer = "/posts/with_counts/?limit=5&before=2026-08-12T18:31:00Z"',
    ),
    named={
        'answer = "/posts/?limit=5&before_id=3709"': "no moment",
        'answer = "/posts/?limit=5&before=2026-08-12 18:31"': "a bare plus",
        'answer = "/posts/?limit=5,before=2026-08-12T18:31:00Z"': "two question marks",
        'answer = "/posts/?before=2026-08-12T18:31:00.000Z"': "no limit",
        'answer = "/posts/?before=2026-08-12T20:31:00+02:00&limit=5"': "a bare plus",
        'answer = "/posts/?before=2026-08-12T18:31&limit=5"': "no zone",
        'answer = "/posts/?before=2026-08-12T20:31:00.0Z&limit=5"': "local time as UTC",
    },
    unnamed=(
        'answer = "/posts/?limit=5&before=eclipse"',
        'answer = "/posts/5/2026-08-12T18:31:00Z"',
        'answer = "/posts/?limit=6&before=2026-08-12T18:31:00Z"',
        'answer = "/users/marta/posts/?limit=5&before=2026-08-12T18:31:00Z"',
        'answer = "posts/?limit=5&before=2026-08-12T18:31:00Z"',
        'answer = ["/posts/", 5]',
        'answer = "/posts/3709"',
    ),
)
