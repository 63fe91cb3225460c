"""What stands under a story is known for what it is."""

import pytest

from reader.domain.article import BlockKind
from reader.ingest.endings import claimed_source, claimed_year, described_author, ending_kind, helpers, reporters


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Copyright The Morning Courier Limited 2022. All rights reserved.", "Morning Courier"),
        ("Copyright ©2022 The Beacon Street Journal. All Rights Reserved.", "The Beacon Street Journal"),
        ("© Fjord Morning Post 2023", "Fjord Morning Post"),
        ("Copyright © 2022 Finch & Company, Inc. All Rights Reserved. 87990cbe", "Finch & Company"),
        ("© 2022 The New Courier Company", "New Courier"),
        ("© 2022 NBC. The NBC is not responsible for other sites.", "NBC"),
        ("© 1996-2022 The Fjord Post", "The Fjord Post"),
        (
            "Regulated Copyright ©2019 Fjord Newspapers. A registered trademark. All rights reserved.",
            "Fjord Newspapers",
        ),
        ("Copyright © 2022. All rights reserved", ""),
    ],
)
def test_a_claim_of_copyright_names_its_source(line: str, source: str) -> None:
    assert ending_kind(line, last=False) is BlockKind.TAIL
    assert claimed_source(line) == source


def test_the_year_of_the_claim_is_the_latest() -> None:
    assert claimed_year(["© 1996-2022 The Fjord Post", "A story of 2030"]) == 2022
    assert claimed_year(["Nothing"]) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Additional reporting by Eva Moe", ("Eva Moe",)),
        ("Additional reporting by Eva Moe in Bergen and Tom Reed in Oslo", ("Eva Moe", "Tom Reed")),
        ("—With assistance from Eva Moe and Tom Reed.", ("Eva Moe", "Tom Reed")),
        (
            "Northwire writers Eva Moe in St. John’s, Newfoundland, and Tom Reed contributed to this report.",
            ("Eva Moe", "Tom Reed"),
        ),
        ("Eva Moe contributed reporting from Bergen.", ("Eva Moe",)),
        ("Contributing: Eva Moe", ("Eva Moe",)),
        ("Reporting by Ada Finch; Additional reporting by Eva Moe; Editing by Tom Reed", ("Eva Moe",)),
    ],
)
def test_those_who_helped_are_named(line: str, names: tuple[str, ...]) -> None:
    assert ending_kind(line, last=False) is BlockKind.TAIL
    assert helpers(line) == names


def test_those_who_reported_are_named() -> None:
    assert reporters("Reporting by Ada Finch in Oslo and Tom Reed; Editing by Eva Moe") == ("Ada Finch", "Tom Reed")


@pytest.mark.parametrize(
    "line",
    [
        "This article was amended on 11 August 2023. An earlier version named the wrong ship.",
        "Correction: it was the second ferry.",
        "Clarification (Dec. 9): it was the second ferry.",
        "Editor’s note: the number has been brought up to date.",
        "An earlier version of this story misspelt the name.",
        "This story has been corrected to show that it was the second ferry.",
        "The headline of this article was changed on 9 December.",
    ],
)
def test_corrections_are_known(line: str) -> None:
    assert ending_kind(line, last=False) is BlockKind.CORRECTION


@pytest.mark.parametrize(
    "line",
    [
        "Write to Ada Finch at ada@courier.example",
        "Appeared in the December 10, 2022, print edition as ‘Ferry Sold’.",
        "Published in the print edition of the October 7, 2024, issue",
        "First published on 9 December 2022",
        "Source: Northwire",
        "— Reuters",
        "Editing by Tom Reed",
    ],
)
def test_the_rest_of_the_tail_is_known_after_the_last_paragraph(line: str) -> None:
    assert ending_kind(line, last=True) is BlockKind.TAIL
    assert ending_kind(line, last=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "The report was changed after ministers objected.",
        "An earlier version of the bill failed in March.",
        "Copyright law is broken.",
        "Mr Reed contributed to the campaign in 2020, the filing said.",
        "The article was good, he said.",
        "The headline figure rose to 4 per cent.",
        "She wrote to the author of the letter.",
    ],
)
def test_sentences_of_the_story_are_not(line: str) -> None:
    assert ending_kind(line, last=True) is None


def test_the_last_line_may_describe_the_author() -> None:
    assert described_author("Ada Finch is a former harbour pilot") == "Ada Finch"
    assert described_author("The Harbour is a former mill") == ""
