class UserPrivate(UserPublic):
    email: str
