"""The linter of annotated news: each of its complaints, what it lets pass, and that our own news has none."""

from pathlib import Path

import pytest

from reader.recognition.training.annotated import NEWS, parse
from reader.recognition.training.lint import MEANT, complaints, main, meant, tables

HEAD = "# desk: world; style: wire; region: Norway\n\n"


def faults(body: str, *excused: str, head: str = HEAD) -> list[str]:
    return [one.removeprefix("x1: ") for one in complaints("x1", head + body, set(excused))]


def test_a_clean_article_has_no_faults() -> None:
    assert (
        faults("[Anna Berg|person] left [Oslo|place].\n\n[Berg|person] of [Torvane|organisation]’s board wept.") == []
    )


@pytest.mark.parametrize(
    "head",
    [
        "",
        "# desk: world; style: wire\n\n",
        "# style: wire; desk: world; region: Norway\n\n",
        "# desk: world; style: wire; region: Norway\n",
        "desk: world; style: wire; region: Norway\n\n",
    ],
)
def test_a_head_line_that_is_not_as_the_guideline_says_is_a_fault(head: str) -> None:
    assert "head line" in faults("Rain fell.\n\nSnow fell.", head=head)[0]


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        ("a bracket is left over near 'They left [Oslo.'", "They left [Oslo."),
        ("a bracket is left over near 'They left Oslo] then.'", "They left Oslo] then."),
        ("'Oslo' is of no kind: 'town'", "They left [Oslo|town]."),
        ("'Oslo' is of no kind: ''", "They left [Oslo|]."),
        ("'Oslo ' begins or ends with a space", "They left [Oslo |place]then."),
        ("' Oslo' begins or ends with a space", "They left[ Oslo|place]."),
        ("'' begins or ends with a space", "They left [|place]."),
        ("'President Berg' begins with a title", "They met [President Berg|person]."),
        ("'Dr. Berg' begins with a title", "They met [Dr. Berg|person]."),
        ('"Oslo\'s" ends with the possessive', "They left [Oslo's|place] port."),
        ("'Oslo’s' ends with the possessive", "They left [Oslo’s|place] port."),
        ("'OSLO’S' ends with the possessive", "THEY LEFT [OSLO’S|place] PORT."),
        ("'the Storting' begins with an article", "They left [the Storting|organisation]."),
        ("'a Torvane' begins with an article", "They drove [a Torvane|product]."),
        ("'Osl' begins or ends inside a word", "They left [Osl|place]o."),
        ("'slo' begins or ends inside a word", "They left O[slo|place]."),
    ],
)
def test_a_mark_that_cannot_be_meant_is_a_fault(fault: str, body: str) -> None:
    assert faults(body) == [fault]


@pytest.mark.parametrize("name", ["Torvane", "Anna Berg", "Bo Å"])
def test_a_name_that_is_marked_here_and_unmarked_there_is_a_fault(name: str) -> None:
    (fault,) = faults(f"They met [{name}|organisation].\n\nThen {name} left.")
    assert fault.startswith(f"{name!r} is marked elsewhere, not near ")
    assert f"Then {name} left" in fault


def test_every_unmarked_place_is_told() -> None:
    assert len(faults("[Torvane|organisation] rose. Torvane fell. Torvane closed.")) == 2


@pytest.mark.parametrize(
    "body",
    [
        "[Torvane|organisation] rose. They drove to [Torvane Hill|place].",
        "[Torvane|organisation] rose. Torvanese and Neo-Torvanese are spoken; NeoTorvane is not.",
        "[Bergs|person] rose. [Lind|person] is kind; the Lind prize.",
    ],
)
def test_a_part_of_a_longer_name_another_word_and_a_short_name_are_not_unmarked(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "They left [The Hague|place].",
        "They read [A Magazine|organisation].",
        "They met [Sirleaf|person] and [Kingsley|person].",
        "They left [St Mary’s|organisation] and [ST. JOHN'S|place].",
        "They joined the [General Workers|organisation].",
        "anti-[Berg|person] and [Berg|person]-led",
        "They left [Athens|place].",
    ],
)
def test_what_only_looks_like_a_fault_passes(body: str) -> None:
    assert faults(body) == []


def test_a_title_or_an_ending_that_is_the_name_is_excused_in_every_article() -> None:
    assert faults("They met [King Torvane|person].", "king torvane") == []
    assert faults("They left [Berg’s|organisation] and [BERG'S|organisation].", "berg's") == []
    assert faults("They met [King Holm|person].", "king torvane") != []


def test_a_place_that_is_meant_unmarked_is_excused_in_its_article_alone() -> None:
    body = "They left [Torvane|place] with Torvane fever."
    assert faults(body, "x1: torvane") == []
    assert faults(body, "x2: torvane", "torvane") != []


def test_what_is_excused_is_read_whatever_its_capitals_and_apostrophes() -> None:
    assert "mcdonald's" in meant()
    assert "sheikh hasina" in meant()


def test_our_own_news_has_no_fault_that_is_not_meant() -> None:
    found = [
        one for path in sorted(NEWS.glob("*.txt")) for one in complaints(path.stem, path.read_text("utf-8"), meant())
    ]
    assert not found, f"mend the news, or add to {MEANT.name} what is meant:\n" + "\n".join(found)


def test_every_excuse_of_an_article_is_for_a_name_that_it_marks() -> None:
    for line in MEANT.read_text(encoding="utf-8").splitlines():
        article, colon, name = line.partition(": ")
        if colon:
            read = parse(article, (NEWS / f"{article}.txt").read_text(encoding="utf-8"))
            assert name in {read.text[mark.start : mark.end] for mark in read.marks}, line


def test_excuses_stand_in_order_and_once() -> None:
    lines = MEANT.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines), key=str.casefold)


def test_the_table_counts_names_and_tells_those_of_several_kinds(tmp_path: Path) -> None:
    path = tmp_path / "x1.txt"
    path.write_text(f"{HEAD}[Ford|person] left [Ford|organisation] in [Oslo|place].", encoding="utf-8")
    assert tables([path]).splitlines() == [
        "1 articles, 5 words, {'person': 1, 'organisation': 1, 'place': 1}",
        "of several kinds:",
        "  Ford: {'person': 1, 'organisation': 1}",
    ]


def test_the_command_says_so_where_there_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean, wrong = tmp_path / "x1.txt", tmp_path / "x2.txt"
    clean.write_text(f"{HEAD}[Oslo|place] was dry.", encoding="utf-8")
    wrong.write_text(f"{HEAD}[Oslo|town] was dry.", encoding="utf-8")
    assert main([str(clean)]) == 0
    assert main([str(clean), str(wrong)]) == 1
    assert "x2: 'Oslo' is of no kind: 'town'" in capsys.readouterr().out
