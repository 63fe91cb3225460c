"""Keys for what a person writes: random, so that two devices never choose the same."""

import secrets
from collections.abc import Callable

_RANDOM_BITS = 62


def new_key(random_bits: Callable[[int], int] = secrets.randbits) -> int:
    """A positive integer below 2^63 with 62 random bits; `random_bits(n)` gives a number below 2^n."""
    return random_bits(_RANDOM_BITS) + 1
