"""What taking an article in repaired and set aside, as the JSON file beside its original."""

import json
from typing import Any, TypeAlias

from reader.domain.repairs import Repair, SetAside

Findings: TypeAlias = tuple[tuple[Repair, ...], tuple[SetAside, ...]]


def dump(repairs: tuple[Repair, ...], set_aside: tuple[SetAside, ...]) -> bytes:
    """The findings as one JSON object, in ASCII so that no character of the input is lost on the way."""
    content = {
        "format": 1,
        "repairs": [
            {"kind": each.kind, "start": each.start, "before": each.before, "after": each.after} for each in repairs
        ],
        "set_aside": [{"text": each.text, "reason": each.reason, "block": each.block} for each in set_aside],
    }
    return json.dumps(content, indent=1).encode("ascii") + b"\n"


def load(raw: bytes) -> Findings:
    """The findings of such a file. Raises ValueError when it is none."""
    try:
        content = json.loads(raw)
        return tuple(map(_repair, content["repairs"])), tuple(map(_set_aside, content["set_aside"]))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it does not hold what it should ({error})") from error


def _repair(found: dict[str, Any]) -> Repair:
    return Repair(str(found["kind"]), int(found["start"]), str(found["before"]), str(found["after"]))


def _set_aside(found: dict[str, Any]) -> SetAside:
    return SetAside(str(found["text"]), str(found["reason"]), int(found["block"]))
