"""Everything that may be expected to fail, drawn as one tree.

    ReaderError
    ├── InputRefused        the input cannot become an article: empty, binary, too large
    ├── InputMissing        the file or folder that was named is not there or cannot be read
    ├── NotFound            no article, note or tag of this name
    │   └── Ambiguous       more than one
    ├── QuoteNotPlaced      a quote that occurs never, or more than once, in the article
    ├── NothingToUndo       there is no change to take back
    ├── CannotWrite         the disk refused: full, read-only, no permission
    │   └── WouldOverwrite  the file exists and overwriting was not asked for
    ├── Damaged             a file of the library that cannot be understood
    │   └── NewerFormat     written by a later version of Reader
    ├── Busy                another process holds the lock
    ├── TurnedOff           READER_SECURE shuts what leads out of Reader
    └── BadSettings         the settings file cannot be used
        └── EngineMissing   the recogniser or the model it names is not installed, or cannot be loaded

Each carries one sentence for the person: what failed, on which article or file, what is safe, what to do next.
"""


class ReaderError(Exception):
    """An expected failure, with a sentence that can be shown as it is."""

    @property
    def sentence(self) -> str:
        """What the person is told."""
        return str(self)


class InputRefused(ReaderError):
    """The input cannot become an article."""


class InputMissing(ReaderError):
    """The input is not there, or may not be read."""


class NotFound(ReaderError):
    """Nothing goes by this name."""


class Ambiguous(NotFound):
    """More than one thing goes by this name."""


class QuoteNotPlaced(ReaderError):
    """The quote occurs never, or more than once."""


class NothingToUndo(ReaderError):
    """There is no change to take back, or none to bring back."""


class CannotWrite(ReaderError):
    """The disk refused a write; what was there before is untouched."""


class WouldOverwrite(CannotWrite):
    """A file is in the way and overwriting it was not asked for."""


class Damaged(ReaderError):
    """A file of the library cannot be understood; its bytes are untouched."""


class NewerFormat(Damaged):
    """A file of the library was written by a later version of Reader; its bytes are untouched."""


class Busy(ReaderError):
    """Another process holds the lock."""


class TurnedOff(ReaderError):
    """What was asked for leads out of Reader, to other files or programs, and READER_SECURE shuts that."""


class BadSettings(ReaderError):
    """The settings file cannot be used."""


class EngineMissing(BadSettings):
    """The recogniser that the settings name, or its model, is not installed or cannot be loaded."""
