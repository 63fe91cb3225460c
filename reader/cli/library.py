"""The library that a command line names."""

from argparse import Namespace

from reader.cli.out import talk
from reader.library.library import Library
from reader.settings import folders


def library_of(given: Namespace) -> Library:
    """The library in the folder that --library names, or in the usual one; nothing on the disk is touched yet."""
    library = Library(folders(given.library))
    given.opened = library
    return library


def tell_notices(library: Library) -> None:
    """Tell what the person should know of their notes and did not ask: restored, merged, both texts kept."""
    for sentence in library.safekeeping.notices():
        talk(sentence)
