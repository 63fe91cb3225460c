"""Titles and other lines cut to a length, where only so much may be shown."""

TITLE_LENGTH = 80
"""The most code points of body text that serve as the title of an article without a headline."""


def shortened(text: str, most: int = TITLE_LENGTH) -> str:
    """The first line of `text`, cut at a word to `most` code points, with an ellipsis where it was cut."""
    line = text.split("\n", 1)[0]
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:-–—") + "…"
