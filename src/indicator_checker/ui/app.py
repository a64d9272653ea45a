"""Starts the window: application, colours, text size, and what catches the unforeseen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.settings import Settings, load_settings
from indicator_checker.text import Words
from indicator_checker.ui.hide import ShiftWatch
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.preferences import Preferences
from indicator_checker.ui.style import apply_text_size, follow_colour_scheme
from indicator_checker.ui.uncaught import UncaughtHook


def build_application(argv: Sequence[str]) -> QApplication:
    """The application with its colours, or the one that already runs."""
    # Nothing becomes garbage before the first picture; the window switches this on again.
    gc.disable()
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(argv))
    # No name of a child, no subject: this is what the task bar shows.
    app.setApplicationName("indicator-checker")
    app.setApplicationDisplayName("Checklist")
    app.setDesktopFileName("indicator-checker")
    follow_colour_scheme(app)
    return app


def build_main_window() -> MainWindow:
    """The window with the settings of this computer; damaged settings are said, not used."""
    words = Words()
    problem: IndicatorCheckerError | None = None
    try:
        settings = load_settings()
    except IndicatorCheckerError as error:
        settings, problem = Settings(), error
    preferences = Preferences(settings)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_text_size(app, settings.text_size)
        preferences.text_size_changed.connect(lambda size: apply_text_size(app, size))
    window = MainWindow(preferences, words)
    if isinstance(app, QApplication):
        ShiftWatch(app, window).pressed_three_times.connect(window.hide_now)
    if problem is not None:
        window.show_error(problem)
    return window


def run_app(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        argv: Arguments without the name of the program.

    Returns:
        The exit code.
    """
    app = build_application([sys.argv[0], *argv])
    window = build_main_window()
    sys.excepthook = UncaughtHook(window)
    window.show()
    return app.exec()
