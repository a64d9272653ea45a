"""The colours of the window: the only place that names one.

Everything else asks a ``QPalette`` role, so that dark mode and high contrast reach every widget.
Contrast, measured by the tests: text at least 4.5:1 on every ground it stands on (body text 10:1
or more), outlines of controls, bars and the focus mark at least 3:1.

What each role stands for here: *Window* the page, *Base* cards and fields, *AlternateBase* the
fill of what is chosen, *PlaceholderText* quiet text, *Mid* outlines of controls, *Midlight* hair
lines that only decorate, *Accent* the one accent colour, *HighlightedText* text on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; ``bars`` are the tones of figures: strong, medium, pale."""

    window: str
    base: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    chosen: str
    outline: str
    hairline: str
    bars: tuple[str, str, str]


LIGHT = Colours(
    window="#f4f6f7",
    base="#ffffff",
    text="#1a1f24",
    quiet="#4f5962",
    accent="#0b5a6e",
    on_accent="#ffffff",
    chosen="#e1eff3",
    outline="#67727c",
    hairline="#d3d9de",
    bars=("#414d6b", "#7c7b78", "#d3d9de"),
)
DARK = Colours(
    window="#14181c",
    base="#1c2126",
    text="#e8ebee",
    quiet="#abb4bc",
    accent="#7cc4d7",
    on_accent="#0b2028",
    chosen="#17353f",
    outline="#87919a",
    hairline="#363f47",
    bars=("#93a0cf", "#9a9995", "#363f47"),
)

#: Fill and symbol colour of each step, cut from the cividis scale: told apart in every common
#: colour blindness and in grey. The same in window and PDF, light and dark.
LEVELS: dict[str, tuple[str, str]] = {
    "keep_noticing": ("#bcaf6f", "#0b0e11"),
    "talk": ("#7c7b78", "#0b0e11"),
    "report_today": ("#414d6b", "#ffffff"),
    "act_now": ("#00224e", "#ffffff"),
}
_BARS = ("strong", "medium", "pale")
_LEAST_DARK_LIGHTNESS = 128


def build_palette(colours: Colours) -> QPalette:
    """The palette of the whole program in these colours."""
    role = QPalette.ColorRole
    named = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.chosen,
        role.Text: colours.text,
        role.Button: colours.base,
        role.ButtonText: colours.text,
        role.BrightText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Accent: colours.accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Light: colours.base,
        role.Midlight: colours.hairline,
        role.Mid: colours.outline,
        role.Dark: colours.outline,
        role.Shadow: colours.hairline,
    }
    palette = QPalette()
    for which, name in named.items():
        palette.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.quiet))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Whether a palette has light text on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _LEAST_DARK_LIGHTNESS


def level_colours(step: str) -> tuple[QColor, QColor]:
    """Fill of a step and the colour of the symbol on it."""
    fill, symbol = LEVELS[step]
    return QColor(fill), QColor(symbol)


def bar_colour(palette: QPalette, tone: str) -> QColor:
    """Colour of a tone of a figure: ``strong``, ``medium`` or ``pale``."""
    colours = DARK if is_dark(palette) else LIGHT
    return QColor(colours.bars[_BARS.index(tone)])
