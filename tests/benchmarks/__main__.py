"""Print what each room takes, as ratios measured side by side: python -m tests.benchmarks [ROOM ...] [--size N].

startup      a command from its start to its end, against `python -c pass`
ingest       a pasted text understood, against splitting it into words
recognition  an article recognised: how well, against what others have marked, and at what cost; the variable
             READER_CORPORA names the folder of what they marked
ablation     what each part of recognition is worth; it trains models for some minutes, so that "all" leaves it out
storage      notes at 100,000 annotated articles: saving one against a bare append and fsync, SQLite and stock TinyDB;
             opening them against json.load; asking by article and by tag against SQLite with an index
screen       the first frame of the library, against a bare screen of Textual
"""

import argparse
import sys
from importlib import import_module

ROOMS = ("startup", "ingest", "recognition", "storage", "screen")
ON_REQUEST = ("ablation",)
"""The benchmarks that take so long that they have to be named."""
SIZED = {"storage"}
"""The rooms whose benchmark makes a library of a size that can be chosen."""


def main(asked: list[str]) -> int:
    """Run the benchmarks of the rooms that are named, or of all."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"one of {', '.join((*ROOMS, *ON_REQUEST))}, all")
    parser.add_argument("--size", type=int, default=100_000, help="how many articles storage has (%(default)s)")
    options = parser.parse_args(asked)
    wrong = [name for name in options.rooms if name not in {*ROOMS, *ON_REQUEST, "all"}]
    if wrong:
        parser.error(f"there is no benchmark {wrong[0]}; there are {', '.join((*ROOMS, *ON_REQUEST))} and all")
    for room in ROOMS if not options.rooms or "all" in options.rooms else options.rooms:
        run = import_module(f"tests.benchmarks.{room}").run
        run(options.size) if room in SIZED else run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
