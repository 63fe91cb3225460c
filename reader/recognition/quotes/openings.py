"""What stands between a verb of saying and what was said: listeners, places and times, and the word "that"."""

import re
from functools import cache

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
_MEANS = (
    r"statement|interview|speech|letter|post|tweet|email|e-mail|report|filing|briefing|note|release|conference|video|"
    r"address|message|memo|hearing|broadcast|article|paper|study|update|call|blog"
)


_BEFORE_THAT = ("of", "on", "in", "at", "to", "by", "about", "with", "from", "over", "for")
_NO_DEMONSTRATIVE = "".join(rf"(?<!\s{word})" for word in _BEFORE_THAT)
"""Right behind these a "that" points at a thing ("said of that road")."""

_OPENS_CLAUSE = "the|an?|he|she|they|it|there|no|his|her|its|their"
"""What was said begins with one of these behind a listener ("told residents the road would close")."""

_BODY = (
    "court|jury|conference|parliament|council|committee|inquiry|newspaper|agency|meeting|crowd|press|channel|assembly|"
    "hearing|paper|broadcaster|magazine|programme|rally|house|police|tribunal|panel|reporters|journalists|officers|"
    "board|judge"
)


@cache
def adverbials() -> re.Pattern[str]:
    """When and where something was said, before what was said."""
    return re.compile(
        rf"(?:\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?{_DAY}"
        r"|\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?=\s+[a-z])"
        r"|\s+(?:yesterday|today|earlier|again|publicly|privately|flatly)\b"
        rf"|\s+(?:last|this|earlier\s+this)\s+(?:week|month|year|night|morning|evening|{_DAY})"
        r"|\s+(?:in|at|during|via)\s+(?:an?|his|her|its|their|the)\s+(?:[\w’'-]+\s+){0,4}?"
        rf"(?:{_MEANS})\b(?:\s+(?:with|to|on|from|for)\s+(?:(?!that\b)[\w’'.-]+\s?){{1,5}}?(?=\s+that\b|\s+{_DAY}|,))?)+"
    )


@cache
def that() -> re.Pattern[str]:
    """The "that" before what was said, with what may stand before it."""
    return re.compile(
        r"(?:\s+out)?(?:\s+(?:on|in|at|of|after|during)\s+that\s+[a-z-]+(?=\s+that\b))?"
        r"(?:\s+\([^()]{1,60}\)(?=\s+that\b))?(?:,?\s+(?:on|in|at|during|to|after|late|earlier|last|this|yesterday|today|again|before|from|by|over|"
        r"via|with|of|about|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[a-z]+ly\b)"
        r"(?:(?!\bthat\b|\bwhich\b|,\s+(?:\w+ing|and|but|after|before|as|when|while|who|an?|the)\b)"
        r"[^“”;:]){0,110}?)?"
        rf"{_NO_DEMONSTRATIVE},?\s+that,?\s+"
    )


@cache
def that_at_once() -> re.Pattern[str]:
    """The same behind verbs that take objects ("agreed to a deal that ..."): only when it was said comes between."""
    return re.compile(
        r"(?:\s+out)?(?:\s+(?:(?:late|early|earlier)\s+)?(?:on|in|at|last|this|yesterday|today|Mon|Tues|Wednes|Thurs|Fri|"
        rf"Satur|Sun|[a-z]+ly\b)(?:\w*\s*\w+){{0,5}}?)?{_NO_DEMONSTRATIVE}\s+that,?\s+"
    )


@cache
def listener() -> re.Pattern[str]:
    """Whom somebody told, but for names; before a "that" any few words."""
    return re.compile(
        rf"\s+(?:(?:(?:the|an?|his|her|its|their)\s+[a-z-]+|[a-z-]+s)(?=\s+(?:{_OPENS_CLAUSE})\s)"
        r"|(?:him|her|them|us|me|you|reporters|journalists|lawmakers|parliament|investors|analysts|MPs|senators|"
        r"ministers|delegates|supporters|shareholders|viewers|readers|colleagues|staff|voters|police|officials|members|"
        r"state (?:TV|television|media|radio)|Congress|Parliament)\b(?![’'])"
        rf"|(?:the|an?|his|her|its|their|local|state)\s+(?:[\w’'.-]+\s+){{0,3}}?(?:{_BODY})\b"
        r"|(?:(?!that\b)[\w’'.-]+\s+){0,6}?(?!that\b)[\w’'.-]+(?=\s+that\b))"
    )


@cache
def outlet() -> re.Pattern[str]:
    """What may belong to the name of a listener ("Reuters news agency", "the Senate's Rural Affairs Committee")."""
    return re.compile(
        rf"(?:[’']s\s+(?:(?:[\w’'-]+\s+){{0,4}}?(?:{_BODY})\b"
        r"|[A-Z][\w’'&-]*(?:\s+(?:(?:and|of|for)\s+)?[A-Z][\w’'&-]*)*(?:\s+(?:programme|show|podcast))?"
        r"|[\w’'-]+(?:\s+[\w’'-]+)?))?"
        r"(?:\s+(?:news agency|news|newspaper|television|radio|TV|magazine|lawmakers|officials))?"
    )


@cache
def proper() -> re.Pattern[str]:
    """A listener that is written like a name and that nothing knows."""
    return re.compile(r"\s+(?:the\s+)?(?:[A-Z][\w’'.&-]*)(?:\s+[A-Z][\w’'.&-]*){0,4}")


@cache
def denied() -> re.Pattern[str]:
    """What somebody denied doing."""
    return re.compile(r"(?!anything|everything|something|nothing)[a-z]+ing\s+\w")
