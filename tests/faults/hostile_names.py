"""Words that try to become something else when they are exported: paths, options, devices, YAML, links, formulas."""

from dataclasses import dataclass

LONG = ("x" * 300, "é" * 200, "新聞" * 120, "🚢" * 70, "e\u0301\u0323" * 90, "हिन्दी " * 40, "word " * 90)
PATHS = (
    "../../etc/passwd", "/etc/passwd", "..", ".", "a/b\\c", "~/x", "C:\\Windows\\x", "\\\\server\\share", "%2e%2e%2f",
    "file:///etc/passwd", "a\0b", "%00",
)  # fmt: skip
NAMES = (
    "", "   ", ".hidden", "-rf", "--help", "trailing. ", "trailing.", "line\nbreak", "tab\there", "con:stream",
    'a|b?c*d<e>"f', "A", "a", "Straße", "STRASSE", "e\u0301", "\u00e9", "ﬁn", "fin",
)  # fmt: skip
DEVICES = ("CON", "nul.md", "com1", "COM¹", "LPT³.txt", "CONIN$", "conout$", "aux .md", "PRN")
UNSEEN = ("\x1b]0;x\x07", "\u202egpj.exe", "\ufeffbom", "\ud800", "\u200b\u2066x", "soft\u00adly", "\u3164", "\x9b31m")
SHELL = ("$HOME", "$(reboot)", "`id`", "; rm x", "| tee x", "&& x")
YAML = (
    "---", "before\n---\nevil: true", "before\nevil: true", "key: value", "!!python/object/apply:os.system [id]",
    "&a [*a,*a]", "yes", "null", "~", "1e3", "0x1f", "2022-12-09", '"quoted"', "it's", "@x", "`", "- item", "? complex",
    "| block", "> folded", "%TAG", "evil: true", "...", "#no tag", "[a, b]", "{a: b}", "trailing #x",
)  # fmt: skip
VAULTS = (
    "[[Home]]", "![[Home]]", "#tag", "{{x}}", "{% raw %}", "<% tp.file.create_new() %>", "cost:: 5", "%% aside %%",
    "^block", "`= this.file.name`", "```dataviewjs\nalert(1)\n```", "<script>alert(1)</script>", "<!-- hidden",
)  # fmt: skip
CELLS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://evil.example","x")', "=cmd|'/C calc'!A0", "\t=1")

WORDS = (*LONG, *PATHS, *NAMES, *DEVICES, *UNSEEN, *SHELL, *YAML, *VAULTS, *CELLS)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One article whose every field is hostile; `note` is what the person wrote on it, and quotes the same words."""

    number: int
    words: str

    @property
    def printed(self) -> str:
        """The words as an article can hold them: half characters are in no file, but a note may have them."""
        return self.words.encode("utf-8", "replace").decode()

    @property
    def note(self) -> str:
        """A note of several lines, the first and the last of which are its own."""
        return f"note for {self.number}\n{self.words}\n---\nend {self.number}"


def hostile() -> tuple[Hostile, ...]:
    """All of them."""
    return tuple(Hostile(number, words) for number, words in enumerate(WORDS))
