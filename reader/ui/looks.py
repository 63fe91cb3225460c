"""How roles look: styles for every theme, readable on its background, and never by colour alone.

The hues of the classes were searched so that any two stay apart (CIEDE2000 of 12 and more) in normal vision and in
simulated protanopia, deuteranopia and tritanopia, on dark and on light grounds; a test measures them again. A theme
whose background would leave too little contrast gets the same hues, lighter or darker.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from rich.style import Style
from textual.color import Color

from reader.render.lines import Role, Run
from reader.render.marks import Letters, MarkClass

CONTRAST = 4.5
"""The least contrast of text with its background; source: WCAG 2.2, success criterion 1.4.3."""

CHIP = 0.14
"""How much of its own hue tints the ground of a figure."""

DARK_HUES = {
    MarkClass.PERSON: "#86f2ff",
    MarkClass.ORGANISATION: "#94bcff",
    MarkClass.PLACE: "#d7ffd7",
    MarkClass.GROUP: "#aea1bc",
    MarkClass.PRODUCT: "#c99479",
    MarkClass.EVENT: "#aebcae",
    MarkClass.FIGURE: "#fff294",
    MarkClass.DATE: "#c9bc51",
}
LIGHT_HUES = {
    MarkClass.PERSON: "#006b5e",
    MarkClass.ORGANISATION: "#363686",
    MarkClass.PLACE: "#6b5100",
    MarkClass.GROUP: "#511b43",
    MarkClass.PRODUCT: "#ae1b51",
    MarkClass.EVENT: "#434336",
    MarkClass.FIGURE: "#5e0d00",
    MarkClass.DATE: "#5e5e86",
}
_DARK_NAMES = (
    "bright_cyan",
    "bright_blue",
    "bright_green",
    "bright_magenta",
    "bright_red",
    "magenta",
    "yellow",
    "cyan",
)
_LIGHT_NAMES = ("cyan", "blue", "green", "magenta", "red", "bright_magenta", "yellow", "bright_blue")


class Colour(StrEnum):
    """What the terminal can show."""

    FULL = "full"
    SIXTEEN = "16"
    NONE = "none"


class Themed(Protocol):
    """What looks need to know of an app."""

    no_color: bool

    @property
    def theme_variables(self) -> dict[str, str]:
        """The colours of the theme by name."""


@dataclass(frozen=True)
class Looks:
    """The styles of one theme; each is laid over the style of the widget it is drawn in."""

    colour: Colour
    roles: Mapping[Role, Style]
    classes: Mapping[MarkClass, Style]
    current: Mapping[MarkClass, Style]
    brackets: Mapping[MarkClass, Style]
    selected: Style
    highlighted: Style
    link: Style
    accent: Style
    muted: Style
    heading: Style
    cursor: Style
    label: Style
    _known: dict[tuple[Role, MarkClass | None, bool, bool, bool, bool], Style] = field(default_factory=dict)

    @property
    def letters(self) -> Letters:
        """The letters that are shown without being asked for: where classes cannot be told apart by hue."""
        return Letters.NONE if self.colour is Colour.FULL else Letters.RAISED

    def style(self, run: Run, *, current: bool = False, selected: bool = False) -> Style:
        """The style of one run of text."""
        key = (run.role, run.cls, run.highlighted, run.link >= 0, current, selected)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(run, current=current, selected=selected)
        return known

    def panel(self, cls: MarkClass | None) -> Style:
        """The style of a name of a class in a list: its hue alone, for there its heading says the class."""
        return self.muted if cls is None else self.brackets[cls]

    def _made(self, run: Run, *, current: bool, selected: bool) -> Style:
        style = self.roles[Role.PARAGRAPH if run.role is Role.LETTER else run.role]
        if run.link >= 0:
            style += self.link
        if run.highlighted:
            style += self.highlighted
        if run.cls is not None:
            style += (self.current if current else self.classes)[run.cls]
        if run.role is Role.LETTER:
            style += Style(underline=False)
        return style + self.selected if selected else style


def colour_of(app: Themed) -> Colour:
    """What the app shows its colours with."""
    if app.no_color:
        return Colour.NONE
    return Colour.SIXTEEN if app.theme_variables["background"].startswith("ansi") else Colour.FULL


def looks_for(variables: Mapping[str, str], colour: Colour, *, is_dark: bool) -> Looks:
    """The looks on a theme; `variables` are its colours by name, of which only full colour needs any."""
    if colour is Colour.FULL:
        return _full(variables, is_dark=is_dark)
    if colour is Colour.SIXTEEN:
        names = dict(zip(MarkClass, _DARK_NAMES if is_dark else _LIGHT_NAMES, strict=True))
        return _plain(colour, {cls: Style(color=name) for cls, name in names.items()})
    return _plain(colour, {cls: Style() for cls in MarkClass})


def readable(colour: Color, ground: Color, least: float = CONTRAST) -> Color:
    """`colour`, made lighter or darker until its contrast with `ground` is at least `least`."""
    end = max((Color(255, 255, 255), Color(0, 0, 0)), key=lambda extreme: contrast(extreme, ground))
    step = 0.0
    nudged = colour
    while contrast(nudged, ground) < least and step < 1:
        step += 0.04
        nudged = colour.blend(end, min(1.0, step))
    return nudged


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21; source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def hues(ground: Color, *, is_dark: bool) -> dict[MarkClass, Color]:
    """The hue of each class on a background, readable on it; a figure's also on its chip."""
    found = {}
    for cls, code in (DARK_HUES if is_dark else LIGHT_HUES).items():
        hue = Color.parse(code)
        found[cls] = readable(hue, chip(hue, ground) if cls is MarkClass.FIGURE else ground)
    return found


