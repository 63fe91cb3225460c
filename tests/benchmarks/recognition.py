"""How long it takes to recognise what an article is about; 100 ms for 800 words are promised."""

from datetime import date

from reader.ingest import read_text
from reader.recognition import analyse
from tests.benchmarks.measure import medians, print_table
from tests.benchmarks.texts import article

DAY = date(2024, 5, 3)


def run() -> None:
    """Print the table."""
    short = read_text(article(800), day=DAY).article
    long = read_text(article(8000), day=DAY).article
    taken = medians(
        {
            "split into 800 words": short.text.split,
            "analysed, 800 words": lambda: analyse(short.text, short.blocks, DAY),
            "analysed, 8,000 words": lambda: analyse(long.text, long.blocks, DAY),
        }
    )
    print_table("recognition", taken, "split into 800 words")
