"""Captions and credits are told apart, and from sentences about pictures."""

from datetime import date

import pytest

from reader.domain.article import Caption
from reader.ingest import read_text
from reader.ingest.credits import caption_end, find_credit, starts_caption

STORY = (
    "The harbour will close in March after the last of its ferries was sold to a yard, the city council said on Friday."
)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A ferry at the quay © Per Lind/Fjordfoto", "A ferry at the quay", "© Per Lind/Fjordfoto"),
        (
            "A ferry at the quay. Photograph: Per Lind/Fjordfoto",
            "A ferry at the quay.",
            "Photograph: Per Lind/Fjordfoto",
        ),
        ("A ferry. PHOTO: PER LIND/FJORD PICTURES", "A ferry.", "PHOTO: PER LIND/FJORD PICTURES"),
        ("A ferry, Dec. 7. (AP Photo/Per Lind)", "A ferry, Dec. 7.", "(AP Photo/Per Lind)"),
        ("A ferry. (Per Lind/The Fjord Post via AP)", "A ferry.", "(Per Lind/The Fjord Post via AP)"),
        ("A ferry in Oslo. Per Lind/Getty Images", "A ferry in Oslo.", "Per Lind/Getty Images"),
        ("A ferry in Oslo. REUTERS/Per Lind/File Photo", "A ferry in Oslo.", "REUTERS/Per Lind/File Photo"),
        ("A ferry [Per Lind/Northwire]", "A ferry", "[Per Lind/Northwire]"),
        ("The quay | Photo: Reuters", "The quay", "Photo: Reuters"),
        ("A ferry Credit: Per Lind/PA", "A ferry", "Credit: Per Lind/PA"),
        ("A ferry since 1882Image: Per Lind/AP", "A ferry since 1882", "Image: Per Lind/AP"),
        ("The old quay (Source: NASA)", "The old quay", "(Source: NASA)"),
        ("Credit...Per Lind for The Courier", "", "Credit...Per Lind for The Courier"),
        ("Illustration by Mila Arendt", "", "Illustration by Mila Arendt"),
        ("Getty Images", "", "Getty Images"),
        ("Main image credit: Getty", "", "Main image credit: Getty"),
    ],
)
def test_a_credit_is_found_at_the_end_of_a_line(line: str, caption: str, credit: str) -> None:
    found = find_credit(line)
    assert found
    assert (line[: caption_end(line, found)], line[found.start :]) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images sued a rival on Friday, the company said.",
        "He said the deal (worth $3mn) was good.",
        "She posted a photo by Per Lind.",
        "Photo: The minister arrives in Oslo on Friday",
        "Ships (and/or barges) wait off the coast (he/she)",
        "The man who calls himself a photo editor left",
    ],
)
def test_a_sentence_has_no_credit(line: str) -> None:
    assert find_credit(line) is None


def test_a_line_may_say_that_it_is_a_caption() -> None:
    assert starts_caption("FILE PHOTO: The logo of the port")
    assert starts_caption("In this photo, a ferry sails")
    assert not starts_caption("In this town nobody sails")


def captions(head: str) -> tuple[Caption, ...]:
    return read_text(
        f"Last ferry sold to yard\n\n{head}\n\n{STORY}\n\n{STORY}", day=date(2022, 12, 10)
    ).article.captions


def test_labelled_pictures_have_their_credit_behind_the_caption() -> None:
    assert captions("Image source, Fjordfoto\nImage caption, A ferry at the quay") == (
        Caption("A ferry at the quay", "Fjordfoto"),
    )


def test_an_agency_above_a_line_without_a_stop_is_its_credit() -> None:
    assert captions("9 December 2022\n\nGetty Images\n\nThe ferry has sailed since 1882") == (
        Caption("The ferry has sailed since 1882", "Getty Images"),
    )


def test_a_picture_label_is_no_part_of_the_caption() -> None:
    assert captions("By Ada Finch\n\nImage: The ferry has sailed since 1882") == (
        Caption("The ferry has sailed since 1882", ""),
    )


def test_a_credit_on_its_own_line_makes_no_caption_of_the_standfirst() -> None:
    head = ("Last ferry sold to yard in Gdynia", "Council accepts the offer after a vote", "© Per Lind", "By Ada Finch")
    article = read_text("\n\n".join((*head, STORY)), day=date(2022, 12, 10)).article
    assert article.standfirst == "Council accepts the offer after a vote"
    assert article.captions == (Caption("", "Per Lind"),)


def test_the_agency_that_signs_off_a_story_is_no_credit() -> None:
    article = read_text(
        f"Last ferry sold\n\n{STORY}\n\nNobody came, police said. (Reuters)", day=date(2022, 12, 10)
    ).article
    assert article.captions == ()
