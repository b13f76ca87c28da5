class UserProfile(UserPublic):
    posts_count: int
    followers_count: int
    following_count: int
