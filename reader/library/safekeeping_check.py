"""A look at every file of a library: whether it can be read, and whether what it says is so."""

from functools import partial
from pathlib import Path

from reader.domain.errors import Damaged, NewerFormat, NotFound
from reader.domain.reports import CheckReport, Finding, Remedy
from reader.library.safekeeping_folder import look_at_folders
from reader.library.safekeeping_ledger import Ledger, put_aside
from reader.library.safekeeping_notes import Known, look_at_notes, look_at_passages, tell_homeless
from reader.library.shelf import Shelf
from reader.storage import article_text, sidecar
from reader.storage.backup import Progress
from reader.storage.backup_names import Part, Place, names_in, place_of
from reader.storage.head_text import read_bytes

INDEX = "index.sqlite"


def check(shelf: Shelf, progress: Progress, *, repair: bool) -> CheckReport:
    """Look at everything; with `repair` put damaged files aside and notes back in their places. Deletes nothing."""
    ledger = Ledger(repair=repair)
    known = look_at_notes(shelf, ledger)
    places = _places(shelf, ledger)
    versions = _look_at_articles(shelf, known, places, ledger, progress)
    ledger.apply(shelf.notes.apply)
    look_at_folders(shelf, ledger)
    if (shelf.folders.cache / INDEX).exists():
        ledger.remarks.append(f"{shelf.folders.cache / INDEX} was not looked at; it can be deleted and is made anew.")
    notes = [note for one in known.articles.values() for note in one.notes]
    anchors = sum(note.anchor is not None for note in notes)
    found, remarks = tuple(ledger.found), tuple(ledger.remarks)
    return CheckReport(len(places), versions, len(notes), anchors, found, remarks, ledger.has_changed)


def _look_at_articles(
    shelf: Shelf, known: Known, places: dict[str, list[Place]], ledger: Ledger, progress: Progress
) -> int:
    """Look at every article, and at what is written on it; how many whole versions there are."""
    versions = 0
    homeless = sorted(set(known.articles) - set(places))
    for done, (article, parts) in enumerate(places.items()):
        progress(done, len(places))
        texts = _look_at_article(shelf, article, parts, ledger)
        versions += len(texts)
        look_at_passages(known, article, texts, ledger)
        homeless += [] if texts else [article]
    for article in homeless:
        tell_homeless(known, article, shelf.articles.files.original(article, 1), ledger)
    return versions


def _places(shelf: Shelf, ledger: Ledger) -> dict[str, list[Place]]:
    """The files of every article that has one under its own name; originals alone make no article."""
    found: dict[str, list[Place]] = {}
    try:
        names = names_in(shelf.articles.files)
    except Damaged as damaged:
        ledger.tell(Finding("article", str(shelf.articles.files.articles), damaged.sentence))
        return {}
    for name in names:
        if place := place_of(name):
            found.setdefault(place.article, []).append(place)
    return {article: places for article, places in found.items() if any(p.part is Part.ARTICLE for p in places)}


def _look_at_article(shelf: Shelf, article: str, places: list[Place], ledger: Ledger) -> dict[int, str | None]:
    """Look at all files of one article, and return its whole versions with their texts.

    The text is None in a version that only a later version of Reader understands.
    """
    texts: dict[int, str | None] = {}
    for place in places:
        path = place.path(shelf.articles.files)
        try:
            _look_at_file(path, place, texts)
        except NewerFormat as newer:
            texts[place.version] = None
            ledger.tell(Finding("article", str(path), newer.sentence, remedy=Remedy.UPDATE))
        except NotFound:
            continue  # it was taken away while we looked
        except (Damaged, ValueError) as error:
            sentence = error.sentence if isinstance(error, Damaged) else f"{path} is damaged: {error}."
            ledger.tell(Finding(place.part.value, str(path), sentence), partial(put_aside, shelf.folders.library, path))
    _look_for_gaps(article, places, ledger)
    return texts


def _look_at_file(path: Path, place: Place, texts: dict[int, str | None]) -> None:
    """Read one file wholly. Raises NotFound, Damaged, NewerFormat, ValueError."""
    match place.part:
        case Part.ARTICLE:
            texts[place.version] = article_text.read_whole(path)[1].text
        case Part.FINDINGS:
            sidecar.load(read_bytes(path))
        case Part.ORIGINAL:
            read_bytes(path)


def _look_for_gaps(article: str, places: list[Place], ledger: Ledger) -> None:
    numbers = {place.version for place in places if place.part is Part.ARTICLE}
    missing = [str(number) for number in range(1, max(numbers)) if number not in numbers]
    if missing:
        which = f"version {missing[0]}" if len(missing) == 1 else f"versions {', '.join(missing)}"
        sentence = f"Of article {article}, {which} cannot be found; a backup may hold it. The others are there."
        ledger.tell(Finding("version", article, sentence, remedy=Remedy.RESTORE))
