"""The verbs that keep a library safe: backup, restore and check."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from reader.cli.library import library_of
from reader.cli.out import counted, say, say_json, talk
from reader.cli.verb import Verb
from reader.domain.doors import Door
from reader.domain.reports import CheckReport, Finding, Remedy, RestoreReport

PARTLY = 1
SOMETHING_FOUND = 1
REMEDIES = {
    Remedy.REPAIR: "`reader check --repair` mends what it can, and deletes nothing.",
    Remedy.RESTORE: "`reader restore FILE` brings back what a backup or a snapshot holds of it.",
    Remedy.UPDATE: "What a later version of Reader wrote needs that version: update Reader.",
}
MANY = 500
"""From how many files on it is told how far the work is."""


def backup(given: Namespace) -> int:
    """Write the whole library into one file."""
    keeping = library_of(given).safekeeping
    report = keeping.backup(Path(given.file), overwrite=given.overwrite, progress=_progress("Writing and reading back"))
    if given.json:
        say_json(
            {
                "file": str(report.path),
                "articles": report.articles,
                "notes": report.notes,
                "bytes": report.size,
                "left_out": list(report.left_out),
            }
        )
    else:
        say(str(report.path))
        holds = f"{counted(report.articles, 'article')} and {counted(report.notes, 'note')}"
        talk(f"{holds} in {counted(report.size, 'byte')}, read back and found whole.")
    _talk_each(report.left_out, given)
    return PARTLY if report.left_out else 0


def restore(given: Namespace) -> int:
    """Bring back what a backup holds, beside what is here."""
    report = library_of(given).safekeeping.restore(Path(given.file), progress=_progress("Looking at it and restoring"))
    if given.json:
        say_json(
            {
                "added": list(report.added),
                "replaced": list(report.replaced),
                "beside": list(report.beside),
                "aside": [str(path) for path in report.aside],
                "skipped": list(report.skipped),
                "kept": report.kept,
                "merged": report.merged,
            }
        )
    else:
        _tell_restored(report)
    _talk_each(report.skipped, given)
    return PARTLY if report.skipped else 0


def check(given: Namespace) -> int:
    """Look at every file; the exit code tells whether something is found that was not repaired."""
    report = library_of(given).safekeeping.check(repair=given.repair, progress=_progress("Looking"))
    if given.json:
        say_json(
            {
                "articles": report.articles,
                "versions": report.versions,
                "notes": report.notes,
                "anchors": report.anchors,
                "found": [
                    {"kind": one.kind, "about": one.about, "sentence": one.sentence, "repaired": one.repaired}
                    for one in report.found
                ],
                "remarks": list(report.remarks),
                "ok": not report.remaining,
            }
        )
    else:
        _tell_checked(report, repaired=given.repair)
    return SOMETHING_FOUND if report.remaining else 0


def _tell_restored(report: RestoreReport) -> None:
    """Say what came back, a line for each kind of thing that did."""
    versions = "version of an article", "versions of articles"
    if report.added:
        say(f"Added: {counted(len(report.added), *versions)}.")
    if report.kept:
        say(f"Here already: {counted(report.kept, *versions)}.")
    for one in report.replaced:
        say(f"Was damaged here, and is whole again: {one}.")
    for one in report.beside:
        say(f"Another text is here under the same number, and stays; the backup's was added: {one}.")
    for path in report.aside:
        say(f"Put aside, with nothing lost: {path}.")
    if report.merged:
        say(f"Notes, tags and states brought back: {report.merged:,}.")
    elif report.had_notes:
        say("No notes, tags or states were brought back: what is here is the same or newer.")
    else:
        say("No notes, tags or states were brought back: there are none in it that can be read.")


def _tell_checked(report: CheckReport, *, repaired: bool) -> None:
    for finding in report.found:
        say(finding.sentence)
        if finding.repaired:
            say(f"  Repaired: {finding.repaired}")
    for remark in report.remarks:
        talk(remark)
    looked = f"{counted(report.articles, 'article')}, {counted(report.versions, 'version')}, "
    talk(f"Looked at {looked}{counted(report.notes, 'note')}, {counted(report.anchors, 'passage')}.")
    if not report.found:
        say("All is well.")
        return
    say(_outcome(report.remaining, repaired=repaired))
    if report.has_changed:
        say("`reader undo` takes back what was changed in notes.")


def _outcome(remaining: tuple[Finding, ...], *, repaired: bool) -> str:
    """What is left of what was found, and what helps against it."""
    if not remaining:
        return "All is well now. Nothing was deleted."
    left = counted(len(remaining), "thing")
    said = [f"{left} could not be repaired. Nothing was deleted." if repaired else f"{left} found."]
    helpful = {finding.remedy for finding in remaining} - ({Remedy.REPAIR} if repaired else set())
    said += [sentence for remedy, sentence in REMEDIES.items() if remedy in helpful]
    return " ".join(said)


def _talk_each(sentences: tuple[str, ...], given: Namespace) -> None:
    if not given.json:
        for sentence in sentences:
            talk(sentence)


def _progress(what: str) -> Callable[[int, int], None]:
    """Tells on stderr how far the work is, at each tenth of much of it."""
    told = [0]

    def tell(done: int, total: int) -> None:
        tenth = done * 10 // max(total, 1)
        if total >= MANY and tenth > told[0]:
            told[0] = tenth
            talk(f"{what}: {done:,} of {total:,} steps.")

    return tell


def _backup_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the file to write, outside the library")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE where it exists")


def _restore_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a backup, a snapshot or a notes.json")


def _check_options(parser: ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="mend what can be mended; nothing is deleted")


VERBS = {
    "backup": Verb(
        "Write the whole library into one file: articles, what they came from, notes.",
        ("reader backup reader-2026-11-22.zip", "reader backup /mnt/stick/reader.zip --overwrite"),
        _backup_options,
        backup,
        door=Door.EXPORT,
    ),
    "restore": Verb(
        "Bring back what a backup holds; what is here stays.",
        ("reader restore reader-2026-11-22.zip", "reader restore notes-2026-11-22.json"),
        _restore_options,
        restore,
        door=Door.IMPORT,
    ),
    "check": Verb(
        "Look at every article, note and passage, and say what is damaged.",
        ("reader check", "reader check --repair"),
        _check_options,
        check,
    ),
}
