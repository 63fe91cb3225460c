"""Headlines set in title case or in capitals, given back the capitals that running text would have.

The result has the length of the text it came from, so every span holds for both.
"""

from collections.abc import Iterable, Sequence

from reader.recognition.gazetteer import Gazetteer, shouted_names
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.words import Line, Word


def plain(text: str, lines: Sequence[Line], known: Gazetteer) -> str:
    """`text` with ordinary words of titled lines in lower case, and names as the body or a list writes them."""
    titled = [line for line in lines if line.titled]
    if not titled:
        return text
    body = _forms(line for line in lines if not line.titled)
    parts: list[str] = []
    place = 0
    for line in titled:
        for start, form in _restored(text, line, body, known):
            parts += (text[place:start], form)
            place = start + len(form)
    return "".join((*parts, text[place:]))


def _forms(lines: Iterable[Line]) -> dict[str, str]:
    """For every word of the body in lower case, how running text writes it inside a sentence."""
    forms: dict[str, str] = {}
    for line in lines:
        for word in line.words:
            if word.text.islower():
                forms[word.text] = word.text
            elif word.cap and not word.first:
                forms.setdefault(word.text.lower(), word.text)
    return forms


def _restored(text: str, line: Line, body: dict[str, str], known: Gazetteer) -> Iterable[tuple[int, str]]:
    """The words of a titled line that change, as (start, new form) in order; no form changes its length."""
    capitals = sum(word.text.isupper() for word in line.words if word.text[0].isalpha())
    shouted = capitals > sum(word.text[0].isalpha() for word in line.words) / 2
    i = 0
    while i < len(line.words):
        word = line.words[i]
        end, form = _known_form(text, line.words, i, known, shouted=shouted)
        if end == i:
            end = i + 1
            form = _word_form(word, body, shouted=shouted)
        if len(form) == line.words[end - 1].end - word.start and form != text[word.start : word.start + len(form)]:
            yield word.start, form
        i = end


def _known_form(text: str, words: tuple[Word, ...], i: int, known: Gazetteer, *, shouted: bool) -> tuple[int, str]:
    """The end and the usual form of the known name at word `i`, or `i` and nothing."""
    if not shouted:
        match = known.longest_at(text, words, i)
        certain = match and (match[0] > i + 1 or not is_common(words[i].text))
        return (match[0], text[words[i].start : words[match[0] - 1].end]) if match and certain else (i, "")
    index = shouted_names()
    for end in range(min(len(words), i + 5), i, -1):
        name = text[words[i].start : words[end - 1].end].replace("’", "'")
        if name in index and (end > i + 1 or not is_common(name) or name in {"US", "UN", "EU", "UK"}):
            return end, index[name]
    return i, ""


def _word_form(word: Word, body: dict[str, str], *, shouted: bool) -> str:
    """How running text would write one word of a headline that is not part of a known name."""
    lowered = word.text.lower()
    if lowered in body:
        return body[lowered]
    if not word.cap and not word.text.isupper():
        return word.text
    if is_common(word.text) or lowered in listed("function_words"):
        return word.text if word.text.capitalize() in listed("first_names") and not word.first else lowered
    return word.text.capitalize() if shouted and len(word.text) > 3 else word.text
