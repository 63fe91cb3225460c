"""Names of exported files: readable, safe on every file system, and never the same for two articles."""

import unicodedata

from reader.text.screen import clean

LONGEST = 120
"""The most bytes of a file name in UTF-8, ending included; file systems allow 255."""

ENDING = ".md"
_LEANING = (
    ("\u1160", "\u11ff"),
    ("\ud7b0", "\ud7fb"),
    ("\u0e33", "\u0e33"),
    ("\u0eb3", "\u0eb3"),
    ("\uff9e", "\uff9f"),
)
"""Letters that go on with the one before: Korean vowels and tails, Thai and Lao am, half-width voice marks of Japanese.

Source: Grapheme_Cluster_Break in Unicode Standard Annex 29.
"""

_CLOSED_UP = dict.fromkeys(map(ord, "'’"))


def file_name(title: str, id: str) -> str:  # noqa: A002 - an article's id is its id
    """The name of the file of one article: the words of its title, a hyphen, its id.

    Letters and digits of any script stay, in lower case and NFC; everything else becomes a hyphen. The id at the end
    keeps the names of two articles apart even where letters of both cases, or of two normal forms, count as the same,
    and keeps every name off the list of those that Windows reserves.
    """
    suffix = _slug(id) + ENDING
    slug = _cut(_slug(title), LONGEST - len(suffix.encode()) - 1)
    return f"{slug}-{suffix}" if slug else suffix


def _slug(text: str) -> str:
    """The words of `text` joined by hyphens."""
    plain = unicodedata.normalize("NFC", clean(text, multiline=False).translate(_CLOSED_UP).casefold())
    kept = "".join(sign if _is_word(sign) else " " for sign in plain)
    words = (_without_loose_marks(word) for word in kept.split())
    return unicodedata.normalize("NFC", "-".join(word for word in words if word))


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"


def _without_loose_marks(word: str) -> str:
    """`word` from its first letter on: a mark that has no letter to stand on would land on the hyphen."""
    while word and unicodedata.category(word[0])[0] == "M":
        word = word[1:]
    return word


def _leans(sign: str) -> bool:
    """Whether a sign belongs to the letter before it: a mark, or a letter that is written into that one."""
    return unicodedata.category(sign)[0] == "M" or any(first <= sign <= last for first, last in _LEANING)


def _cut(slug: str, most: int) -> str:
    """The beginning of `slug` in at most `most` bytes, cut at a word if one ends in its second half."""
    if len(slug.encode()) <= most:
        return slug
    head = slug.encode()[:most].decode(errors="ignore")
    while head and _leans(slug[len(head)]):
        head = head[:-1]
    at_word = head.rpartition("-")[0]
    return (at_word if len(at_word) * 2 > len(head) else head).rstrip("-")
