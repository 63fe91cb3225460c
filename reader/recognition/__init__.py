"""An article's text becomes an Analysis: entities, figures and dates; pure."""

from reader.recognition.analyse import analyse

__all__ = ["analyse"]
