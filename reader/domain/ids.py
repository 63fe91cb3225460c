"""Names for articles and notes that people can read aloud and type: Crockford's base32, in lower case.

Source of the alphabet and of the letters read alike: Douglas Crockford, "Base 32", https://www.crockford.com/base32.html
"""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ARTICLE_ID_LENGTH = 8
KEY_BITS = 63
NOTE_ID_LENGTH = 13
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})


def base32(number: int, length: int) -> str:
    """`number` (not negative) in base 32, padded with zeros to at least `length` digits."""
    digits: list[str] = []
    while number:
        number, digit = divmod(number, 32)
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits)).rjust(length, "0")


def as_typed(identifier: str) -> str:
    """An identifier as a person typed it, in the form it is kept: lower case, o as 0, i and l as 1, no hyphens."""
    return identifier.strip().lower().replace("-", "").translate(_ALIKE)


def content_id(text: str, length: int = ARTICLE_ID_LENGTH) -> str:
    """The first `length` digits of the base32 of the SHA-256 of `text`; at most 52."""
    digest = _sha256(text.encode("utf-8", "surrogatepass"))
    return base32(int.from_bytes(digest, "big") << 4, 52)[:length]


def state_key(article: str) -> int:
    """The key of an article's state: the same on every device, spread like a random one, in [1, 2^63)."""
    return int.from_bytes(_sha256(article.encode())[:8], "big") % ((1 << KEY_BITS) - 1) + 1


def note_id(key: int) -> str:
    """The text form of a note's key."""
    return base32(key, NOTE_ID_LENGTH)


def note_key(identifier: str) -> int | None:
    """The key that a whole note identifier stands for, or None if it is not one."""
    digits = as_typed(identifier)
    if len(digits) != NOTE_ID_LENGTH or any(digit not in ALPHABET for digit in digits):
        return None
    number = 0
    for digit in digits:
        number = number * 32 + ALPHABET.index(digit)
    return number if 0 < number < (1 << KEY_BITS) else None


def _sha256(raw: bytes) -> bytes:
    import hashlib  # noqa: PLC0415 - only adding and writing need it, and it loads a whole library of ciphers

    return hashlib.sha256(raw).digest()
