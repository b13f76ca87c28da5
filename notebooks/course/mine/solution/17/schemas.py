class PostWithCounts(PostPublic):
    likes_count: int
    retweets_count: int
