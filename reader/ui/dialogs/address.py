"""Addresses of the web as a person has to see them, and as another program may have them."""

import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

from reader.text.screen import clean

LONGEST = 8000
"""The most characters of an address that is opened; no browser's own limit is lower, and no honest link is longer."""

_PORT = re.compile(r"(?::\d{0,5})?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_NAME = 253
_SIX = re.compile(r"\[[0-9a-f:.]{2,45}\]")
_NOT_IN_ADDRESSES = re.compile(r"[\s\\\x00-\x20\x7f-\x9f]")
_KEPT = "/?#[]@!$&()*+,;=:%-._~"
"""Signs that mean something in an address; all others that are no letter or digit are written as %XX."""

_KEPT_IN_NAMES = "!$&()*+,;=:%-._~"
"""Likewise in what stands before the host."""

_DOTS = str.maketrans("\u3002\uff0e\uff61", "...")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "BOPOMOFO", "HANGUL"})
"""Scripts that stand in one word of Chinese, Japanese or Korean; together they count as one."""


def can_open(url: str) -> bool:
    """Whether this is an address of the web that names a host; nothing else is ever handed to another program."""
    return bool(plain_address(url))


def plain_address(url: str) -> str:
    """The same address in ASCII alone, as a browser gets it: "https://xn--…/caf%C3%A9"; "" for what is none to open.

    It begins with http:// or https://, has no space, quote or control character in it, and its host is a name or
    number that every browser understands alike: no backslash, nothing encoded in the host, nothing invisible.
    """
    parts = _parts(url)
    if parts is None:
        return ""
    user, at, behind = parts.netloc.rpartition("@")
    host, port = _host_and_port(behind)
    rest = parts._replace(scheme="", netloc="").geturl()
    return (
        f"{parts.scheme.lower()}://{quote(user, safe=_KEPT_IN_NAMES)}{at}{host}{port}{_written(rest)}" if host else ""
    )


def host_of(url: str) -> str:
    """The host that an address leads to, as it is written there; "" for none."""
    parts = _parts(url)
    return (parts.hostname or "") if parts else ""


def plain_host(url: str) -> str:
    """The host in plain letters where it has others ("xn--…"), for a letter that only looks like another; else ""."""
    host = host_of(url)
    return "" if host.isascii() else _in_plain_letters(host) or "a host that is not valid"


def user_of(url: str) -> str:
    """What stands before an "@" and only looks like a host: the name, and the password, to sign in with."""
    parts = _parts(url)
    return parts.netloc.rpartition("@")[0] if parts else ""


def mixed_scripts(host: str) -> tuple[str, ...]:
    """The scripts in the first word of `host` that mixes several, by the names Unicode gives its letters; else ()."""
    for label in host.split("."):
        names = [unicodedata.name(letter, "").split(" ")[0] for letter in label if letter.isalpha()]
        scripts = dict.fromkeys("East Asian" if name in _EAST_ASIAN else name.capitalize() for name in names if name)
        if len(scripts) > 1:
            return tuple(scripts)
    return ()


def _parts(url: str) -> SplitResult | None:
    """The parts of an address of the web; None for anything that is not surely one."""
    if len(url) > LONGEST or _NOT_IN_ADDRESSES.search(url) or clean(url, multiline=False) != url:
        return None
    try:
        parts = urlsplit(url)
        return parts if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def _host_and_port(written: str) -> tuple[str, str]:
    """The host in plain letters, as a browser gets it, and the port with its colon; two times "" where it is none."""
    host, bracket, port = written.rpartition("]")
    if bracket:
        six = f"{host}]".lower()
        return (six, port) if _SIX.fullmatch(six) and _PORT.fullmatch(port) else ("", "")
    host, colon, port = written.partition(":")
    plain = _in_plain_letters(host)
    return (plain, colon + port) if plain and _PORT.fullmatch(colon + port) else ("", "")


def _in_plain_letters(host: str) -> str:
    """A host as the name system knows it; source: RFC 3492 and, for what counts as the same letter, UTS 46 in part."""
    labels = unicodedata.normalize("NFKC", host.translate(_DOTS)).lower().translate(_DOTS).split(".")
    try:
        plain = ".".join(
            one if one.isascii() else f"xn--{one.encode('punycode').decode('ascii')}"
            for one in (unicodedata.normalize("NFC", label) for label in labels)
        )
    except UnicodeError:
        return ""
    named = plain.removesuffix(".")
    is_name = len(named) <= _LONGEST_NAME and all(_LABEL.fullmatch(label) for label in named.split("."))
    return plain if is_name else ""


def _written(part: str) -> str:
    return quote(part, safe=_KEPT, errors="replace")
