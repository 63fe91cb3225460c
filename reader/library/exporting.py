"""Articles and the notes on them, going out as files."""

from collections.abc import Sequence
from pathlib import Path

from reader.domain.reports import ExportReport
from reader.export import folder as export_folder
from reader.export.markdown import note_file
from reader.export.names import file_name
from reader.library.reading import open_article
from reader.library.shelf import Shelf


def export(shelf: Shelf, articles: Sequence[str], folder: Path, *, whole_text: bool, overwrite: bool) -> ExportReport:
    """Write one Markdown file per article; a file with other contents in the way is left unless `overwrite`."""
    opened = [open_article(shelf, article) for article in articles]
    files = {file_name(one.article.title, one.kept.id): note_file(one, whole_text=whole_text) for one in opened}
    own = (shelf.folders.library, shelf.folders.config, shelf.folders.state, shelf.folders.cache)
    return export_folder.write(files, folder, overwrite=overwrite, own=own)
