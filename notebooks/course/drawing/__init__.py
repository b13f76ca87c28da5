"""Drawings of what a database does with rows: joins, groups, windows, indexes; in words too."""

from course.drawing.clauses import draw_clauses
from course.drawing.index_tree import draw_index
from course.drawing.joined_rows import draw_join
from course.drawing.window_frame import draw_window

__all__ = ["draw_clauses", "draw_index", "draw_join", "draw_window"]
