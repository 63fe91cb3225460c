"""Whole articles come out whole, in the shapes in which the papers print them."""

from datetime import date

import pytest

from reader.domain.article import Article, BlockKind, Caption
from reader.domain.errors import InputRefused
from reader.domain.intake import Intake
from reader.ingest import read_bytes, read_text

DAY = date(2022, 12, 10)
FRIDAY = date(2022, 12, 9)
HEADLINE = "Aldermoor sells its last ferry and will close its harbour"
LEAD = (
    "The harbour of Aldermoor will close in March after the last of its ferries was sold to a yard in Gdynia, the city "
    "council said on Friday, ending a service that had run for 140 years."
)
SECOND = (
    "Councillors voted by 14 to nine to accept £3.1mn for the ship. “Nobody wanted this,” said Ruth Calder, the mayor."
)
STORY = f"{LEAD}\n\n{SECOND}\n\nThe yard will keep the name, the bell and two of the crew."


def read(*head: str, story: str = STORY) -> Intake:
    return read_text("\n\n".join((*head, story)), day=DAY)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text_of(block)) for block in article.blocks]


def test_a_paste_of_a_financial_daily() -> None:
    intake = read(
        "Transport",
        HEADLINE,
        "Council accepts offer from Polish yard in vote that split parties",
        "The ferry at the quay last month \u00a0© Per Lind/Fjordfoto",
        "Ada Finch in Aldermoor and Tom Reed in London YESTERDAY",
        "Stay across the latest transport news. [Join our channel](#)",
        "×",
        story=STORY.replace("£", "\\$")
        + "\n\nAdditional reporting by Eva Moe\n\n[Copyright](#) The Fjord Times Limited 2022.",
    )
    article = intake.article
    assert (article.kicker, article.headline) == ("Transport", HEADLINE)
    assert article.standfirst.startswith("Council accepts")
    assert (article.authors, article.dateline) == (("Ada Finch", "Tom Reed"), "Aldermoor and London")
    assert (article.published, article.published_text) == (FRIDAY, "YESTERDAY")
    assert article.captions == (Caption("The ferry at the quay last month", "Per Lind/Fjordfoto"),)
    assert (article.contributors, article.source) == (("Eva Moe",), "Fjord Times")
    assert len(article.paragraphs) == 3
    assert "$3.1mn" in article.text
    assert [line.reason for line in intake.set_aside] == ["promotion", "interface"]
    assert "\\" not in article.text
    assert "](" not in article.text


def test_a_news_agency() -> None:
    article = read(
        HEADLINE,
        "By Ada Finch",
        story=f"LONDON, Dec 9 (Northwire) - {STORY}\n\nReporting by Ada Finch; Editing by Tom Reed",
    ).article
    assert (article.dateline, article.source, article.published) == ("London", "Northwire", FRIDAY)
    assert article.paragraphs[0].startswith("LONDON, Dec 9 (Northwire) - The harbour")
    assert article.blocks[-1].kind is BlockKind.TAIL
    assert article.contributors == ()


def test_by_the_name_and_the_date_on_lines_of_their_own() -> None:
    article = read("World", HEADLINE, "By", "Ada Finch", "and Tom Reed", "Follow", "Dec. 9, 2022 4:13 pm ET").article
    assert article.authors == ("Ada Finch", "Tom Reed")
    assert article.published == FRIDAY


def test_a_name_and_a_role_without_by() -> None:
    article = read(HEADLINE, "9 December 2022", "Ada Finch", "BBC News, Aldermoor").article
    assert (article.authors, article.source, article.dateline) == (("Ada Finch",), "BBC News", "Aldermoor")


def test_a_bare_name_over_the_story() -> None:
    article = read(HEADLINE, "Council accepts offer from Polish yard", "Martha Reed").article
    assert article.authors == ("Martha Reed",)
    assert article.standfirst == "Council accepts offer from Polish yard"


def test_the_headline_may_stand_under_the_byline() -> None:
    article = read("By Ada Finch", HEADLINE, "9 Dec 2022").article
    assert (article.headline, article.authors) == (HEADLINE, ("Ada Finch",))


def test_a_date_may_stand_under_the_story() -> None:
    article = read(HEADLINE, story=f"{STORY}\n\nFirst published on 9 December 2022").article
    assert (article.published, article.published_text) == (FRIDAY, "9 December 2022")


