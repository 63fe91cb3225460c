"""What is wrong with exported files: their names on any system, their front matter, what in them would run."""

import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

LONGEST = 120
DIGITS = "123456789¹²³"
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{one}{n}" for one in ("com", "lpt") for n in DIGITS)}
"""What Windows takes for a device, with any ending. Source: "Naming Files, Paths, and Namespaces", Microsoft."""

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\/]')
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
ANYWHERE = re.compile(r"<%|\{\{|\{%|\{#|\[\[|%%|<!--")
"""What some program that shows such files obeys wherever it stands."""

IN_THE_BODY = re.compile(r"(?<!\\)<[a-z/]|^ {0,3}`{3,} *dataview|(?<!\\)`=", re.MULTILINE | re.IGNORECASE)
"""What is obeyed as Markdown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file of one article must say: its front matter, and each line of the person's own note."""

    fields: Mapping[str, Any]
    note: Sequence[str]


def on_disk(folder: Path, mode: int) -> tuple[dict[str, bytes], list[str]]:
    """The files below a folder by their path in it, and what is wrong with how they lie there."""
    found: dict[str, bytes] = {}
    bad: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            bad.append(f"{name!a} is no plain file")
            continue
        if stat.S_IMODE(status.st_mode) != mode:
            bad.append(f"{name!a} has the mode {stat.S_IMODE(status.st_mode):o}")
        found[name] = path.read_bytes()
    return found, bad


def faults_of(files: Mapping[str, bytes], wanted: Sequence[Wanted]) -> list[str]:
    """Everything that is wrong with these files, which need not lie on any disk; [] where nothing is."""
    bad = [f"{name!a}: {fault}" for name in files for fault in _name_faults(name)]
    bad += _collisions(files)
    bad += [f"{name!a}: {fault}" for name, raw in files.items() for fault in _text_faults(raw)]
    fronts = [_front(raw.decode("utf-8", "replace")) for raw in files.values()]
    texts = [raw.decode("utf-8", "replace") for raw in files.values()]
    for one in wanted:
        if one.fields not in fronts:
            bad.append(f"no front matter is {dict(one.fields)!a}")
        if not any(_holds(text, one.note) for text in texts):
            bad.append(f"the note {one.note[0]!a} is missing")
    if len(files) != len(wanted):
        bad.append(f"{len(wanted)} articles and {len(files)} files")
    bad += [f"{name!a}: {sign} would run" for name, raw in files.items() for sign in _running(raw, wanted)]
    return bad


def _name_faults(name: str) -> Iterator[str]:
    if ".." in PurePosixPath(name).parts or name.startswith("/"):
        yield "leads out of the folder"
    if "/" in name:
        yield "is not in the folder itself"
    if not name or len(name.encode("utf-8", "replace")) > LONGEST:
        yield "is empty or too long"
    if name.split(".", maxsplit=1)[0].rstrip(" ").casefold() in RESERVED:
        yield "is a device on Windows"
    if FORBIDDEN.search(name) or name != name.strip(" .") or name.startswith(("-", "~")):
        yield "is not safe on every system"
    if {"Cf", "Cs", "Cc", "Co", "Zl", "Zp"} & {unicodedata.category(sign) for sign in name}:
        yield "holds what nobody sees"
    if not unicodedata.is_normalized("NFC", name):
        yield "is not normalised"
    if name and unicodedata.combining(name[0]):
        yield "begins with a mark that has no letter"


def _collisions(names: Mapping[str, bytes]) -> Iterator[str]:
    """Names that are one on disks to which letters of both cases, or of two normal forms, are the same."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
        if folded in seen:
            yield f"{name!a} and {seen[folded]!a} are one name on some disks"
        seen[folded] = name


def _text_faults(raw: bytes) -> Iterator[str]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        yield "is not UTF-8"
        return
    if CONTROLS.search(text):
        yield "holds what acts on a terminal, or hides"
    front = _front(text)
    if not isinstance(front, dict):
        yield "has no front matter that can be read"
    elif "evil" in front:
        yield "has a field that an article put there"


def _front(text: str) -> object:
    found = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    try:
        return yaml.safe_load(found[1]) if found else None
    except (yaml.YAMLError, ValueError):
        return None


def _holds(text: str, lines: Sequence[str]) -> bool:
    """Whether the lines stand in the text, one below the other."""
    return "\n" + "\n".join(lines) + "\n" in text


def _running(raw: bytes, wanted: Sequence[Wanted]) -> Iterator[str]:
    """What would run, apart from what the person wrote themselves."""
    text = raw.decode("utf-8", "replace")
    for one in wanted:
        text = text.replace("\n".join(one.note), "")
    yield from (found[0] for found in ANYWHERE.finditer(text))
    body = re.sub(r"(?<=\]\()<[^\s<>]*>(?=\))", "", text.partition("\n---\n")[2])  # an address between angle brackets
    yield from (found[0] for found in IN_THE_BODY.finditer(body))
