"""What comes from a terminal: keys are keys, a paste is a paste, and nothing else gets through."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events, messages
from textual.geometry import Size
from textual.message import Message

from reader.ui.terminal.keyboard import (
    FLOOD,
    FLOOD_PATIENCE,
    LATE,
    LONGEST,
    PASTE_BEGINS,
    PASTE_ENDS,
    PASTE_PATIENCE,
    STRING_PATIENCE,
    Keyboard,
)

SIZE = Size(100, 30)
TICK = 0.001


class Hands:
    """A keyboard with a clock that only waiting sets forward."""

    def __init__(self, size: Size = SIZE) -> None:
        self.now = 0.0
        self.keyboard = Keyboard(lambda: size, lambda: self.now)

    def send(self, *parts: str | bytes, wait: float = 0.0) -> list[Message]:
        """Send parts one after the other, each `wait` seconds after the one before."""
        found: list[Message] = []
        for part in parts:
            found += self.wait(wait) if wait else []
            found += self.keyboard.feed(part.encode() if isinstance(part, str) else part)
        return found

    def wait(self, seconds: float) -> list[Message]:
        """Wait in silence."""
        self.now += seconds + TICK
        return self.keyboard.tick()


def keys(found: list[Message]) -> list[str]:
    """The names of the keys; anything else is a surprise."""
    assert all(isinstance(one, events.Key) for one in found), found
    return [one.key for one in found if isinstance(one, events.Key)]


def pasted(found: list[Message]) -> list[str]:
    """The texts that were pasted; anything else is a surprise."""
    assert all(isinstance(one, events.Paste) for one in found), found
    return [one.text for one in found if isinstance(one, events.Paste)]


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        ("aé界", ["a", "é", "界"]),
        ("\x1b[A\x1bOB", ["up", "down"]),
        ("\x1b[97u", ["a"]),
        ("\x1b[122;5u", ["ctrl+z"]),
        ("\x1b[[A", ["f1"]),
        ("\x1bx", ["alt+x"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1a\r", ["ctrl+z", "enter"]),
        ("\x1b[15~", ["f5"]),
    ],
)
def test_keys_are_what_they_are_to_textual(sent: str, names: list[str]) -> None:
    assert keys(Hands().send(sent)) == names


@pytest.mark.parametrize("sent", ["\x1b[1;5A", "\x1b[97u", "é", "\x1bOP", "\x1b[15~"])
def test_a_key_may_come_byte_by_byte(sent: str) -> None:
    whole, apart = Hands().send(sent), Hands().send(*(bytes([one]) for one in sent.encode()))
    assert keys(whole) == keys(apart) != []


def test_escape_alone_is_a_key_after_a_moment() -> None:
    hands = Hands()
    assert hands.send("\x1b") == []
    assert keys(hands.wait(0.1)) == ["escape"]


def test_an_unfinished_key_is_the_one_that_older_terminals_mean() -> None:
    hands = Hands()
    assert hands.send("\x1b[23$") == []
    assert keys(hands.wait(0.1)) == ["f23"]


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf"])
def test_a_byte_that_is_no_text_is_a_key_that_means_nothing(bad: bytes) -> None:
    found = Hands().send(bad + b"j")
    assert keys(found)[-1] == "j"
    assert {one.character for one in found if isinstance(one, events.Key)} <= {"\ufffd", "(", "j"}


@pytest.mark.parametrize(
    "absurd",
    [
        "\x1b[1114112u",
        "\x1b[55296u",
        "\x1b[97;1;55296u",
        "\x1b[97:65u",
        "\x1b[99999999999999999999u",
        "\x1b[" + "9" * 5000 + "u",
        "\x1b[" + "1;" * LONGEST + "m",
        "\x1b[5n",
        "\x1b[?62;4c",
        "\x1b[48;5000;5000;0;0t",
        "\x1b[48;0;0;0;0t",
        "\x1b]52;c;AAAA\x07",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[M !!",
    ],
)
def test_what_no_key_sends_types_nothing(absurd: str) -> None:
    found = [one for one in Hands().send(absurd, "j") if not isinstance(one, events.Resize)]
    assert keys(found) == ["j"]


def test_a_size_is_what_the_system_says_it_is() -> None:
    for report in ("\x1b[48;5000;5000;0;0t", "\x1b[48;0;0;0;0t", "\x1b[48;30;101;600;1000t"):
        (found,) = Hands().send(report)
        assert isinstance(found, events.Resize)
        assert (found.size, found.pixel_size) == (SIZE, None)


def test_a_report_that_agrees_tells_of_pixels() -> None:
    (found,) = Hands().send("\x1b[48;30;100;600;1000t")
    assert isinstance(found, events.Resize)
    assert (found.size, found.pixel_size) == (SIZE, Size(1000, 600))


def test_where_the_system_knows_no_size_a_modest_report_counts() -> None:
    nothing = Size(0, 0)
    (found,) = Hands(nothing).send("\x1b[48;30;90;600;1000t")
    assert isinstance(found, events.Resize)
    assert found.size == Size(90, 30)
    assert Hands(nothing).send("\x1b[48;5000;90;0;0t") == []


def test_the_answers_that_textual_asks_for_arrive() -> None:
    found = Hands().send("\x1b[?2026;2$y\x1b[?2048;2$y\x1b[I\x1b[O\x1b[5;7R")
    kinds = [
        messages.TerminalSupportsSynchronizedOutput,
        messages.InBandWindowResize,
        events.AppFocus,
        events.AppBlur,
        events.CursorPosition,
    ]
    assert [type(one) for one in found] == kinds


def test_a_mouse_arrives() -> None:
    down, up = Hands().send("\x1b[<0;5;7M\x1b[<0;5;7m")
    assert isinstance(down, events.MouseDown)
    assert isinstance(up, events.MouseUp)
    assert (down.x, down.y) == (4, 6)


def test_a_paste_is_one_message_however_it_is_cut() -> None:
    text = "Ferries\x1b[A carry \x1b[201 6.3mn\n" * 3
    sent = f"j{PASTE_BEGINS}{text}{PASTE_ENDS}k".encode()
    for length in (1, 2, 3, 5, 7, 64, len(sent)):
        first, paste, last = Hands().send(*(sent[at : at + length] for at in range(0, len(sent), length)))
        assert (keys([first, last]), pasted([paste])) == (["j", "k"], [text])


def test_a_paste_without_an_end_is_taken_as_it_is() -> None:
    hands = Hands()
    assert hands.send(PASTE_BEGINS + "never closed") == []
    assert pasted(hands.wait(PASTE_PATIENCE)) == ["never closed"]
    assert keys(hands.send("j")) == ["j"]


def test_keys_pressed_into_such_a_paste_do_not_keep_it_open() -> None:
    hands = Hands()
    hands.send(PASTE_BEGINS + "never closed")
    assert pasted(hands.send(*"jjjjjjjjjjjj", wait=0.2)[:1]) != []


def test_the_rest_of_a_paste_that_stalled_is_a_paste_too() -> None:
    hands = Hands()
    hands.send(PASTE_BEGINS + "The first half ")
    hands.wait(PASTE_PATIENCE)
    rest = "d" * (LATE + 1)
    assert pasted(hands.send(rest, "d", PASTE_ENDS)) == [rest + "d"]
    hands.send(PASTE_BEGINS + "again ")
    hands.wait(PASTE_PATIENCE)
    assert pasted(hands.send("d" + PASTE_ENDS)) == ["d"]
    assert keys(hands.send("d" * (LATE + 1))) == ["d"] * (LATE + 1)


def test_a_flood_of_text_is_a_paste_of_a_terminal_that_does_not_say_so() -> None:
    hands = Hands()
    assert hands.send("d" * (FLOOD + 1), "d" * 10) == []
    assert pasted(hands.wait(FLOOD_PATIENCE)) == ["d" * (FLOOD + 11)]
    assert keys(hands.send("d")) == ["d"]
    hands.send("d" * (FLOOD + 1))
    paste, key = hands.send("d\x1b[A")
    assert (pasted([paste]), keys([key])) == (["d" * (FLOOD + 2)], ["up"])


def test_a_string_without_an_end_is_given_up() -> None:
    for begin in ("\x1b]52;c;", "\x1bPq", "\x1b_G", "\x1b^", "\x1bX"):
        hands = Hands()
        assert hands.send(begin + "dd", "dd") == []
        assert hands.wait(STRING_PATIENCE) == []
        assert keys(hands.send("j")) == ["j"]


def test_a_string_is_broken_off_by_another_sequence() -> None:
    assert keys(Hands().send("\x1b]0;dd\x1b[A")) == ["up"]
    assert keys(Hands().send("\x1b]0;dd\x1b", "\\j")) == ["j"]


def test_a_million_characters_are_pasted_in_no_time() -> None:
    text = "The quick harbour tunnel. " * 40_000
    sent = (PASTE_BEGINS + text + PASTE_ENDS).encode()
    hands = Hands()
    found = hands.send(*(sent[at : at + 4096] for at in range(0, len(sent), 4096)))
    assert pasted(found) == [text]


PIECES = (
    b"\x1b",
    b"[",
    b"]",
    b"P",
    b"200~",
    b"201~",
    b"48;",
    b"9" * 9,
    b";",
    b":",
    b"?",
    b"<",
    b"u",
    b"M",
    b"\x07",
    b"\xff",
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=40), st.integers(0, 1 << 16))
def test_no_input_is_an_error_and_none_leaves_the_keyboard_dumb(parts: list[bytes], seed: int) -> None:
    hands, dice = Hands(), random.Random(seed)  # noqa: S311 - the moments of silence are no secret
    for part in parts:
        hands.send(part)
        if dice.random() < 0.2:
            hands.wait(dice.random())
    for _ in range(3):
        hands.wait(PASTE_PATIENCE)
    hands.send("\x1b")
    hands.wait(STRING_PATIENCE)
    assert keys(hands.send("j")) == ["j"]
    assert hands.keyboard.wait is None
