"""YAML front matter: written in one plain form, read back equal, and read from anybody safely.

The writer uses a small part of YAML that 1.1 and 1.2 agree on: block mappings and lists, plain words where no reader
can take them for anything else, double quotes everywhere else. What is in exactly that form is read back without a YAML
library (see own_yaml), for a list of a thousand articles reads a thousand of them; all else goes through PyYAML.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from reader.domain.errors import Damaged
from reader.markup import own_yaml

Fields: TypeAlias = dict[str, Any]

DEEPEST = 64
"""How many levels of nesting are read; the C parser's recursion ends the process at some ten thousand."""

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)


def dump(fields: Mapping[str, object]) -> str:
    """The fields as front matter with its fences, in the order given; the same fields give the same bytes.

    Values are strings, numbers, booleans, dates, datetimes, lists and tuples of values, and mappings of them. A field
    that is None is left out. Lone surrogates, which no file can hold, become U+FFFD. Raises TypeError for other values.
    """
    return "".join(["---\n", *(line + "\n" for line in _mapping(fields, "")), "---\n"])


def fenced(text: str) -> tuple[str, str] | None:
    """What stands between the fences of front matter, and what comes after them; None where there is none."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    return text[opening.end() : closing.start()], text[closing.end() :]


def split(text: str) -> tuple[Fields, str]:
    """The fields of the front matter and the text after it; no fields and the whole text where there is none.

    Raises Damaged when there are fences but what stands between them is not YAML.
    """
    parts = fenced(text)
    fields = None if parts is None else read(parts[0])
    return ({}, text) if parts is None or fields is None else (fields, parts[1])


def read(yaml_text: str) -> Fields | None:
    """The fields of a YAML mapping; None for YAML that is something else. Raises Damaged for what is not YAML."""
    own = own_yaml.read(yaml_text)
    return own if own is not None else _foreign(yaml_text)


def _foreign(yaml_text: str) -> Fields | None:
    import yaml  # noqa: PLC0415 - only for files that others wrote or touched, to keep lists quick

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_shape(yaml.parse(yaml_text, Loader=loader))
        loaded = yaml.load(yaml_text, Loader=loader)  # noqa: S506 - one of the two safe loaders
    # What PyYAML's constructors let through besides its own errors: "!!bool x", "!!timestamp x", "2024-02-31".
    except (yaml.YAMLError, ValueError, KeyError, AttributeError, TypeError, OverflowError, RecursionError) as error:
        raise Damaged(f"The front matter is not YAML that can be read ({_reason(error)}).") from error
    if loaded is None:
        return {}
    return {str(key): value for key, value in loaded.items()} if isinstance(loaded, dict) else None


def _check_shape(events: Iterator[Any]) -> None:
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > DEEPEST or name == "AliasEvent":
            raise ValueError("nested too deeply" if depth > DEEPEST else "aliases are not read")


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0] or type(error).__name__
    mark = getattr(error, "problem_mark", None)
    return f"{problem}, line {mark.line + 2}" if mark else str(problem)


def _mapping(fields: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if value is not None:
            yield from _entry(f"{indent}{own_yaml.key(key)}:", value, indent + "  ")


def _entry(start: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and any(part is not None for part in value.values()):
        yield start
        yield from _mapping(value, indent)
    elif isinstance(value, list | tuple) and value:
        yield start
        for item in value:
            yield from _item(item, indent)
    else:
        yield f"{start} {_scalar(value)}"


def _item(item: object, indent: str) -> Iterator[str]:
    """The lines of one value of a list: those of a mapping or list, with a dash in the room before the first."""
    lines = iter(_entry("", item, indent + "  "))
    first = next(lines)
    if first:
        yield f"{indent}-{first}"
        return
    yield f"{indent}- {next(lines).removeprefix(indent + '  ')}"
    yield from lines


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return own_yaml.scalar(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    raise TypeError(f"front matter holds no {type(value).__name__}")


def _float(value: float) -> str:
    """A float in the form that YAML 1.1 knows: with a point, and its own names for what is not a number."""
    known = {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}
    written = repr(value)
    mantissa, letter, exponent = written.partition("e")
    return known.get(written, f"{mantissa}{'' if '.' in mantissa else '.0'}{letter}{exponent}")
