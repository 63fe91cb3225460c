"""Nothing that acts on a terminal, or hides, gets through; everything that can be read does."""

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.screen import CIRCLE, MOST_JOINED, MOST_MARKS, clean, tidied, unseen

ESC = "\x1b"
ST = f"{ESC}\\"

SEQUENCES = {
    "colour": f"{ESC}[38;5;201mred{ESC}[0m",
    "clearing": f"{ESC}[2J{ESC}[5;1H",
    "leaving the other screen": f"{ESC}[?1049l",
    "mouse off": f"{ESC}[?1000l",
    "asking for the cursor": f"{ESC}[6n",
    "asking for the title": f"{ESC}[21t",
    "asking for a mode": f"{ESC}[?2026$p",
    "reset": f"{ESC}c",
    "title, bell": f"{ESC}]0;stolen\x07",
    "title, ST": f"{ESC}]2;stolen{ST}",
    "clipboard": f"{ESC}]52;c;c3RvbGVu\x07",
    "link": f"{ESC}]8;;https://elsewhere.example/\x07bank{ESC}]8;;\x07",
    "folder": f"{ESC}]7;file:///\x07",
    "notification": f"{ESC}]9;look{ST}",
    "picture, iTerm": f"{ESC}]1337;File=inline=1:AAAA\x07",
    "picture, sixel": f"{ESC}Pq#0{ST}",
    "picture, kitty": f"{ESC}_Ga=T,f=100;AAAA{ST}",
    "palette": f"{ESC}]4;1;?\x07",
    "unfinished title": f"{ESC}]0;stolen",
    "privacy message": f"{ESC}^x{ST}",
    "start of string": f"{ESC}Xx{ST}",
    "character set": f"{ESC}(0lqk{ESC}(B",
    "shift out": "\x0elqk\x0f",
    "alignment test": f"{ESC}#8",
    "keyboard": f"{ESC}[>1u",
    "at the end": f"text {ESC}",
    "before a line end": f"{ESC}\n]0;stolen\x07",
    "twice": f"{ESC}{ESC}[1m",
    "one byte CSI": "\x9b31mred",
    "one byte OSC": "\x9d0;stolen\x9c",
    "one byte DCS": "\x90q\x9c",
    "all of C0": "".join(map(chr, range(32))),
    "all of C1": "".join(map(chr, range(0x80, 0xA0))),
    "delete": "a\x7fb",
    "backspaces": "secret\x08\x08\x08\x08\x08\x08public",
    "overriding direction": "pay \u202elive\u202c end",
    "isolating direction": "a\u2066b\u2067c\u2068d\u2069e",
    "direction marks": "a\u200eb\u200fc\u061cd",
    "tags": "a\U000e0001\U000e0041\U000e007fb",
    "zero width": "a\u200bb\u2060c\ufeffd\u00ade",
    "fillers": "a\u3164b\u115fc\uffa0d\u1160e",
    "annotation": "a\ufff9b\ufffac\ufffbd",
    "selectors": "a\ufe00b\ufe0fc\U000e0100d\u180be",
    "surrogates": "a\ud83d\ude00b\udc9bc",
    "no characters": "a\uffff\ufdd0\U0010ffffb",
    "joiners with nothing to join": "\u200da\u200db\u200c \u200d",
    "lines": "a\u2028b\u2029c\x85d\r\ne\rf",
}


VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs that are drawn round or over digits; Unicode counts them among the formats, but they are seen."""


IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of the Unicode Character Database, but for joiners and the selectors of emoji."""


def forbidden(character: str) -> bool:
    """Whether a character may reach no terminal, but for joiners and selectors, which have their own tests."""
    if character in "\n\u200c\u200d\ufe0e\ufe0f" or character in VISIBLE_FORMATS:
        return False
    is_none = ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
    return is_none or bool(IGNORABLE.match(character)) or unicodedata.category(character) in NEVER


