"""Dates, lengths and sources in words, as a person says them; English, and the same on every machine."""

from datetime import date, timedelta

from reader.domain.article import Article

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WORDS_A_MINUTE = 230
"""How fast people read prose, rounded down from 238; source: M. Brysbaert, "How many words do we read per minute?"."""

BETWEEN = " · "
"""What stands between the parts of a line of facts."""


def date_words(day: date) -> str:
    """A day as newspapers date it: "Fri 9 Dec 2022"."""
    return f"{DAYS[day.weekday()]} {short_date_words(day)}"


def short_date_words(day: date) -> str:
    """A day without its name: "9 Dec 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def stretch_words(first: date | None, last: date | None) -> str:
    """A stretch of time with both days included: a day, a month, a year, or from and to; "" when nothing is known."""
    if first is None or last is None:
        known = first or last
        return "" if known is None else f"{'from' if first else 'until'} {date_words(known)}"
    if first == last:
        return date_words(first)
    whole_month = first.day == 1 and _ends_a_month(last)
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if whole_month and first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{short_date_words(first)} to {short_date_words(last)}"


def length_words(words: int) -> str:
    """How long reading takes: "3 min"; never less than one."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"


def facts(article: Article) -> tuple[str, ...]:
    """What stands behind the byline: when, where it was printed, how long it takes."""
    day = date_words(article.published) if article.published else article.published_text
    return tuple(part for part in (day, article.source, length_words(article.words)) if part)


def citation(article: Article) -> str:
    """Who wrote what, where and when, in one line: "Ann Lee, “The port reopens”, The Gazette, 9 Dec 2022, https://…"."""
    day = short_date_words(article.published) if article.published else article.published_text
    who = " and ".join(part for part in (", ".join(article.authors[:-1]), *article.authors[-1:]) if part)
    parts = (who, f"“{article.title}”" if article.title else "", article.source, day, article.url)
    return ", ".join(part for part in parts if part)


def quote_with_citation(quote: str, article: Article) -> str:
    """A passage in quotation marks, unless it begins and ends with some, and below it where it is from."""
    bare = quote.strip()
    is_quoted = bare[:1] in {"“", '"'} and bare[-1:] in {"”", '"'}
    return f"{bare if is_quoted else f'“{bare}”'}\n— {citation(article)}"


def _ends_a_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
