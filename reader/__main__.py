"""python -m reader, and the command `reader`: does the very least before it knows what is asked."""

import gc
import sys

INTERRUPTED = 130
"""The exit code after ^C, as shells count it."""


def complain(_: type[BaseException], error: BaseException, __: object) -> None:
    """Print an error that nobody expected, like Python, but as it may stand on a terminal: it may repeat a text."""
    import traceback  # noqa: PLC0415 - this should never happen

    from reader.text.screen import clean  # noqa: PLC0415 - likewise

    sys.stderr.write(clean("".join(traceback.format_exception(error))))


def main(words: list[str] | None = None) -> int:
    """Run the command line `words` (by default the one Python was started with) and return the exit code."""
    given = sys.argv[1:] if words is None else words
    first = given[0] if given else ""
    if first == "--version":
        from reader import __version__  # noqa: PLC0415 - nothing else is needed

        sys.stdout.write(f"reader {__version__}\n")
        return 0
    if first in {"--help", "-h"}:
        from reader.cli.help import HELP  # noqa: PLC0415 - nothing else is needed

        sys.stdout.write(HELP)
        return 0
    if words is None:
        sys.excepthook = complain
    gc.disable()  # loading modules makes no garbage worth looking for; `run` enables it again
    try:
        from reader.cli.dispatch import leave, run  # noqa: PLC0415 - the two above start faster without
    except KeyboardInterrupt:
        return INTERRUPTED
    code = run(given)
    if words is None:
        leave(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
