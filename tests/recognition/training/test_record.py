"""The record beside the shipped model is true: checksums, sizes, sources, licences. The wheel leaves the news out."""

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.recognition.gazetteer import FOLDER as GAZETTEERS
from reader.recognition.lexicon import FOLDER as LEXICON
from reader.recognition.tagging.tagger import MODEL
from reader.recognition.training.annotated import NEWS
from reader.recognition.training.corpora import SOURCES, Source
from reader.recognition.training.record import RECORD, checksum, news_checksum, write_record
from tests.recognition.training.corpus_files import corpora, line

HOUSE = Path(__file__).parents[3]
LICENCE = "CC BY-SA 4.0"
MOST = 5_000_000
"""How many bytes the model and the lists may take in the package."""
CORPORA = Path(os.environ.get("READER_CORPORA", "")) / "entities" / "train"

CALLED = {
    "gum": "**GUM**",
    "uner_ewt": "**Universal NER, English EWT**",
    "wikigold": "**WikiGold**",
    "wnut17": "**WNUT 2017**",
    "btc": "**Broad Twitter Corpus**",
    "crossner_politics": "**CrossNER**",
    "crossner_other": "**CrossNER**",
    "re3d": "**re3d**",
}
"""What the licence calls every file of corpora."""

AUTHORS = ("Amir Zeldes", "Mayhew", "Balasuriya", "Derczynski", "Zihan Liu", "Dstl")


def recorded() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(MODEL.with_name(RECORD).read_text(encoding="utf-8"))
    return read


def licence() -> str:
    return MODEL.with_name("LICENSE.md").read_text(encoding="utf-8")


def told_sources() -> list[str]:
    """What the licence says of each source, without line breaks."""
    return [" ".join(item.split()) for item in licence().split("\n- ")[1:]]


def test_the_size_and_the_checksum_of_the_model_are_true() -> None:
    sha = hashlib.sha256(MODEL.read_bytes()).hexdigest()
    assert recorded()["model"] == {"file": MODEL.name, "bytes": MODEL.stat().st_size, "sha256": sha}


def test_the_model_was_made_of_the_news_that_lies_here() -> None:
    assert recorded()["news"] == news_checksum(), "the news has changed: make the model anew"


def test_the_model_was_made_of_the_sources_that_are_listed() -> None:
    listed = [{"file": one.file, "source": one.source, "licence": one.licence, "origin": one.origin} for one in SOURCES]
    assert recorded()["sources"] == listed, "the sources have changed: make the model anew"


def test_every_corpus_has_a_checksum() -> None:
    sums = recorded()["corpora"]
    assert set(sums) == {one.file for one in SOURCES}
    assert all(len(bytes.fromhex(one)) == hashlib.sha256().digest_size for one in sums.values())


@pytest.mark.skipif(not CORPORA.is_dir(), reason="READER_CORPORA names no folder of corpora to learn from")
def test_the_checksums_of_the_corpora_are_true() -> None:
    assert recorded()["corpora"] == {one.file: checksum(CORPORA / f"{one.file}.jsonl") for one in SOURCES}


def test_the_model_and_the_lists_are_small_together() -> None:
    files = [path for folder in (MODEL.parent, GAZETTEERS, LEXICON) for path in folder.rglob("*") if path.is_file()]
    assert MODEL in files
    assert sum(path.stat().st_size for path in files) <= MOST


def test_the_licence_of_the_model_is_said_beside_it_and_that_of_the_code() -> None:
    assert recorded()["licence"] == LICENCE
    assert f"**{LICENCE}**" in licence()
    assert MODEL.name in licence()
    assert "The code of Reader, which makes and uses it, is under the MIT licence" in licence()


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.source)
def test_every_source_is_named_with_its_licence_and_its_origin(source: Source) -> None:
    (told,) = [item for item in told_sources() if CALLED[source.file] in item]
    part = source.source.partition("/")[2]
    assert source.licence in told
    assert part.casefold() in told.casefold()
    assert source.origin in licence()


@pytest.mark.parametrize("author", AUTHORS)
def test_the_authors_are_named(author: str) -> None:
    assert author in licence()


def test_the_lists_say_where_they_are_from() -> None:
    sources = (GAZETTEERS / "SOURCES.md").read_text(encoding="utf-8")
    assert "GeoNames" in sources
    assert "CC BY 4.0" in sources


def test_a_record_tells_what_a_model_was_made_of(tmp_path: Path) -> None:
    model = tmp_path / "some.crf"
    model.write_bytes(b"weights")
    folder = corpora(tmp_path / "corpora", btc=[line("btc/a", "Rain fell.")])
    write_record(model, folder)
    written = json.loads((tmp_path / RECORD).read_text(encoding="utf-8"))
    assert written["model"] == {"file": "some.crf", "bytes": 7, "sha256": hashlib.sha256(b"weights").hexdigest()}
    assert written["corpora"]["btc"] == checksum(folder / "btc.jsonl")
    assert written["corpora"]["gum"] == hashlib.sha256(b"").hexdigest()


def test_the_checksum_of_the_news_tells_every_change(tmp_path: Path) -> None:
    seen = {news_checksum(tmp_path)}
    article = tmp_path / "a.txt"
    for change in ("[Oslo|place]", "[Oslo|person]"):
        article.write_text(change, encoding="utf-8")
        seen.add(news_checksum(tmp_path))
    article.rename(tmp_path / "b.txt")
    seen.add(news_checksum(tmp_path))
    assert len(seen) == 4


def test_the_wheel_leaves_the_news_out_and_takes_the_model_in() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    left_out = [HOUSE / one for one in wheel["exclude"]]
    assert [HOUSE / one for one in wheel["packages"]] == [HOUSE / "reader"]
    assert NEWS in left_out
    assert not any(MODEL.is_relative_to(one) or GAZETTEERS.is_relative_to(one) for one in left_out)
