"""What recognition finds in a text: entities, figures and dates, all as spans of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reader.domain.span import NOWHERE, Span


class EntityKind(StrEnum):
    """The kinds of named things; there is no "misc"."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    PRODUCT = "product"
    EVENT = "event"


class FigureKind(StrEnum):
    """The kinds of figures; percentage points and basis points are units of PERCENT."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Entity:
    """One named thing with all its mentions in the order of the text.

    `name` is its fullest name in this text ("John Kirby" also for "Kirby"); `salience` lies in [0, 1].
    `reasons` say in words why it ranks where it does ("in the headline", "named 4 times").
    """

    name: str
    kind: EntityKind
    salience: float
    mentions: tuple[Span, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount.

    `value`, `low` and `high` are normalised: money in the main unit, magnitudes multiplied in. An exact figure has
    value = low = high; a range has value None; an open bound is None. `unit` is "%", "pp", "bp" or a unit of measure,
    `currency` an ISO 4217 code, `of` what is counted or paid for, `per` the unit of a price or rate, `qualifier` a word
    such as "additional"; each is "" where there is none. `sentence` is the sentence it stands in.
    """

    span: Span
    kind: FigureKind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    currency: str = ""
    approximate: bool = False
    qualifier: str = ""
    of: str = ""
    per: str = ""
    sentence: Span = NOWHERE
    says: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a stretch of time that the text names; the days are inclusive, None where unknown."""

    span: Span
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said.

    `spans` are the words said, without their quotation marks: several where the quotation is split by its attribution
    or goes on in the next paragraph. `direct` is False for a claim told without quotation marks ("The US alleged
    that ..."). `speaker` is the name, pronoun or description of the attribution and `verb` its word of saying, both
    None where the text does not tell; `who` is the fullest name of the entity that speaks, the description where it
    has no name ("a senior official"), or "".
    """

    spans: tuple[Span, ...]
    direct: bool
    speaker: Span | None = None
    verb: Span | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything recognised in one text; entities most salient first, all else in the order of the text.

    `figures_only` is True when the text is in another language, so that only figures and dates were looked for.
    """

    entities: tuple[Entity, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures_only: bool = False
