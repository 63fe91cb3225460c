"""How long it takes to understand a pasted text, against reading its words once."""

from datetime import date

from reader.ingest import read_text
from tests.benchmarks.measure import medians, print_table
from tests.benchmarks.texts import article

DAY = date(2024, 5, 3)


def run() -> None:
    """Print the table."""
    short, long = article(1000), article(20_000)
    taken = medians(
        {
            "split into 1,000 words": short.split,
            "cleaned and parsed, 1,000 words": lambda: read_text(short, day=DAY),
            "cleaned and parsed, 20,000 words": lambda: read_text(long, day=DAY),
        }
    )
    print_table("ingest", taken, "split into 1,000 words")
