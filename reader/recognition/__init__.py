"""An article's text becomes an Analysis: entities, figures, dates and quotes; pure."""

from reader.recognition.analyse import analyse

__all__ = ["analyse"]
