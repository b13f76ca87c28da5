"""A class on one service: the room's server, and what a learner's notebook needs to join it."""
