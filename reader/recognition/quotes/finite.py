"""Finite verbs: whether words make a clause."""

from collections.abc import Sequence

from reader.text.wordlist import wordlist

FINITES = wordlist(
    "is are was were has have had will would can could may might should must did does do isn't wasn't isn’t wasn’t"
)
"""Auxiliary verbs, which tell a clause from any other words."""

_PAST = wordlist(
    "fled beat bit blew bore bred caught clung crept dealt dug ate fed flung ground hung heard held leapt lit lent "
    "pled rid rang shook shone shrank slid sought spread sprang stuck stung strode strove swore swam swung tore trod "
    "wept withdrew wound wrung becomes became overtook outpaced backed died lied rose fell took came went made got "
    "lost won saw hit cut sank grew left began gave knew kept led met paid ran sold sent set spent stood told thought "
    "wrote said felt found brought bought built broke chose drew drove flew forgot fought froze hid hurt let lay "
    "meant put quit read rode sang shot shut slept spoke stole struck swept taught threw understood woke wore need "
    "needs want wants says believe think know remain remains include includes make makes take takes show shows go "
    "goes come comes get gets seem seems mean means help helps work works lead leads face faces cost costs plan plans "
    "expect expects hope hopes continue continues"
)
"""Irregular pasts, and some present tenses that are seldom nouns."""

_SHORT = ("n’t", "n't", "’re", "'re", "’ll", "'ll", "’d", "’ve", "'ve")


def is_irregular(word: str) -> bool:
    """Whether a word is an auxiliary or a verb that is no participle in -ed."""
    return word in FINITES or word in _PAST


def is_verb(word: str) -> bool:
    """Whether a word may be a finite verb."""
    return is_irregular(word) or (word.endswith("ed") and len(word) > 4) or word.endswith(_SHORT)


def is_finite(words: Sequence[str]) -> bool:
    """Whether a finite verb is among `words`."""
    return any(map(is_verb, words))
