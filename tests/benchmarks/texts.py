"""Articles of any length, made of own sentences; the same length gives the same text."""

import random

_PEOPLE = ("Anna Berg", "Tomas Lind", "Ida Ness", "Per Dahl", "Maria Costa", "Samir Haddad", "Grace Okoro")
_ORGANISATIONS = ("Nordkyst", "the Harbour Board", "Eastline Shipping", "the Ministry of Transport", "Halden Bank")
_PLACES = ("Bergen", "Tromso", "Lisbon", "Nairobi", "Oslo", "Rotterdam")
_SENTENCES = (
    "{person}, who speaks for {organisation}, said the delay would cost ${number}mn a month.",
    "Ferries between {place} and the islands carried {number},000 people, {number} per cent more than in 2019.",
    "The crews had asked for {number} more hours of rest, but talks in {place} ended on Tuesday without a result.",
    "“We will not sail in such weather,” {person} told reporters in {place}.",
    "{organisation} owns {number} ships, most of them older than the port they sail from.",
    "Nobody at {organisation} would say when the service begins again.",
    "By the end of March, {person} expects fares to rise by between {number} and {number2} per cent.",
)
_WORDS_A_PARAGRAPH = 55


def article(words: int, seed: int = 1) -> str:
    """A pasted article of at least `words` words: headline, standfirst, byline, paragraphs."""
    chance = random.Random(seed)  # noqa: S311 - a text that can be made again is wanted
    head = [
        f"Ferries stop for the {seed}th time this winter",
        "Crews and owners blame each other for a strike that nobody planned.",
        f"By {chance.choice(_PEOPLE)} in {chance.choice(_PLACES)}",
    ]
    paragraphs: list[str] = []
    while sum(len(part.split()) for part in (*head, *paragraphs)) < words:
        paragraphs.append(_paragraph(chance))
    return "\n\n".join((*head, *paragraphs)) + "\n"


def _paragraph(chance: random.Random) -> str:
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < _WORDS_A_PARAGRAPH:
        number = chance.randrange(2, 90)
        sentences.append(
            chance.choice(_SENTENCES).format(
                person=chance.choice(_PEOPLE),
                organisation=chance.choice(_ORGANISATIONS),
                place=chance.choice(_PLACES),
                number=number,
                number2=number + chance.randrange(2, 9),
            )
        )
    return " ".join(sentences)
