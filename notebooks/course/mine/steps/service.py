"""Steps 13 to 33, from notebook 08 on: the service, which the contract checks by HTTP."""

from course.mine.steps.step import Step

STEPS: tuple[Step, ...] = (
    Step(
        13,
        "08_endpoints",
        "Make an app that answers `GET /health`",
        "It's the smallest endpoint there is, and monitoring asks for it all day.",
        (
            '`app = FastAPI()`, then a function below `@app.get("/health")` that returns '
            '`{"status": "ok"}`.',
            "Start it with `uvicorn my_service.main:app --reload` and open /health in a browser.",
        ),
    ),
    Step(
        14,
        "08_endpoints",
        "Let `GET /posts/` answer the newest twenty posts",
        "Your query of step 5 becomes a page that any program can read.",
        (
            "The endpoint opens a session, runs the query and returns a list of dicts.",
            "Each post has at least `id`, `content`, `timestamp`, `owner_id` and `username`.",
        ),
    ),
    Step(
        15,
        "08_endpoints",
        "Let `GET /posts/{id}` answer one post, or 404",
        "A client has to be able to tell a missing post from a broken service.",
        (
            'Raise `HTTPException(404, "There is no such post.")` when the query finds no row.',
            "Annotate the parameter with `int`, and FastAPI answers 422 to an id that is none.",
        ),
    ),
    Step(
        16,
        "08_endpoints",
        "Let a client page through the posts",
        "A list without a limit grows until one request takes down the service.",
        (
            "`Annotated[int, Query(ge=1, le=100)] = 20` for `limit`, and an `offset` from 0.",
            "Read one row more than asked for: if it's there, answer with a `Link` header that "
            'holds the absolute URL of the next page, as in `<http://…>; rel="next"`.',
        ),
    ),
    Step(
        17,
        "08_endpoints",
        "Let `GET /posts/with_counts/` answer the posts with their counts",
        "One request for the whole page replaces two requests for each post.",
        (
            "Run the query of step 9, and add `likes_count` and `retweets_count` to each post.",
            "Declare this route before `/posts/{id}`, or `with_counts` is taken for an id.",
        ),
    ),
    Step(
        18,
        "09_authentication",
        "Let people register with `POST /users/`",
        "Only users can write, so people need a way to become one.",
        (
            "Hash the password before you store it, and answer 201 with the public user and a "
            "`Location` header that names `/users/{username}`.",
            "Insert first, and turn the `IntegrityError` of a name that is taken into a 409.",
        ),
    ),
    Step(
        19,
        "09_authentication",
        "Let people log in, by form and by JSON",
        "With a token, the password doesn't have to travel with every request.",
        (
            "`OAuth2PasswordRequestForm` reads the form of `POST /token`; a schema with "
            "`username` and `password` reads the JSON of `POST /login`.",
            "Answer 401 in the same words for an unknown name and for a wrong password.",
        ),
    ),
    Step(
        20,
        "09_authentication",
        "Let `GET /users/me` answer the user of the token",
        "From here on a request can say who sends it.",
        (
            "Write a dependency `get_current_user` that decodes the token and finds the user.",
            "Declare `/users/me` before `/users/{username}`.",
        ),
    ),
    Step(
        21,
        "10_social_actions",
        "Let people write with `POST /posts/`",
        "This is the first request that changes something for everybody.",
        (
            "The owner is the current user; never take it from the body.",
            "Strip the content, then accept 1 to 280 characters.",
        ),
    ),
    Step(
        22,
        "10_social_actions",
        "Let people like and retweet a post",
        "A client that got no answer tries again, so doing it twice has to count once.",
        (
            "PUT adds the row and DELETE removes it; both answer 204, whether or not it was there.",
            "Let the composite key refuse the second row, with `ON CONFLICT DO NOTHING` or by "
            "catching the `IntegrityError`.",
        ),
    ),
    Step(
        23,
        "10_social_actions",
        "Let people delete their own posts and accounts, and nobody else's",
        "A token says who is asking. Your endpoint has to check whether they may do it.",
        (
            "Fetch the post, then compare its `owner_id` with the current user's id: 403 when "
            "they differ.",
            "Put both into a dependency, and every route that changes a post can use it. For "
            "`DELETE /users/me`, let the foreign keys delete what belongs to the user.",
        ),
    ),
    Step(
        24,
        "10_social_actions",
        "Let people follow each other, and show profiles",
        "Following is what makes a timeline worth opening.",
        (
            "`PUT` and `DELETE /users/{username}/follow`; 400 on oneself, 404 for an unknown name.",
            "A profile has `posts_count`, `followers_count` and `following_count`; count each on "
            "its own.",
        ),
    ),
    Step(
        25,
        "10_social_actions",
        "Let `GET /timeline/` answer what people came for",
        "Your query of step 10 becomes the page that everybody opens first.",
        (
            "Run the query of step 10 with the id of the current user.",
            "Page through it like through the posts: the same parameters, the same `Link`.",
        ),
    ),
    Step(
        26,
        "11_measuring_speed",
        "Page by key, so that nothing is missed while rows arrive",
        "With an offset each new post pushes a row onto the next page, where it comes again.",
        (
            "The `Link` names the last row that was sent, as in `?before=…&before_id=…`, and the "
            "next page starts after it.",
            "Compare both at once: `tuple_(Post.timestamp, Post.id) < (before, before_id)`.",
        ),
    ),
    Step(
        27,
        "11_measuring_speed",
        "Answer a list of any length with the same few statements",
        "One query for each row makes a page of a hundred posts fifty times as slow.",
        (
            "Print the statements with `create_engine(url, echo=True)` and count them.",
            "Select the owner's name in the same query as the post.",
        ),
    ),
    Step(
        28,
        "12_break_it_fix_it",
        "Refuse every bad token in the same words",
        "An error that says what is wrong with a token helps the person who forged it.",
        (
            'Decode with `algorithms=["HS256"]` and require `exp`, `iat` and `sub`.',
            "Raise one and the same 401, with `WWW-Authenticate: Bearer`, for anything that fails.",
        ),
    ),
    Step(
        29,
        "12_break_it_fix_it",
        "Refuse input that nobody asked for",
        "A request that ends in a 500 is a fault that anybody can repeat as often as they like.",
        (
            '`model_config = ConfigDict(extra="forbid")` refuses unknown fields; compare the '
            "query's names with those that the route knows for unknown parameters.",
            "FastAPI's 422 repeats the input. Write a handler for `RequestValidationError` that "
            "leaves it out.",
        ),
    ),
    Step(
        30,
        "12_break_it_fix_it",
        "Stop guessing, and let a new password end every old token",
        "People often change a password because somebody else has found it out.",
        (
            "Put a fingerprint of the stored hash into the token, and compare it at each request.",
            "Count failed logins for each address and name, and answer 429 with `Retry-After` "
            "after ten in a minute.",
        ),
    ),
    Step(
        31,
        "13_testing",
        "Write tests of your own, and see them pass",
        "The contract checks what every service has to do. Only your own tests check what "
        "you added.",
        (
            "A fixture makes an app with a database of its own for each test.",
            "Break your code on purpose once for each test, and see that test fail.",
        ),
    ),
    Step(
        32,
        "14_to_production",
        "Run your service with two workers and settings from the environment",
        "Each worker is a process of its own, so they share nothing that your program keeps "
        "in a variable.",
        (
            "Read the database's URL and the key from the environment with `pydantic-settings`.",
            '`uvicorn my_service.main:app --workers 2`, then `contract("http://127.0.0.1:8000")`.',
        ),
    ),
    Step(
        33,
        "15_capstone",
        "Suggest whom to follow, with `GET /users/me/suggestions/`",
        "This endpoint is yours alone: the finished service doesn't have it.",
        (
            "The query counts for each candidate how many of the people you follow follow them. A "
            "schema adds this `friends_count` to the public user.",
            "Answer five without `?limit=`, the largest `friends_count` first, and of equal ones "
            "the lower id. Two statements are enough for any number of friends.",
            "Put a test like that of exercise 15.5 into your `tests/`.",
        ),
    ),
)
