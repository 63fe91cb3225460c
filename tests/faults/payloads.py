"""Texts that would do something on a screen: each class of attack, with a canary in every escape sequence.

The canary never occurs in a sequence that the interface writes itself, so that one which came out of a text is told
from one of ours by it. `shown as` texts, which have to stay readable, stand among the others: they crash what counts
cells wrongly.
"""

import json
import os
import random
from pathlib import Path

CANARY = "777"
ESC = "\x1b"
ST = f"{ESC}\\"
BEL = "\x07"

_CSI = (
    f"38;5;201;{CANARY}m",
    f"{CANARY};1H",
    f"?1049l{ESC}[{CANARY}C",
    f"?1000l{ESC}[{CANARY}C",
    f"6n{ESC}[{CANARY}n",
    f"21t{ESC}[{CANARY}t",
    f"?{CANARY}$p",
    f"2J{ESC}[{CANARY}X",
    f"1;{CANARY}r",
    f">{CANARY}u",
    f"?{CANARY}h",
    f"{CANARY} q",
    f"!p{ESC}[{CANARY}b",
)
_OSC = (
    f"0;stolen{CANARY}",
    f"2;stolen{CANARY}",
    f"52;c;{CANARY}c3RvbGVu",
    f"8;;https://elsewhere{CANARY}.example/",
    f"7;file:///{CANARY}",
    f"9;{CANARY}",
    f"777;notify;a;{CANARY}",
    f"1337;File=inline=1;{CANARY}:AAAA",
    f"4;1;?{CANARY}",
    f"104;{CANARY}",
    f"133;A;{CANARY}",
)
_STRINGS = ("Pq#", "P$q", "_Ga=T,f=100;", "^", "X")

