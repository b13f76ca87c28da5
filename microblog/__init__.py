"""A small Twitter-like service: the finished code of the course."""