def test_a_photographer_beside_the_author_is_no_author() -> None:
    article = read(
        HEADLINE, "Tom Reed, Transport Correspondent", "9 December 2022", "JANE HOLM FOR THE COURIER"
    ).article
    assert article.authors == ("Tom Reed",)


@pytest.mark.parametrize(
    ("kicker", "headline", "standfirst"),
    [
        ("Storm over Norway", HEADLINE, "Council accepts offer from Polish yard in vote that split parties"),
        ("UK news", HEADLINE, ""),
        ("OPINION", HEADLINE, ""),
        ("", HEADLINE, "Council accepts offer from Polish yard in vote that split parties"),
        ("", "Markets tumble", "Shares fell across Europe on Friday as traders learned of the sale. Who will buy now?"),
        ("", HEADLINE, ""),
        ("The Saturday interview", "‘I have two ferries and I can tell you who is who’", ""),
    ],
)
@pytest.mark.parametrize("byline", ["By Ada Finch", ""])
def test_kicker_headline_and_standfirst_are_told_apart(
    kicker: str, headline: str, standfirst: str, byline: str
) -> None:
    if standfirst.endswith("?"):  # whole sentences under a headline are a standfirst only where a byline follows
        byline = "By Ada Finch"
    article = read(*(line for line in (kicker, headline, standfirst, byline) if line)).article
    assert (article.kicker, article.headline, article.standfirst) == (kicker, headline, standfirst)
    assert len(article.paragraphs) == 3


def test_a_heading_stands_between_whole_paragraphs() -> None:
    article = read(HEADLINE, story=f"{LEAD}\n\nWhat comes next?\n\n{SECOND}\n\nThe long view\n\n{LEAD}").article
    assert [text for kind, text in kinds(article) if kind == "heading"] == ["What comes next?", "The long view"]


def test_a_short_sentence_is_no_heading() -> None:
    article = read(HEADLINE, story=f"{LEAD}\n\nNobody came.\n\n{SECOND}").article
    assert "heading" not in dict(kinds(article))


def test_a_headline_alone_and_a_sentence_alone() -> None:
    assert kinds(read_text(f"  {HEADLINE}\n", day=DAY).article) == [("headline", HEADLINE)]
    assert kinds(read_text(LEAD, day=DAY).article) == [("paragraph", LEAD)]


def test_a_wall_without_blank_lines() -> None:
    article = read_text(f"Transport\n{HEADLINE}\nBy Ada Finch\n9 December 2022\n{LEAD}\n{SECOND}", day=DAY).article
    assert [kind for kind, _ in kinds(article)] == ["kicker", "headline", "byline", "byline", "paragraph", "paragraph"]


def test_text_that_is_furniture_from_end_to_end_is_kept() -> None:
    intake = read_text("Share\n\nSave", day=DAY)
    assert intake.article.text == "Share\n\nSave"
    assert intake.set_aside == ()


def test_a_sentence_that_begins_like_furniture_stays() -> None:
    body = "Sign up, they said, and thousands did."
    assert body in read(HEADLINE, story=f"{LEAD}\n\n{body}\n\n{SECOND}").article.paragraphs


def test_other_articles_named_inside_the_story_are_set_aside_until_it_goes_on() -> None:
    intake = read(HEADLINE, story=f"{LEAD}\n\nRecommended\n\nThe man who counts ships\n\n{SECOND}")
    assert [line.text for line in intake.set_aside] == ["Recommended", "The man who counts ships"]
    assert [line.block for line in intake.set_aside] == [2, 2]
    assert SECOND in intake.article.paragraphs


def test_the_menus_of_a_whole_page_are_set_aside() -> None:
    menu = ("Home", "News", "Sport", "Weather", "Travel", "Culture", "Earth", "Audio", "Video", "Live", "Documentaries")
    intake = read(*menu, "Transport", HEADLINE, "By Ada Finch", story="\n\n".join((STORY, *menu)))
    assert (intake.article.kicker, intake.article.headline) == ("Transport", HEADLINE)
    assert intake.article.paragraphs[-1] == "The yard will keep the name, the bell and two of the crew."
    assert {line.reason for line in intake.set_aside} <= {"navigation", "interface"}


