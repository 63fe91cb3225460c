"""The front matter of an exported file: every hostile title or tag is a value there, and nothing else."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from reader.markup.front_matter import dump
from reader.text.screen import clean

Value: TypeAlias = str | date | tuple[str, ...] | None
"""What a property can hold; one that holds nothing is left out."""

_COMMANDS = re.compile(r"<(?=%|!--)|\{(?=[{%#])|\[(?=\[)|%(?=%)")
"""Where programs that look at the raw bytes would see a command, a link or a comment of theirs."""


def front_matter(fields: Mapping[str, Value]) -> str:
    """YAML front matter with its fences.

    The values are `fields`, cleaned; the signs of commands are written as escapes of YAML. The writer puts everything
    that holds such a sign in double quotes, so that an escape is always understood.
    """
    written = dump({name: _cleaned(value) for name, value in fields.items() if value not in {None, ""}})
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _cleaned(value: Value) -> object:
    if isinstance(value, tuple):
        return [clean(one, multiline=False) for one in value]
    return clean(value, multiline=False) if isinstance(value, str) else value
