from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from indicator_checker.ui.palette import (
    DARK,
    LEVELS,
    LIGHT,
    Colours,
    bar_colour,
    build_palette,
    is_dark,
)
from indicator_checker.ui.style import apply_palette, style_sheet

TEXT = 4.5
SHAPE = 3.0


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_known_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(colours: Colours) -> None:
    grounds = (colours.window, colours.base, colours.chosen)
    for text in (colours.text, colours.quiet, colours.accent):
        assert min(contrast(text, ground) for ground in grounds) >= TEXT
    assert contrast(colours.on_accent, colours.accent) >= TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_outline_and_bar_can_be_seen(colours: Colours) -> None:
    strong, medium, _pale = colours.bars
    for shape in (colours.outline, colours.accent, strong, medium):
        assert min(contrast(shape, ground) for ground in (colours.window, colours.base)) >= SHAPE


@pytest.mark.parametrize("step", LEVELS)
def test_the_symbol_of_a_step_can_be_seen_on_its_colour(step: str) -> None:
    fill, symbol = LEVELS[step]
    assert contrast(fill, symbol) >= TEXT


def test_the_steps_differ_in_grey_too() -> None:
    lightness = [luminance(fill) for fill, _symbol in LEVELS.values()]
    assert lightness == sorted(lightness, reverse=True)
    assert all(contrast(a, b) > 1.5 for (a, _), (b, _) in combinations(LEVELS.values(), 2))


@pytest.mark.parametrize("dark", [False, True])
def test_light_and_dark_reach_every_role(qapp: QApplication, dark: bool) -> None:
    apply_palette(qapp, dark=dark)
    wanted = build_palette(DARK if dark else LIGHT)
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Text, QPalette.ColorRole.Accent):
        assert qapp.palette().color(role) == wanted.color(role)
    assert is_dark(qapp.palette()) is dark
    assert bar_colour(qapp.palette(), "strong").name() == (DARK if dark else LIGHT).bars[0]


def test_the_style_sheet_takes_all_colours_from_the_palette() -> None:
    light, dark = (style_sheet(build_palette(colours)) for colours in (LIGHT, DARK))
    assert "@" not in light
    assert light != dark
    assert LIGHT.accent in light
    assert LIGHT.accent not in dark
