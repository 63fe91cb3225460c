"""From the bytes that a terminal sends to Textual's messages, whatever the bytes are.

Textual's own reader ends the app at a byte that is not UTF-8 and at a key whose number is no character, hangs at a
report of an absurd size, and types what it does not know into the app as if it were keys. Here input is data: what is
well formed and known becomes a message, a paste becomes one message, everything else is dropped. How sequences are
built follows ECMA-48, 5.4 (control sequences) and 5.6 (control strings).
"""

import re
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from textual import constants, events, messages
from textual._xterm_parser import IS_ITERM, XTermParser
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message

LARGEST = 1000
"""The most columns or lines of a terminal that are believed."""
LONGEST = 256
"""The most characters of a control sequence; the longest that terminals send tell the characters of one key."""
FLOOD = 1024
"""So many characters read at once, without an escape among them, were pasted by a terminal that does not say so."""
LATE = 32
"""So many characters read at once, after a paste that stopped short of its end, are the rest of it."""
BY_HAND = 0.03
"""No fingers are faster, in seconds from key to key."""
LARGEST_PASTE = 32 * 1024 * 1024
"""A longer paste, in characters, comes in pieces."""

STRING_PATIENCE = 1.0
"""After how many silent seconds a control string without an end is given up."""
PASTE_PATIENCE = 2.0
"""After how many silent seconds a paste without an end is taken as it is."""
FLOOD_PATIENCE = 0.2
"""After how many silent seconds a paste that the terminal did not announce is over."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_CSI = re.compile(r"\x1b\[(?:\[[A-E]|[0-?]*[ -/]*[@-Z\\-~])")
_CSI_SO_FAR = re.compile(r"\x1b\[(?:\[|[0-?]*[ -/]*)\Z")
_STRING_BEGINS = re.compile(r"\x1b[]PX^_]")
_STRING_ENDS = re.compile(r"\x07|\x1b\\|\x9c|\x18|\x1a|(?=\x1b[^\\])")
_BROKEN_CSI = re.compile(r"\x1b\[\[?[ -?]*[@-~]?")
_SEQUENCE_ENDS = re.compile(r"[@-~\x18\x1a]|(?=[^ -~])")
_OLD_MOUSE = 3
"""How many characters follow the report of a mouse from before 1006; they tell nothing that is needed."""

_ABSURD = re.compile(r"[0-9]{8}")
_SIZE = re.compile(r"\x1b\[48;(\d+)[:\d]*;(\d+)[:\d]*;(\d+)[:\d]*;(\d+)[:\d]*t")
_CURSOR = re.compile(r"\x1b\[(\d+);(\d+)R")
_MOUSE = re.compile(r"\x1b\[<?[-\d;]+[mM]")
_MODE = re.compile(r"\x1b\[\?(\d+);(\d)\$y")
_SURROGATE = re.compile("[\ud800-\udfff]")

Mode = Literal["keys", "string", "sequence", "paste", "flood"]
"""What is being read: keys and sequences; the rest of what is dropped; a paste, announced or not."""

_PATIENCE: dict[Mode, float] = {
    "keys": constants.ESCAPE_DELAY,
    "string": STRING_PATIENCE,
    "sequence": STRING_PATIENCE,
    "paste": PASTE_PATIENCE,
    "flood": FLOOD_PATIENCE,
}


class Keyboard:
    """Reads what a terminal sends; `size` is the size that the system knows of it, (0, 0) where it knows none."""

    def __init__(self, size: Callable[[], Size], clock: Callable[[], float] = time.monotonic) -> None:
        self._size = size
        self._clock = clock
        self._codes = XTermParser()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._mode: Mode = "keys"
        self._held = ""
        self._pasted: list[str] = []
        self._pasted_length = 0
        self._is_cut = False
        self._since = self._arrived = clock()

    @property
    def wait(self) -> float | None:
        """For how many seconds more input may be awaited before `tick` has something to do; None for any time."""
        if self._mode == "keys" and not self._held:
            return None
        return max(0.0, self._since + _PATIENCE[self._mode] - self._clock())

    def feed(self, raw: bytes) -> list[Message]:
        """The messages that these bytes complete."""
        text = self._decode(raw)
        now = self._clock()
        if self._mode == "keys" or len(text) > LATE or now - self._arrived < BY_HAND:
            self._since = now  # what fingers can do does not prolong what has no end
        self._arrived = now
        if self._mode == "keys" and not self._held and self._is_pasted(text):
            self._mode = "paste" if self._is_cut else "flood"
        self._held += text
        return [message for part in self._parts() for message in part]

    def tick(self) -> list[Message]:
        """The messages that silence completes; to be called when `wait` is over."""
        if self.wait != 0.0:
            return []
        held, self._held = self._held, ""
        mode, self._mode = self._mode, "keys"
        if mode in {"paste", "flood"}:
            self._is_cut = mode == "paste"
            return [*self._take_paste(held)]
        if mode != "keys":
            return []
        if held == "\x1b":
            return [events.Key("escape", "\x1b")]
        return [*(self._known(held) or (self._alt(held[1]) if len(held) == len("\x1bO") else ()))]

    def _is_pasted(self, text: str) -> bool:
        if self._is_cut and PASTE_ENDS in text:
            return True
        return "\x1b" not in text and len(text) > (LATE if self._is_cut else FLOOD)

    def _parts(self) -> Iterator[Iterable[Message]]:
        """The messages of each part of what is held, until the rest needs more to be understood."""
        while self._held:
            before = (self._mode, self._held)
            if self._mode in {"paste", "flood"}:
                yield self._read_paste()
            elif self._mode != "keys":
                self._drop_to(_STRING_ENDS if self._mode == "string" else _SEQUENCE_ENDS)
            elif self._held[0] != "\x1b":
                yield self._read_text()
            else:
                yield self._read_sequence()
            if (self._mode, self._held) == before:
                return

    # -- what is not a key

    def _read_paste(self) -> Iterable[Message]:
        """Gather until the end; what may be the beginning of the end stays held."""
        if self._mode == "flood" and "\x1b" in self._held:
            text, self._held = self._held.split("\x1b", 1)[0], self._held[self._held.index("\x1b") :]
            self._mode = "keys"
            return self._take_paste(text)
        text, end, rest = self._held.partition(PASTE_ENDS)
        if end:
            self._mode, self._held, self._is_cut = "keys", rest, False
            return self._take_paste(text)
        keep = 0 if self._mode == "flood" else len(text) - text.rfind("\x1b", -len(PASTE_ENDS))
        keep = keep if keep < len(PASTE_ENDS) else 0
        self._gather(text[: len(text) - keep])
        self._held = text[len(text) - keep :]
        return self._take_paste("") if self._pasted_length > LARGEST_PASTE else ()

    def _gather(self, text: str) -> None:
        self._pasted.append(text)
        self._pasted_length += len(text)

    def _take_paste(self, rest: str) -> Iterable[Message]:
        self._gather(rest)
        text = "".join(self._pasted).replace("\x00", "")
        self._pasted, self._pasted_length = [], 0
        return (events.Paste(text),)

    def _drop_to(self, end: re.Pattern[str]) -> None:
        """Drop what is held up to its end; an escape at the very end may be half of that end."""
        if found := end.search(self._held):
            self._held = self._held[found.end() :]
            self._mode = "keys"
        else:
            self._held = "\x1b" if self._held.endswith("\x1b") else ""

    # -- keys and sequences

    def _read_text(self) -> Iterable[Message]:
        text, escape, rest = self._held.partition("\x1b")
        self._held = escape + rest
        return [key for character in text for key in self._keys(character)]

    def _read_sequence(self) -> Iterable[Message]:
        """One sequence, which begins what is held; nothing where its end is not there yet."""
        held = self._held
        if found := _CSI.match(held):
            return self._read_control(found.group())
        if len(held) > LONGEST and _CSI_SO_FAR.match(held):
            self._mode, self._held = "sequence", ""
            return ()
        if len(held) == 1 or _CSI_SO_FAR.match(held) or held in {"\x1bO", "\x1b]", "\x1bP", "\x1bX", "\x1b^", "\x1b_"}:
            return ()
        if found := _BROKEN_CSI.match(held):
            self._held = held[found.end() :]
            return ()
        if _STRING_BEGINS.match(held):
            self._mode, self._held = "string", held[2:]
            return ()
        return self._read_escaped(held)

    def _read_control(self, sequence: str) -> Iterable[Message]:
        if sequence == "\x1b[M":
            if len(self._held) < len(sequence) + _OLD_MOUSE:
                return ()
            self._held = self._held[len(sequence) + _OLD_MOUSE :]
            return ()
        self._held = self._held[len(sequence) :]
        if sequence in {PASTE_BEGINS, PASTE_ENDS}:
            self._mode = "paste" if sequence == PASTE_BEGINS else "keys"
            self._is_cut = False
            return ()
        return self._known(sequence)

    def _read_escaped(self, held: str) -> Iterable[Message]:
        """An escape and what is no control sequence: a key of the old kind, or one with alt held down."""
        if held[1] == "\x1b":
            self._held = held[1:]
            return (events.Key("escape", "\x1b"),)
        length = len("\x1bOP") if held[1] == "O" else len("\x1bx")
        self._held = held[length:]
        return self._known(held[:length]) or (() if held[1] == "O" else self._alt(held[1]))

    def _alt(self, character: str) -> Iterable[Message]:
        return [*self._codes._sequence_to_key_events(character, alt=True)]  # noqa: SLF001 - pinned in tests/ui

    def _keys(self, sequence: str) -> list[Message]:
        """The keys of a sequence or character; none where Textual knows none, or where they are no characters."""
        try:
            keys = list(self._codes._sequence_to_key_events(sequence))  # noqa: SLF001 - pinned in tests/ui
        except (ValueError, OverflowError):  # a number that is no character's
            return []
        return [key for key in keys if key.key != Keys.Ignore and not _SURROGATE.search(key.character or "")]

    def _known(self, sequence: str) -> list[Message]:
        """What a whole sequence means; nothing for one that nobody asked for."""
        if _ABSURD.search(sequence):
            return []
        if sequence in {"\x1b[I", "\x1b[O"}:
            return [events.AppFocus() if sequence == "\x1b[I" else events.AppBlur()]
        if found := _SIZE.fullmatch(sequence):
            return self._resized(*map(int, found.groups()))
        if found := _CURSOR.fullmatch(sequence):
            return [events.CursorPosition(int(found[2]) - 1, int(found[1]) - 1)]
        if keys := self._keys(sequence):
            return keys
        if _MOUSE.fullmatch(sequence):
            move = self._codes.parse_mouse_code(sequence)
            return [move] if move else []
        if found := _MODE.fullmatch(sequence):
            return _mode_told(found[1], int(found[2]))
        return []

    def _resized(self, height: int, width: int, pixel_height: int, pixel_width: int) -> list[Message]:
        """A report of the terminal's size counts where the system tells the same; else what the system tells."""
        told = Size(width, height)
        known = self._size() if all(self._size()) else told
        if not (0 < known.width <= LARGEST and 0 < known.height <= LARGEST):
            return []
        if told != known or not (
            width <= pixel_width <= width * LARGEST and height <= pixel_height <= height * LARGEST
        ):
            return [events.Resize(known, known)]
        self._codes.terminal_size = (width, height)
        self._codes.terminal_pixel_size = (pixel_width, pixel_height)
        self._codes.mouse_pixels = True
        return [events.Resize(known, known, pixel_size=Size(pixel_width, pixel_height))]


def _mode_told(mode: str, setting: int) -> list[Message]:
    """What the terminal answered to the question for a mode, as far as Textual wants to know."""
    if mode == "2026" and setting > 0:
        return [messages.TerminalSupportsSynchronizedOutput()]
    if mode == "2048" and constants.SMOOTH_SCROLL and not IS_ITERM:
        return [messages.InBandWindowResize.from_setting_parameter(setting)]
    return []
