"""Figures in words, whatever way the article wrote them; the same on the screen and in what is exported."""

from decimal import Decimal

from reader.domain.analysis import Figure


def number_words(number: Decimal) -> str:
    """A number with its thousands set apart and no idle zeros: "275,000,000", "3.4"."""
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def amount_words(figure: Figure) -> str:
    """What a figure stands for, normalised: "275,000,000 USD", "about 200 to 999", "at least 40", "3.4%".

    Nothing where no amount is known.
    """
    amount = _amount(figure)
    unit = figure.currency or figure.unit
    if not amount or not unit:
        return amount
    return f"{amount}{unit}" if unit == "%" else f"{amount} {unit}"


def _amount(figure: Figure) -> str:
    low, high, value = figure.low, figure.high, figure.value
    about = "about " if figure.approximate else ""
    if value is not None and (low == high == value or low is None is high):
        return about + number_words(value)
    if low is not None and high is not None:
        return about + f"{number_words(low)} to {number_words(high)}"
    if low is not None:
        return f"at least {number_words(low)}"
    return f"up to {number_words(high)}" if high is not None else ""
