"""What joins capitalised words to one name: "of", "for", "and", "&", particles, commas and apostrophes inside names."""

from reader.recognition.calendar import is_date_word
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.text.wordlist import wordlist

LEGAL_FORMS = wordlist(
    "Inc Inc. INC INC. Ltd Ltd. LTD LTD. LLC LLP Corp Corp. CORP CORP. plc PLC Plc Co. CO. S.A. L.P. N.V. Limited GmbH"
)
"""Words that end the name of a company whatever follows."""

_APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
_OF_PLACE = wordlist("Gulf Bay Strait Straits Isle Cape Sea Republic Kingdom Province State City Horn Rock Port")
_OF_CHURCH = wordlist("Archdiocese Diocese")
_ON = wordlist("Committee Commission Council Conference Institute Center Centre Office Panel Forum Group Force")
_OWNERS = wordlist(
    "People Women Men Children Workers Teachers Farmers Students Journalists Lawyers Minister President Governor "
    "Mayor King Queen Veterans Girls Boys Doctors Nurses Writers Peoples Fishermen Traders Employers"
)
_BODIES = wordlist("Union Association Federation Society Guild Board Council Commission Company Trust Institute Museum")
_HOLDERS = wordlist("Minister Ministers Secretary Commissioner Director Head Chief")


def next_part(here: Scene, i: int, k: int) -> int | None:
    """The index of the capitalised word with which the run [i, k) goes on, if it does."""
    if k >= len(here.words):
        return None
    if not here.text[here.words[k - 1].end : here.words[k].start].isspace():
        return _after_mark(here, i, k)
    if here.words[k].cap:
        return None if is_date_word(here, k) and k not in here.known else k
    following = k + 1
    texts = [word.text for word in here.words[k : k + 2]]
    inner = texts[1:] == ["the"] and texts[0] in {"of", "for", "on"}
    if inner or (len(texts) == 2 and listed("particles").issuperset(texts)):
        following += 1
    if following >= len(here.words) or not here.words[following].cap or is_date_word(here, following):
        return None
    return following if _connects(here, i, k, following) else None


def _after_mark(here: Scene, i: int, k: int) -> int | None:
    """The run's next word behind a comma ("Acme, Inc.") or an apostrophe ("Workers' Party")."""
    mark, after = here.words[k].text, here.words[k + 1 : k + 4]
    if not after:
        return None
    if mark == ",":
        joined = after[0].text in LEGAL_FORMS or _is_listed_office(here, i, k)
    else:
        owned = mark in _APOSTROPHES and here.words[k - 1].text in _OWNERS and after[0].cap
        joined = owned and any(word.text in listed("org_heads") for word in after)
    return k + 1 if joined else None


def _is_listed_office(here: Scene, i: int, k: int) -> bool:
    """Whether the comma at `k` stands between the subjects of one office ("Ministry of Trade, Energy and Mines")."""
    subjects = listed("departments")
    before = [word.text for word in here.words[i:k]]
    if before[-1] not in subjects or "of" not in before or listed("org_heads").isdisjoint(before):
        return False
    place = k + 1
    while place + 1 < len(here.words) and (here.words[place].text in subjects or here.words[place].text == ","):
        place += 1
    last = here.words[place]
    return place > k + 1 and last.text in {"and", "&"} and here.words[place + 1].text in subjects


def _connects(here: Scene, i: int, k: int, following: int) -> bool:
    """Whether the small word `k` joins the run [i, k) to the capitalised word `following`."""
    word, before, after = here.words[k].text, here.words[k - 1].text, here.words[following].text
    heads = listed("org_heads")
    if word in {"of", "for"} and before in _HOLDERS:
        return after in listed("departments")
    if word == "of":
        return before in heads or before in _OF_PLACE or before in _OF_CHURCH
    if word == "for":
        return any(part.text in heads for part in here.words[i:k])
    if word == "and":
        return after != "The" and _and_connects(here, i, k, following)
    if word in listed("particles"):
        return here.words[i].text not in listed("titles") and after not in heads
    return word == "&" or (word == "on" and before in _ON)


def _and_connects(here: Scene, i: int, k: int, following: int) -> bool:
    """Whether "and" stands inside a name ("Ministry of Health and Welfare") and not between two."""
    if following in here.known and here.known[following][0] - following > 1:
        return False
    before, after = here.words[k - 1].text, here.words[following].text
    heads = listed("org_heads")
    if _are_trades(here, i, k, following):
        return True
    if not (_is_subject(before) and _is_subject(after)):
        return False
    words = [part.text for part in here.words[i:k]]
    if any(word in heads for word in words) and any(word in {"of", "for", "on"} for word in words):
        return True
    end = following
    while end < len(here.words) and here.words[end].cap:
        end += 1
    return end - following > 1 and here.words[end - 1].text in heads


def _are_trades(here: Scene, i: int, k: int, following: int) -> bool:
    """Whether "the X and Y Union" names one body: two unknown words, no names of people, before one head."""
    if k < 2 or here.words[k - 2].text not in {"the", "The"} or i < k - 2 or following + 1 >= len(here.words):
        return False
    named = {here.words[k - 1].text, here.words[following].text}
    people = not (named.isdisjoint(listed("first_names")) and named.isdisjoint(listed("surnames")))
    apart = people or k - 1 in here.known or following in here.known
    return not apart and here.words[following + 1].text in _BODIES


def _is_subject(word: str) -> bool:
    """Whether a word may tell what an office is for."""
    if word in listed("departments"):
        return True
    return is_common(word) and word not in listed("org_heads") and word not in listed("titles")