NEVER = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Controls, formats, surrogates, private use, separators of lines and paragraphs."""


@pytest.mark.parametrize("way", [clean, tidied])
def test_no_character_that_acts_or_hides_gets_through_whatever_stands_beside_it(way: Callable[[str], str]) -> None:
    acting = [chr(code) for code in range(sys.maxunicode + 1) if forbidden(chr(code))]
    assert len(acting) > 140_000
    few = [one for one in acting if unicodedata.category(one) != "Co"]
    for around in ("{}", "a{}b", "\u0628{}\u0628", "\u0915\u094d{}\u0937", "\u2764{}\u2764", "\n{}\u0301"):
        shown = way("".join(map(around.format, acting if around == "{}" else few)))
        assert [ascii(one) for one in shown if forbidden(one)] == []


def test_every_other_character_is_seen() -> None:
    others = (chr(code) for code in range(0x20, sys.maxunicode + 1) if not forbidden(chr(code)))
    seen = [one for one in others if not ALONE.match(one)]
    assert clean("a".join(seen)) == "a".join(seen)


ALONE = re.compile("[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U00013430-\U0001343f]")
"""Joiners, selectors, tones and what joins hieroglyphs are nothing by themselves."""


@pytest.mark.parametrize("text", SEQUENCES.values(), ids=SEQUENCES.keys())
@pytest.mark.parametrize("multiline", [True, False])
def test_nothing_that_acts_gets_through(text: str, multiline: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shown = clean(text, multiline=multiline)
    assert not [hex(ord(character)) for character in shown if forbidden(character)]
    assert multiline or "\n" not in shown


def test_an_escape_is_shown_as_a_picture() -> None:
    assert clean(f"a{ESC}[31mb\x00\x07\x7f") == "a␛[31mb␀␇␡"


def test_what_has_no_picture_is_shown_as_a_replacement() -> None:
    assert clean("a\x9b\ud800\uffffb") == "a\ufffd\ufffd\ufffdb"


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\U000e0041", "\u3164", "\ue000"])
def test_what_hides_or_turns_the_text_round_is_shown(hidden: str) -> None:
    assert clean(f"a{hidden}b") == "a\ufffdb"


@pytest.mark.parametrize("hint", ["\u200e", "\u200f", "\u061c", "\u034f", "\ufe00", "\U000e0100"])
def test_a_hint_of_shape_or_direction_leaves_nothing(hint: str) -> None:
    assert clean(f"a{hint}b") == "ab"


def test_what_is_typed_or_copied_has_no_picture_of_what_cannot_be_seen() -> None:
    assert tidied("inter\u00adnational \u200bword\x1b[31m\u202e") == "international word␛[31m"
    assert tidied("plain") == "plain"


def test_what_hides_in_a_text_is_counted_by_its_name() -> None:
    assert unseen("a\u200bb\u200bc\u200e\U000e0fff") == {
        "zero width space": 2,
        "left-to-right mark": 1,
        "U+E0FFF": 1,
    }
    assert unseen("plain") == {}


def test_a_mark_without_a_letter_lies_over_nothing_that_stands_before_the_text() -> None:
    assert clean("\u0301a\n\u0902b") == f"{CIRCLE}\u0301a\n{CIRCLE}\u0902b"


def test_the_flag_of_a_region_shows_without_its_hidden_name() -> None:
    assert clean("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == "\U0001f3f4"
    assert clean("a\U000e0067\U000e007f") == "a\ufffd\ufffd"


def test_a_skin_tone_on_its_own_is_shown_as_something_of_a_known_width() -> None:
    assert clean("a\U0001f3fd \U0001f44d\U0001f3fd\U0001f3fd") == "a\ufffd \U0001f44d\U0001f3fd\ufffd"


def test_a_long_chain_of_emoji_is_cut_where_no_terminal_draws_it_as_one() -> None:
    shown = clean("\U0001f468" + "\u200d\U0001f469" * 30)
    assert max(len(piece) for piece in re.findall("(?:.\u200d)+", shown)) == 2 * MOST_JOINED


def test_a_tab_becomes_spaces_and_every_line_end_a_line_feed() -> None:
    assert clean("a\tb\r\nc\rd\u2028e\x85f") == "a    b\nc\nd\ne\nf"


def test_a_single_line_has_no_line_end() -> None:
    assert clean("a\r\nb\nc", multiline=False) == "a b c"


@pytest.mark.parametrize(
    "text",
    [
        "Café – “naïve” … £5, €6, ½ and 40 °C",
        "Привет, Ελλάδα, 漢字とカナ, 한국어, שלום, مرحبا, नमस्ते, ไทย",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
        "\u2764\ufe0f heart, \u2764\ufe0e heart, 1\ufe0f\u20e3 keycap",
        "\U0001f44d\U0001f3fd \U0001f1fa\U0001f1e6",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "e\u0301 and q\u0307\u0323",
    ],
)
def test_what_can_be_read_stays(text: str) -> None:
    assert clean(text) == text


def test_a_joiner_between_latin_letters_goes() -> None:
    assert clean("pass\u200cword\u200d") == "password"


def test_a_selector_after_a_letter_goes() -> None:
    assert clean("a\ufe0fb 1\ufe0f2") == "ab 12"


def test_towers_of_marks_are_cut() -> None:
    assert clean("Z" + "\u0301\u0489" * 100 + "b") == "Z" + ("\u0301\u0489" * 100)[:MOST_MARKS] + "b"


def test_joiners_do_not_help_a_tower_of_marks() -> None:
    tower = "\u0915" + "\u094d\u200d" * 100
    assert sum(unicodedata.category(each) == "Mn" for each in clean(tower)) <= MOST_MARKS


@pytest.mark.parametrize("way", [clean, tidied])
@given(st.text(st.characters(codec=None)))
def test_cleaning_what_is_clean_changes_nothing(way: Callable[[str], str], text: str) -> None:
    once = way(text)
    assert clean(once) == tidied(once) == once
    assert not [character for character in once if forbidden(character)]


PIECES = [
    "a",
    "1",
    "\u200c",
    "\u200d",
    "\ufe0f",
    "\ufe0e",
    "\u2764",
    "\U0001f468",
    "\U0001f3fd",
    "\U0001f3f4",
    "\U000e0067\U000e0062\U000e0065\U000e007f",
    "\u20e3",
    "\u1161",
    "\n",
    "\u0301",
    "\u0628",
    "\u094d",
    "\u202e",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_joiners_and_selectors_stay_only_where_they_work(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not once.startswith(("\u200c", "\u200d", "\ufe0f", "\u0301", "\U0001f3fd"))
    assert not once.endswith(("\u200c", "\u200d"))
    for left in "a1":
        assert left + "\u200d" not in once
        assert left + "\u200c" not in once
    assert "a\ufe0f" not in once


def test_the_naughty_strings_are_harmless() -> None:
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        pytest.skip("READER_CORPORA names no folder of hostile texts")
    for text in json.loads((Path(folder) / "hostile" / "blns.json").read_text(encoding="utf-8")):
        assert not [character for character in clean(text) if forbidden(character)]
