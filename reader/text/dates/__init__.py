"""Reading dates: what a newspaper text says of days and stretches of time, and what stands on its date line.

The text is cut into runs of letters and of digits (`words`); small rules, one per way of naming time, look at the
words that begin at one place (`absolute`, `relative`, `stretches`); `finding` takes the longest of what they see.
"""

from reader.text.dates.finding import find_dates
from reader.text.dates.printed import published_date

__all__ = ["find_dates", "published_date"]
