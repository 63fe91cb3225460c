"""Who said what: direct quotations and claims, each chained to its speaker."""

from reader.recognition.quotes.finding import find_quotes
from reader.recognition.quotes.telling import told

__all__ = ["find_quotes", "told"]
