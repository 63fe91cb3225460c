"""Lists of words as they are written down in this house: in one string, parted by white space."""


def listed(words: str) -> tuple[str, ...]:
    """The words in their order."""
    return tuple(words.split())


def wordlist(words: str) -> frozenset[str]:
    """The words as a set."""
    return frozenset(words.split())
