"""Word lists about English and its newspapers, read from text files when first asked for."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("lexicon")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name`, one a line of its file; case is kept."""
    return frozenset((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def is_common(word: str) -> bool:
    """Whether `word` in lower case is an ordinary English word, or a regular form of one."""
    lowered = word.lower()
    common = words("common_words")
    return lowered in common or any(stem in common for stem in _stems(lowered))


def _stems(word: str) -> tuple[str, ...]:
    """What `word` may be a regular form of; a guess that only finds words that are listed."""
    if len(word) < 5:
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("ing"):
        return (word[:-3], word[:-3] + "e")
    for ending in ("ed", "er", "es"):
        if word.endswith(ending):
            return (word[:-2], word[:-1])
    for ending in ("ly", "al"):
        if word.endswith(ending):
            return (word[:-2],)
    return (word[:-1],) if word.endswith("s") else ()
