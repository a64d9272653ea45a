"""How the window looks: style, text size, measures and one small style sheet.

Lengths follow the text: one *line* is the height of a line of text, about 17 pixels at the
ordinary size. So the window keeps its shape when the person enlarges the text.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from indicator_checker.ui.palette import DARK, LIGHT, build_palette

#: The grid in pixels; every distance is a multiple of it.
GRID = 8
_BASE_FONT = "base font"
_LEAST_PIXELS = 13


def apply_palette(app: QApplication, dark: bool | None = None) -> None:
    """Set style, colours and style sheet of the program.

    Args:
        app: The application.
        dark: Light or dark; by default what the computer is set to. A computer that asks for
            high contrast keeps its own colours.
    """
    if app.style().name() != "fusion":
        app.setStyle("fusion")
    if dark is None and _asks_for_contrast(app):
        palette = app.style().standardPalette()
    else:
        wants_dark = _is_set_to_dark(app) if dark is None else dark
        palette = build_palette(DARK if wants_dark else LIGHT)
    # Else a style sheet keeps a larger font from reaching the parts of a window.
    app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    # Taking the old sheet away first halves the work in a window with many pages.
    app.setStyleSheet("")
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(palette))


def follow_colour_scheme(app: QApplication) -> None:
    """Go light or dark with the computer, now and later."""
    apply_palette(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply_palette(app))


def apply_text_size(app: QApplication, factor: float) -> None:
    """Set the text of the whole program to a multiple of the system's own size."""
    base = app.property(_BASE_FONT)
    if not isinstance(base, QFont):
        base = app.font()
        if QFontMetrics(base).height() < _LEAST_PIXELS:
            base.setPixelSize(_LEAST_PIXELS)
        app.setProperty(_BASE_FONT, base)
    font = scaled(base, factor)
    app.setFont(font)
    # Qt tells windows that are open, and those of their parts that have no size of their own.
    # The others have a method ``fit_text_size``.
    for window in app.topLevelWidgets():
        window.setFont(font)
    for widget in app.allWidgets():
        fit = getattr(widget, "fit_text_size", None)
        if fit is not None:
            fit()


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A font in another size; works for sizes in points and in pixels."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(round(font.pixelSize() * factor))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def in_lines(lines: float) -> int:
    """A length in pixels, given in heights of a line of text."""
    return round(lines * QFontMetrics(QApplication.font()).height())


def _is_set_to_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _asks_for_contrast(app: QApplication) -> bool:
    # Kept in a variable: the wrapper frees what hangs on an object that nobody holds.
    hints = app.styleHints()
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def style_sheet(palette: QPalette) -> str:
    """The style sheet: outlines that can be seen, and a focus mark on everything.

    Fusion's own outlines have a contrast of about 2:1; ours have at least 3:1.
    """
    roles = {
        "window": QPalette.ColorRole.Window,
        "base": QPalette.ColorRole.Base,
        "text": QPalette.ColorRole.Text,
        "quiet": QPalette.ColorRole.PlaceholderText,
        "accent": QPalette.ColorRole.Accent,
        "on_accent": QPalette.ColorRole.HighlightedText,
        "chosen": QPalette.ColorRole.AlternateBase,
        "outline": QPalette.ColorRole.Mid,
        "hairline": QPalette.ColorRole.Midlight,
    }
    sheet = _SHEET
    for name, role in roles.items():
        sheet = sheet.replace(f"@{name};", f"{palette.color(role).name()};")
    return sheet


_SHEET = """
QLineEdit, QPlainTextEdit, QComboBox {
    background: @base; color: @text; border: 1px solid @outline; border-radius: 4px;
    padding: 7px 9px;
    selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 6px 8px;
}
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox QAbstractItemView {
    background: @base; color: @text; border: 1px solid @outline;
    selection-background-color: @accent; selection-color: @on_accent; outline: 0;
}
QPushButton {
    background: @base; color: @text; border: 1px solid @outline; border-radius: 6px;
    padding: 8px 15px;
}
QPushButton:hover { background: @chosen; }
QPushButton:checked { background: @chosen; border: 2px solid @accent; padding: 7px 14px; }
QPushButton:focus { border: 2px solid @text; padding: 7px 14px; }
PrimaryButton {
    background: @accent; color: @on_accent; border: 2px solid @accent; padding: 8px 18px;
}
PrimaryButton:hover { background: @accent; }
PrimaryButton:focus { border: 2px solid @text; padding: 8px 18px; }
LinkButton {
    background: transparent; color: @accent; border: 2px solid transparent; border-radius: 4px;
    padding: 2px 1px; text-align: left;
}
LinkButton:checked { background: transparent; border: 2px solid transparent; padding: 2px 1px; }
LinkButton:hover { background: transparent; text-decoration: underline; }
LinkButton:focus { border: 2px solid @text; padding: 2px 1px; }
Card { background: @base; border: 1px solid @hairline; border-radius: 8px; }
Notice { background: @chosen; border: 1px solid @accent; border-radius: 8px; }
MessageBar#under-header { margin: 8px 16px; }
Side { background: @base; border: 0 solid @hairline; }
Side[edge="top"] { border-top-width: 1px; }
Side[edge="bottom"] { border-bottom-width: 1px; }
Side[edge="left"] { border-left-width: 1px; }
Side[edge="right"] { border-right-width: 1px; }
QAbstractScrollArea#page { background: @window; border: 0; }
QAbstractScrollArea#page:focus { border: 2px solid @accent; }
QToolTip { background: @base; color: @text; border: 1px solid @outline; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle:vertical {
    background: @outline; border-radius: 3px; min-height: 32px; margin: 2px;
}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QMenuBar { background: @base; color: @text; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: @chosen; color: @text; }
QMenu { background: @base; color: @text; border: 1px solid @outline; padding: 4px 0; }
QMenu::item { padding: 6px 32px 6px 24px; }
QMenu::item:selected { background: @accent; color: @on_accent; }
"""