def chip(hue: Color, ground: Color) -> Color:
    """The ground of a figure: the page with a tint of the figure's hue."""
    return ground.blend(hue, CHIP)


def _full(variables: Mapping[str, str], *, is_dark: bool) -> Looks:
    ground, ink = Color.parse(variables["background"]), Color.parse(variables["foreground"])
    soft = readable(ink.blend(ground, 0.32), ground)
    accent = readable(Color.parse(variables["accent"]), ground)
    known = hues(ground, is_dark=is_dark)
    own_chip = chip(Color.parse((DARK_HUES if is_dark else LIGHT_HUES)[MarkClass.FIGURE]), ground)
    classes = {cls: Style(color=hue.hex, underline=True) for cls, hue in known.items()}
    classes[MarkClass.FIGURE] = Style(color=known[MarkClass.FIGURE].hex, bgcolor=own_chip.hex, bold=True)
    chosen = ground.blend(Color.parse(variables["primary"]), 0.45)
    return Looks(
        Colour.FULL,
        _roles(Style(color=soft.hex), Style(color=accent.hex), Style(color=ink.blend(ground, 0.65).hex)),
        classes,
        {cls: Style(color=ground.hex, bgcolor=hue.hex, bold=True, underline=True) for cls, hue in known.items()},
        {cls: Style(color=hue.hex) for cls, hue in known.items()},
        Style(color=readable(ink, chosen).hex, bgcolor=chosen.hex),
        Style(italic=True),
        Style(underline=True),
        Style(color=accent.hex),
        Style(color=soft.hex),
        Style(color=accent.hex, bold=True),
        Style(color=ground.hex, bgcolor=accent.hex, bold=True),
        Style(color=ground.hex, bgcolor=accent.hex, bold=True, underline=False),
    )


def _plain(colour: Colour, hue_of: Mapping[MarkClass, Style]) -> Looks:
    """Looks in the terminal's own colours, or in none: shapes say what hues cannot."""
    classes = {cls: hue + Style(underline=True) for cls, hue in hue_of.items()}
    classes[MarkClass.FIGURE] = hue_of[MarkClass.FIGURE] + Style(bold=True, reverse=True)
    bold, turned = Style(bold=True), Style(reverse=True, bold=True)
    return Looks(
        colour,
        _roles(Style(), bold, Style(dim=True)),
        classes,
        {cls: hue + Style(reverse=True, bold=True, underline=True) for cls, hue in hue_of.items()},
        dict(hue_of),
        Style(reverse=True),
        Style(italic=True),
        Style(underline=True),
        bold,
        Style(),
        bold,
        turned,
        turned,
    )


def _roles(soft: Style, accent: Style, faint: Style) -> dict[Role, Style]:
    """The style of every role of text, from how a theme says less and more."""
    plain = Style()
    bold = Style(bold=True)
    roles = dict.fromkeys(Role, plain)
    roles |= dict.fromkeys((Role.BYLINE, Role.CAPTION, Role.CORRECTION, Role.TAIL, Role.BULLET), soft)
    roles |= {
        Role.KICKER: accent,
        Role.HEADLINE: bold,
        Role.STANDFIRST: Style(italic=True),
        Role.CREDIT: soft + Style(italic=True),
        Role.HEADING: accent + bold,
        Role.CODE: soft,
        Role.RULE: faint,
    }
    return roles
