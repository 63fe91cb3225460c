"""The Library: everything a person can do, joining the rooms below."""

from reader.library.library import Library

__all__ = ["Library"]
