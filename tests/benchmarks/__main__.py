"""python -m tests.benchmarks [ROOM ...]: print what each room takes, as ratios measured side by side."""

import sys
from importlib import import_module

ROOMS = ("startup", "ingest", "recognition", "storage", "screen")


def main(asked: list[str]) -> int:
    """Run the benchmarks of the rooms that are named, or of all."""
    wrong = [name for name in asked if name not in {*ROOMS, "all"}]
    if wrong:
        sys.stderr.write(f"There is no benchmark {wrong[0]}; there are {', '.join(ROOMS)} and all.\n")
        return 2
    for room in ROOMS if not asked or "all" in asked else asked:
        import_module(f"tests.benchmarks.{room}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
