"""The library that a command line names."""

from argparse import Namespace

from reader.library.library import Library
from reader.settings import folders


def library_of(given: Namespace) -> Library:
    """The library in the folder that --library names, or in the usual one; nothing on the disk is touched yet."""
    return Library(folders(given.library))