def test_a_poem_at_the_end_is_no_menu() -> None:
    poem = [
        f"And the ship went on, went {n} on," for n in ("one", "two", "three", "four", "five", "six", "seven", "eight")
    ]
    assert read(HEADLINE, story="\n\n".join((STORY, *poem))).set_aside == ()


def test_the_headline_again_is_set_aside() -> None:
    intake = read(f"{HEADLINE} - The Courier", HEADLINE, "By Ada Finch", story=f"{LEAD}\n\n{HEADLINE}\n\n{SECOND}")
    assert intake.article.text.count(HEADLINE) == 1
    assert [line.reason for line in intake.set_aside] == ["repeated headline", "repeated headline"]


def test_the_articles_own_address_becomes_its_address() -> None:
    intake = read("https://courier.example/ferry", HEADLINE, story=f"{LEAD}\n\nhttps://yard.example\n\n{SECOND}")
    assert intake.article.url == "https://courier.example/ferry"
    assert "https://yard.example" in intake.article.text
    assert [line.reason for line in intake.set_aside] == ["address"]


def test_a_relative_date_counts_only_if_the_copyright_agrees() -> None:
    story = f"{STORY}\n\nCopyright The Courier Limited 2019."
    article = read(HEADLINE, "By Ada Finch YESTERDAY", story=story).article
    assert (article.published, article.published_text) == (None, "YESTERDAY")


def test_corrections_stand_apart_from_the_story() -> None:
    correction = "This article was amended on 11 December 2022. An earlier version named the wrong yard."
    article = read(HEADLINE, story=f"{STORY}\n\n{correction}").article
    assert kinds(article)[-1] == ("correction", correction)


def test_the_last_line_may_name_the_author() -> None:
    article = read("Opinion", HEADLINE, story=f"{STORY}\n\nAda Finch is a former harbour pilot").article
    assert article.authors == ("Ada Finch",)
    assert article.blocks[-1].kind is BlockKind.TAIL


def test_front_matter_says_what_the_text_does_not() -> None:
    fields = f'title: {HEADLINE}\nauthor: ["[[Ada Finch]]"]\npublished: 2022-12-09\nsource: https://c.example/f'
    intake = read_text(f"---\n{fields}\n---\n{STORY}", day=DAY)
    article = intake.article
    assert (article.headline, article.authors, article.published) == (HEADLINE, ("Ada Finch",), FRIDAY)
    assert article.url == "https://c.example/f"
    assert {line.reason for line in intake.set_aside} == {"front matter"}


def test_front_matter_gives_way_to_what_is_printed() -> None:
    text = f"---\ntitle: Another\nauthor: Nobody\n---\n# {HEADLINE}\n\nBy Ada Finch\n\n{STORY}"
    article = read_text(text, day=DAY).article
    assert (article.headline, article.authors) == (HEADLINE, ("Ada Finch",))


def test_rules_that_are_no_front_matter_are_rules() -> None:
    assert read_text(f"---\nnot: [yaml\n---\n{STORY}", day=DAY).article.text.startswith("not: [yaml")


def test_another_language_is_kept_and_told() -> None:
    text = (
        "Die Stadt will den Turm nach mehr als drei Jahrzehnten wieder öffnen. Der Stadtrat stimmte am Donnerstag mit "
        "großer Mehrheit für einen Vertrag mit dem Betreiber, der den Turm für 25 Jahre pachten soll.\n\n"
        "Die Sanierung kostet nach Angaben der Verwaltung 25,6 Millionen Euro. Davon trägt der Bund die Hälfte."
    )
    intake = read_text(text, day=DAY)
    assert intake.article.language == "de"
    assert len(intake.article.paragraphs) == 2
    assert len(intake.notices) == 1


def test_bytes_say_what_they_were() -> None:
    intake = read_bytes(f"{HEADLINE}\r\n\r\n{SECOND}".encode("cp1252"), day=DAY)
    assert intake.encoding == "cp1252"
    assert intake.article.paragraphs == (SECOND,)


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b\u00a0", "\x00\x01", "***", "\ufeff"])
def test_a_text_without_a_word_is_refused_or_kept(text: str) -> None:
    if text == "***":
        assert read_text(text, day=DAY).article.text == "***"
        return
    with pytest.raises(InputRefused):
        read_text(text, day=DAY)
