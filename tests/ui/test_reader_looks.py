"""Looks: readable on every theme, apart for every kind of sight, and never by colour alone."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.render.lines import Role, Run
from reader.render.marks import Letters, MarkClass
from reader.ui.looks import CONTRAST, DARK_HUES, LIGHT_HUES, Colour, Looks, contrast, hues, looks_for, readable

APART = 12.0
"""The least difference of two classes, in CIEDE2000."""

THEMES = sorted((theme for theme in BUILTIN_THEMES.values() if not theme.ansi), key=lambda theme: theme.name)
Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

SIGHTS: dict[str, Matrix] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of linear light; source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of
Color Vision Deficiency" (2009), severity 1.0."""

TO_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def lab(colour: Color, sight: Matrix) -> Triple:
    """CIE L*a*b* under D65 of a colour as one kind of sight has it."""
    seen = times(sight, (linear(colour.r), linear(colour.g), linear(colour.b)))
    red, green, blue = (min(1.0, max(0.0, part)) for part in seen)
    light = times(TO_XYZ, (red, green, blue))
    x, y, z = (
        share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
        for share in (light[0] / 0.95047, light[1], light[2] / 1.08883)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000; source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005)."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    chroma = [hypot(a * stretch, b) for _, a, b in (one, other)]
    hue = [degrees(atan2(b, a * stretch)) % 360 for _, a, b in (one, other)]
    turn = hue[1] - hue[0]
    turn += -360 if turn > 180 else 360 if turn < -180 else 0
    if not chroma[0] * chroma[1]:
        turn = 0
    d_light, d_chroma = other[0] - one[0], chroma[1] - chroma[0]
    d_hue = 2 * sqrt(chroma[0] * chroma[1]) * sin(radians(turn) / 2)
    light, c = (one[0] + other[0]) / 2, sum(chroma) / 2
    h = sum(hue) / 2 if abs(hue[0] - hue[1]) <= 180 else (sum(hue) + (360 if sum(hue) < 360 else -360)) / 2
    t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h))
    t += 0.32 * cos(radians(3 * h + 6)) - 0.2 * cos(radians(4 * h - 63))
    by_light = d_light / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma, by_hue = d_chroma / (1 + 0.045 * c), d_hue / (1 + 0.015 * c * t)
    turned = -sin(radians(60 * exp(-(((h - 275) / 25) ** 2)))) * 2 * sqrt(c**7 / (c**7 + 25**7))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + turned * by_chroma * by_hue)


def ground_of(theme: Theme) -> Color:
    return Color.parse(theme.to_color_system().generate()["background"])


def looks_of(theme: Theme) -> Looks:
    return looks_for(theme.to_color_system().generate(), Colour.FULL, is_dark=theme.dark)


def drawn(style: Style, ground: Color, ink: Color) -> tuple[Color, Color]:
    """The colours of text and of what is under it."""
    text = Color.from_rich_color(style.color) if style.color else ink
    under = Color.from_rich_color(style.bgcolor) if style.bgcolor else ground
    return text, under


def a_run(
    role: Role = Role.PARAGRAPH, cls: MarkClass | None = None, *, highlighted: bool = False, link: int = -1
) -> Run:
    return Run("text", role, 0, 4, 4, 0 if cls else -1, cls, link, highlighted)


def test_the_measure_of_difference_agrees_with_published_pairs() -> None:
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_classes_stay_apart_for_every_kind_of_sight(theme: Theme, sight: str) -> None:
    seen = {cls: lab(hue, SIGHTS[sight]) for cls, hue in hues(ground_of(theme), is_dark=theme.dark).items()}
    for one, other in combinations(MarkClass, 2):
        assert difference(seen[one], seen[other]) >= APART, (one.name, other.name)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_theme(theme: Theme) -> None:
    looks, ground = looks_of(theme), ground_of(theme)
    ink = Color.parse(theme.to_color_system().generate()["foreground"])
    runs = [a_run(role) for role in Role if role is not Role.RULE] + [a_run(cls=cls) for cls in MarkClass]
    styles = [looks.style(run, current=current) for run in runs for current in (False, True)]
    styles += [looks.style(run, selected=True) for run in runs]
    styles += [looks.accent, looks.muted, looks.heading, looks.cursor, looks.label, *looks.brackets.values()]
    for style in styles:
        assert contrast(*drawn(style, ground, ink)) >= min(CONTRAST, contrast(ink, ground))


def test_every_class_has_a_hue_on_dark_and_on_light_grounds() -> None:
    assert set(DARK_HUES) == set(LIGHT_HUES) == set(MarkClass)


@pytest.mark.parametrize("ground", ["#000000", "#ffffff", "#777777", "#ff0000", "#101080"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#00ff00"])
def test_a_colour_is_made_readable_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(Color.parse(colour), Color.parse(ground)), Color.parse(ground)) >= CONTRAST


@pytest.mark.parametrize("colour", list(Colour))
@pytest.mark.parametrize("is_dark", [True, False])
def test_no_class_is_told_by_colour_alone(colour: Colour, is_dark: bool) -> None:  # noqa: FBT001 - a parameter
    variables = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    looks = looks_for(variables, colour, is_dark=is_dark)
    plain = looks.style(a_run())
    for cls in MarkClass:
        style, current = looks.style(a_run(cls=cls)), looks.style(a_run(cls=cls), current=True)
        assert _shape(style) != _shape(plain)
        assert _shape(current) != _shape(style)
    figure, person = (looks.style(a_run(cls=cls)) for cls in (MarkClass.FIGURE, MarkClass.PERSON))
    assert _shape(figure) != _shape(person)
    assert _shape(looks.style(a_run(highlighted=True))) != _shape(plain)
    assert _shape(looks.style(a_run(link=0))) != _shape(plain)
    assert _shape(looks.style(a_run(), selected=True)) != _shape(plain)


def _shape(style: Style) -> tuple[bool, bool, bool, bool, bool]:
    """A style without its colours, a ground of its own counting as reverse."""
    return (
        bool(style.bold),
        bool(style.underline),
        bool(style.italic),
        bool(style.reverse) or style.bgcolor is not None,
        bool(style.dim),
    )


def test_without_colour_no_style_has_any() -> None:
    looks = looks_for({}, Colour.NONE, is_dark=True)
    styles = [looks.style(a_run(role)) for role in Role] + [looks.style(a_run(cls=cls)) for cls in MarkClass]
    styles += [looks.selected, looks.accent, looks.muted, looks.heading, looks.cursor, looks.label]
    assert not any(style.color or style.bgcolor for style in styles)


def test_in_sixteen_colours_every_colour_is_one_of_them() -> None:
    for is_dark in (True, False):
        looks = looks_for({}, Colour.SIXTEEN, is_dark=is_dark)
        colours = [looks.style(a_run(cls=cls)).color for cls in MarkClass]
        assert all(isinstance(one, RichColor) and (one.number or 0) < 16 for one in colours)
        assert len({one.name for one in colours if one}) == len(MarkClass)


def test_letters_show_by_themselves_where_hues_cannot_tell() -> None:
    assert [
        looks_for(
            {"background": "#000", "foreground": "#fff", "accent": "#fa0", "primary": "#08f"}, colour, is_dark=True
        ).letters
        for colour in Colour
    ] == [Letters.NONE, Letters.RAISED, Letters.RAISED]
