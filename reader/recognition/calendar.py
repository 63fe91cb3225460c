"""Days and months among capitalised words."""

from reader.recognition.scenes import Scene
from reader.text.wordlist import wordlist

DAYS = wordlist("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = wordlist(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec."
)
_NAMES_TOO = wordlist("May April June August")


def is_date_word(here: Scene, i: int) -> bool:
    """Whether word `i` is a day or a month rather than a name; "Theresa May" and "April Jones" are names."""
    word = here.words[i].text
    if word not in DAYS and word not in MONTHS:
        return False
    if word not in _NAMES_TOO:
        return True
    after = here.words[i + 1] if i + 1 < len(here.words) else None
    before = here.words[i - 1] if i else None
    if after is not None and after.text[0].isdigit():
        return True
    named = before is not None and before.cap and before.text not in DAYS
    naming = after is not None and after.cap and after.text[0].isalpha()
    return not named and not naming
