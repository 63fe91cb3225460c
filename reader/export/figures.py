"""Figures in words: what a figure comes to, whatever way the article wrote it."""

from decimal import Decimal

from reader.domain.analysis import Figure

_JOINED_UNITS = frozenset({"%"})


def value_words(figure: Figure) -> str:
    """The normalised amount of a figure ("275,000,000 USD", "at least 40", "3–4 %"), or nothing if it is unknown."""
    amount = _amount(figure)
    if not amount:
        return ""
    unit = figure.currency or figure.unit
    whole = f"{amount}{unit}" if unit in _JOINED_UNITS else f"{amount} {unit}".rstrip()
    return f"{whole} a {figure.per}" if figure.per else whole


def number_words(number: Decimal) -> str:
    """A number with its thousands set off by commas and no idle zeros ("1,500", "3.4")."""
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _amount(figure: Figure) -> str:
    value, low, high = figure.value, figure.low, figure.high
    if value is None:
        return _range(low, high)
    number = number_words(value)
    if low is None and high is not None:
        return f"at most {number}"
    if high is None and low is not None:
        return f"at least {number}"
    return f"about {number}" if figure.approximate else number


def _range(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"{number_words(low)}–{number_words(high)}"
    if low is not None:
        return f"at least {number_words(low)}"
    return f"at most {number_words(high)}" if high is not None else ""
