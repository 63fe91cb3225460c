"""What the preview says of a figure whose object is not known."""

import pytest

from reader.recognition.figures import find_figures
from reader.ui.widgets.glance import following_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The court gave £8.6mn to the orphans and sent them home.", "to the orphans"),
        ("Bidders put up €2.9bn in two years, and went.", "in two years"),
        ("Lena had $40, she said.", ""),
        ("Lena paid $40 and left.", ""),
        ("Lena paid $40 to Mr. Lee (her uncle).", "to Mr. Lee"),
        ("Lena paid $40 to each of the seventeen weary ushers of the old opera house in Bergen.", ""),
    ],
)
def test_the_words_behind_a_figure_end_with_their_clause_or_are_left_out(text: str, words: str) -> None:
    figure = next(figure for figure in find_figures(text) if figure.currency)
    assert following_words(figure, text) == words