SEQUENCES = {
    **{f"csi {body}": f"a{ESC}[{body}b" for body in _CSI},
    **{f"osc bell {body}": f"a{ESC}]{body}{BEL}b" for body in _OSC},
    **{f"osc st {body}": f"a{ESC}]{body}{ST}b" for body in _OSC},
    **{f"string {body}": f"a{ESC}{body}{CANARY}{ST}b" for body in _STRINGS},
    "osc unfinished": f"a{ESC}]0;stolen{CANARY} b",
    "dcs unfinished": f"a{ESC}Pq{CANARY} b",
    "link around words": f"{ESC}]8;;https://elsewhere{CANARY}.example/{ST}bank{ESC}]8;;{ST}",
    "reset": f"a{ESC}cb{ESC}[{CANARY}X",
    "character set": f"a{ESC}(0lqk{ESC}(B b",
    "shifts": "a\x0elqk\x0f b",
    "alignment": f"a{ESC}#8b",
    "index": f"a{ESC}D{ESC}M{ESC}Eb",
    "save and restore": f"a{ESC}7{ESC}8b",
    "escape last": f"a b{ESC}",
    "escape, line end": f"a{ESC}\n]0;stolen{CANARY}{BEL}b",
    "two escapes": f"a{ESC}{ESC}[{CANARY}mb",
}
CONTROLS = {
    "nul": "a\x00b",
    "bell": "a\x07b",
    "backspaces": "secret\x08\x08\x08\x08\x08\x08public",
    "vertical": "a\x0bb\x0cc",
    "overwriting": "first words of a line\rls -l /",
    "windows": "a\r\nb",
    "enquiry": "a\x05b",
    "delete": "a\x7fb",
    "substitute": "a\x1a\x18b",
    "separators": "a\x1c\x1d\x1e\x1fb",
    "tabs": "a\tb\t\tc",
    "one byte csi": f"a\x9b38;5;201;{CANARY}m red b",
    "one byte osc": f"a\x9d0;stolen{CANARY}\x9cb",
    "one byte dcs": f"a\x90q{CANARY}\x9cb",
    "one byte apc": f"a\x9fG{CANARY}\x9cb",
    "next line": "a\x85b",
    "all of c0": "a" + "".join(map(chr, range(32))) + "b",
    "all of c1": "a" + "".join(map(chr, range(0x80, 0xA0))) + "b",
}
HIDDEN = {
    "override": "pay \u202elive\u202c end",
    "isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "embeddings": "a\u202ab\u202bc\u202d d\u202c\u202c\u202c",
    "marks of direction": "a\u200eb\u200fc\u061cd",
    "code that lies": "if admin\u2066 //\u2069\u202e x",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "tags": "a\U000e0001\U000e0041\U000e007fb",
    "flag with tags": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f b",
    "separators of lines": "a\u2028b\u2029c",
    "annotation": "a\ufff9b\ufffac\ufffbd",
    "operators": "f\u2061(x)\u2062y\u2063z\u2064",
    "deprecated": "a\u206ab\u206bc\u206cd\u206de\u206ef\u206f",
    "kept free": "a\u2065b\ufff0c\U000e0fffd",
    "fillers": "a\u3164b\u115fc\uffa0d\u1160e",
    "soft hyphen": "inter\u00adnational",
    "grapheme joiner": "a\u034fb",
    "selectors": "a\ufe00b\ufe0fc\U000e0100d\u180be",
    "musical": "a\U0001d173b\U0001d17ac",
    "shorthand": "a\U0001bca0b",
    "private use": "a\ue000b\U000f0000c\U0010eeeed",
    "no characters": "a\uffffb\ufdd0c\U0010ffffd",
    "surrogates": "a\ud800b\udfffc\ud83d\ude00d\udc9b31m",
}
SHOWN = {
    "tower": "Z" + "\u0301\u0315\u0489" * 100 + "b",
    "mark alone": "\u0301\u0302 b",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 b",
    "chain": "\U0001f468" + "\u200d\U0001f469" * 30 + " b",
    "flags": "\U0001f1fa\U0001f1e6\U0001f1ee\U0001f1f7 b",
    "keycap": "1\ufe0f\u20e3 \u2764\ufe0f \u2764\ufe0e b",
    "tones": "\U0001f44d\U0001f3fd a\U0001f3fd\U0001f3fd b",
    "han": "漢字テスト한국어 b",
    "half width": "ﾊﾝｶｸ Ｆｕｌｌ b",
    "hebrew": "שלום world 123 b",
    "arabic": "مرحبا world 123 b",
    "persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 b",
    "devanagari": "क्षत्रिय नमस्ते \u0915\u094d\u200d\u0937 b",
    "thai": "ที่นี่ b",
    "jamo": "\u1112\u1161\u11ab b",
    "spaces": "a\u00a0\u202f\u2007\u3000b",
    "braille": "\u2800\u2801 b",
    "look-alikes": "аррӏе Соm b",
}
MARKUP = {
    "bold": "[bold red]x[/] b",
    "closing nothing": "a [/] b",
    "closing another": "[b]x[/i] b",
    "closing a name": "a [/bold] b",
    "link": f"[link=http://elsewhere{CANARY}.example]bank[/link] b",
    "action": "[@click=app.stolen]click here[/] b",
    "action that ends": "[@click=app.quit]click here[/]",
    "action with arguments": '[@click=app.stolen("a","b",)]x[/] b',
    "action of the screen": "[@click=screen.back()]x[/]",
    "opened only": "[reverse]everything b",
    "brackets of prose": "see [1] and [a] and [Reuters] b",
    "unfinished": "array[ b",
    "escaped": r"\[bold]x\[/bold] b",
    "backslash last": "b \\",
    "variable": "[$primary]x[/] $text b",
    "ground": "[on #ff0000]x b",
    "no colour": "[#zzzzzz on qqq]x[/] b",
    "deep": "[" * 300 + "b",
    "nested": "[b]" * 200 + "x",
    "attributes": '[a=b c="d]x b',
    "emoji names": ":smile: :bomb: b",
    "quote": '["]x b',
    "markdown link": "[x](javascript:alert(1)) b",
    "markdown with an escape": f"[x](http://a/{ESC}]0;stolen{CANARY}{BEL}) b",
    "picture": "![x](https://elsewhere.example/track.gif) b",
    "html": "<script>alert(1)</script><img src=x onerror=1> b",
    "table": "|a|b|\n|-|-|\n|1|2|",
    "fence": f"```{ESC}]0;stolen{CANARY}{BEL}\nx\n```",
    "entities": "&#27;]0;stolen777&#7; &#x9b;31m &#0; &#xD800; b",
    "quotes in quotes": ">" * 100 + " b",
    "front matter": "---\ntitle: x\n---",
}
SIZES = {
    "long word": "x" * 3000,
    "long line": "word after word " * 300,
    "many lines": "x\n" * 200,
    "empty": "",
    "blank": " " * 200,
}

PAYLOADS: dict[str, str] = {**SEQUENCES, **CONTROLS, **HIDDEN, **SHOWN, **MARKUP, **SIZES}

_LETTERS = [
    *"\x1b\x1b\x1b\x9b\x9d\x90[];?0123456789mHJKhlqcPX^_\\\x07\x00\x08\r\n\t ab[]/@=",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ud800",
    "\x85",
    "\U000e0041",
    "\u0301",
    "\u4e00",
    "\U0001f468",
    "\u200d",
    "\ufe0f",
]


def fuzz(number: int, seed: int = 7) -> list[str]:
    """So many texts of random pieces of sequences, markup and hidden characters; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, not keys
    return ["".join(chance.choices(_LETTERS, k=chance.randrange(1, 80))) for _ in range(number)]


def naughty() -> list[str]:
    """The naughty strings, where READER_CORPORA names the folder that has them; else none."""
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        return []
    found: list[str] = json.loads((Path(folder) / "hostile" / "blns.json").read_text(encoding="utf-8"))
    return found


def everything() -> list[str]:
    """All texts, each once."""
    return list(dict.fromkeys([*PAYLOADS.values(), *naughty(), *fuzz(400)]))
