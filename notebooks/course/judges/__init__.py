"""Judges: each puts an answer to several cases and compares what it does with the solution."""
