"""Ships and the like, told by the noun before their names or the letters of a navy."""

import pytest

from reader.domain.analysis import EntityKind
from reader.recognition import analyse


def products(text: str) -> list[str]:
    """The places of `text` that name a product, in its order."""
    spans = [span for one in analyse(text).entities if one.kind is EntityKind.PRODUCT for span in one.mentions]
    return [span.of(text) for span in sorted(spans)]


@pytest.mark.parametrize(
    ("text", "vessel"),
    [
        ("He waited on the ferry Morven Lass for an hour.", "Morven Lass"),
        ("The crew of the trawler Sula Bheag were picked up.", "Sula Bheag"),
        ("They met aboard the old steamer Queen of Ettrick at noon.", "Queen of Ettrick"),
        ("A fire broke out on HMS Grindal on Sunday.", "HMS Grindal"),
        ("The tanker Orlev Tuesday lay at anchor.", "Orlev"),
    ],
)
def test_a_vessel_is_a_product(text: str, vessel: str) -> None:
    assert products(text) == [vessel]


def test_a_vessel_is_known_again_by_its_name_alone() -> None:
    text = "The ferry Morven Lass was late. The windows of the Morven Lass were broken."
    assert products(text) == ["Morven Lass", "Morven Lass"]


def test_a_ship_called_like_a_country_does_not_take_the_country_along() -> None:
    text = "The ferry Norway left at ten. The Norway is old. She was built in Norway."
    assert products(text) == ["Norway", "Norway"]


@pytest.mark.parametrize("text", ["The ship Captain Rolfe bought is old.", "The ferry on Sunday was full."])
def test_what_stands_behind_a_ship_is_not_always_its_name(text: str) -> None:
    assert products(text) == []
