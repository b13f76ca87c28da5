"""Steps 1 to 12, notebooks 01 to 07: tables, queries and schemas, without HTTP."""

from course.mine.steps.step import Step

STEPS: tuple[Step, ...] = (
    Step(
        1,
        "01_models",
        "Give your service a `users` table that refuses a second *ana* and an *ANA*",
        "A check in Python can miss a name that somebody else registers at the same moment. "
        "A unique index in the database can't.",
        (
            "In `my_service/models.py`, start from a `Base` and a class `User` with "
            '`__tablename__ = "users"` and the columns `id`, `username`, `email`, '
            "`hashed_password` and `created_at`, which has the present moment as its default.",
            'Names are compared whatever their case by `Index("users_by_name", '
            "func.lower(username), unique=True)` in `__table_args__`; for that, `username` needs a "
            "`mapped_column()`.",
        ),
    ),
    Step(
        2,
        "01_models",
        "Give it a `posts` table whose rows belong to a user",
        "A post without an owner would appear on nobody's page, and nobody could delete it.",
        (
            "The columns are `id`, `content`, `timestamp` (again the present moment by default) "
            "and `owner_id`, a foreign key to `users.id`.",
            '`ForeignKey("users.id", ondelete="CASCADE")` deletes the posts with their owner; '
            "SQLite obeys it only after `PRAGMA foreign_keys = ON`.",
        ),
    ),
    Step(
        3,
        "02_writing_rows",
        "Write `add_user(session, username, email, hashed_password)`, which adds a user and "
        "commits",
        "Without a commit, the new row is gone when the session closes.",
        (
            "`session.add(…)`, then `session.commit()`, then return the user.",
            "Let the database's error through when the name is taken: the caller decides what to "
            "do about it.",
        ),
    ),
    Step(
        4,
        "02_writing_rows",
        "Write `load_posts(session, rows)`, which loads all of the posts or none",
        "Half a file in the database is worse than none: you can't simply load it again.",
        (
            "`rows` is a list of dicts with `content`, `timestamp` and `owner_id`.",
            "Commit once, after the last row, and catch no error.",
        ),
    ),
    Step(
        5,
        "03_reading_rows",
        "Write `newest_posts(limit=20, offset=0)`, the query for the newest posts",
        "This query becomes the front page of your service.",
        (
            "Return the `select()` itself; the caller runs it.",
            "`.order_by(Post.timestamp.desc(), Post.id.desc()).limit(limit).offset(offset)`",
        ),
    ),
    Step(
        6,
        "03_reading_rows",
        "Write `posts_of(username, limit=20, offset=0)`, one user's posts page by page",
        "Where two posts have the same time, only a second column keeps a page from repeating "
        "what the one before has shown.",
        (
            "Sort by `Post.timestamp.desc()` and then by `Post.id.desc()`.",
            "`Post.owner_id.in_(select(User.id).where(User.username == username))` finds the "
            "owner. A join, from notebook 04 on, does it too.",
        ),
    ),
    Step(
        7,
        "04_joining_tables",
        "Add the tables `likes`, `retweets` and `follows`",
        "With a pair of ids as the key, the database itself sees to it that nobody likes a post "
        "twice.",
        (
            "`likes` and `retweets` have `user_id` and `post_id`, `follows` has `follower_id` and "
            "`followee_id`; `retweets` has a `timestamp` too.",
            "Mark both columns of the pair as `primary_key=True`: together they are the key. Both "
            "are foreign keys whose rows go with the other side.",
        ),
    ),
    Step(
        8,
        "04_joining_tables",
        "Let `newest_posts` and `posts_of` bring the owner's name along, in one query",
        "Asking for the name of each owner would be a hundred queries for a page of a hundred "
        "posts.",
        (
            "Select `Post.id`, `Post.content`, `Post.timestamp`, `Post.owner_id` and "
            "`User.username`, and join `users`.",
        ),
    ),
    Step(
        9,
        "05_grouping_rows",
        "Write `posts_with_counts(limit=20, offset=0)`, the newest posts with `likes_count` and "
        "`retweets_count`",
        "One query answers what would otherwise take two for each post.",
        (
            "Two joins multiply each other. Count the rows of each table on its own.",
            "A post without a like has to be there too, with the number 0.",
        ),
    ),
    Step(
        10,
        "06_windows_and_graphs",
        "Write `timeline(user_id, limit=20, offset=0)`, what a user sees first",
        "It brings together the user's own posts, those of the people they follow, and what "
        "these people retweeted.",
        (
            "`union_all` of selects, each with a post's id and the moment at which it came by.",
            "Group by the post's id and take the newest moment, then join the posts and sort by "
            "it. One's own retweets don't count.",
        ),
    ),
    Step(
        11,
        "07_schemas",
        "Write `UserCreate`, the schema that checks a user who comes in",
        "Your endpoints can rely on everything that the schema has checked.",
        (
            "A `BaseModel` with `username`, `email` and `password`.",
            "A username is 3 to 30 ASCII letters, digits and underscores, a password 8 characters "
            "or more; `EmailStr` checks the address.",
        ),
    ),
    Step(
        12,
        "07_schemas",
        "Write `UserPublic`, the schema that lets a user out without the hash",
        "A response with a schema of its own can't let a column out by accident.",
        (
            "The fields are `id`, `username` and `created_at`.",
            "Don't derive it from `UserCreate`: what goes out is a list of its own.",
        ),
    ),
)
