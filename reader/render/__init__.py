"""An article with its marks and notes becomes lines of (text, role), before any toolkit."""

from reader.render.layout import layout
from reader.render.lines import Line, Role, Run
from reader.render.marks import Letters, Mark, MarkClass, MarkLevel, marks_in, marks_of, shown
from reader.render.plain import plain

__all__ = [
    "Letters",
    "Line",
    "Mark",
    "MarkClass",
    "MarkLevel",
    "Role",
    "Run",
    "layout",
    "marks_in",
    "marks_of",
    "plain",
    "shown",
]
