class Suggestion(UserPublic):
    friends_count: int
