"""Runs of capitalised words: where a name may begin, and how far it may reach."""

from collections.abc import Iterator

from reader.recognition.calendar import is_date_word
from reader.recognition.joints import next_part
from reader.recognition.scenes import Scene
from reader.recognition.titles import title_end


def runs(here: Scene) -> Iterator[tuple[int, int]]:
    """The runs of words that may hold names, as half-open ranges of word indices."""
    i = 0
    while i < len(here.words):
        if i in here.known or (here.words[i].cap and not is_date_word(here, i)):
            end = _end(here, i)
            yield i, end
            i = end
        else:
            i += 1


def _end(here: Scene, i: int) -> int:
    """The index after the last word of the run that begins at `i`."""
    place = i
    while True:
        place = max(title_end(here.words, place, len(here.words)), here.known.get(place, (place + 1,))[0])
        following = next_part(here, i, place)
        if following is None:
            return place
        place = following
