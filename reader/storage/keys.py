"""Keys for what a person writes: random, so that two devices never choose the same."""

import os
from collections.abc import Callable

_RANDOM_BITS = 62


def system_bits(bits: int) -> int:
    """A number below 2^bits from the operating system's source of randomness."""
    # secrets.randbits is the same, and takes longer to import than the rest of a quick command.
    return int.from_bytes(os.urandom((bits + 7) // 8), "big") >> -bits % 8


def new_key(random_bits: Callable[[int], int] = system_bits) -> int:
    """A positive integer below 2^63 with 62 random bits; `random_bits(n)` gives a number below 2^n."""
    return random_bits(_RANDOM_BITS) + 1
