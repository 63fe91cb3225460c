"""Keys are such that stock TinyDB reads them and two devices never choose the same."""

from reader.storage.keys import new_key


def test_keys_are_positive_and_below_two_to_the_63rd() -> None:
    assert new_key(lambda bits: bits - bits) == 1
    assert 0 < new_key(lambda bits: (1 << bits) - 1) < 1 << 63


def test_at_least_53_bits_are_random() -> None:
    assert new_key(lambda bits: (1 << bits) - 1) >= 1 << 53


def test_keys_differ() -> None:
    assert len({new_key() for _ in range(1000)}) == 1000
