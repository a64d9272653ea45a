"""The baseline: the widgets of our start page, without a line of our own code behind them.

Keep it like the start page: the ratio then tells what *our code* adds to the start, not what Qt
costs anybody.
"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

PARAGRAPH = (
    "What has been noticed, one section at a time. Nothing is sent anywhere, and closing the "
    "window forgets the answers. If you are worried, tell someone today."
)


def build_application(arguments: list[str]) -> QApplication:
    """Make the application object, named like ours."""
    application = QApplication(["indicator-checker", *arguments])
    application.setApplicationName("indicator-checker")
    return application


def build_main_window() -> QMainWindow:
    """Build a window with the widgets of the start page."""
    window = QMainWindow()
    window.setWindowTitle("Checklist")
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.addWidget(_build_header())
    pages = QStackedWidget()
    pages.addWidget(_build_start_page())
    column.addWidget(pages, 1)
    window.setCentralWidget(centre)
    window.resize(1100, 760)
    return window


def _build_header() -> QWidget:
    header = QFrame()
    row = QHBoxLayout(header)
    row.addWidget(QLabel("Emergency: 112"))
    row.addStretch(1)
    for words in ("Text size", "Hide now"):
        row.addWidget(QPushButton(words))
    return header


def _build_start_page() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for words in ("Checklist", PARAGRAPH, PARAGRAPH, PARAGRAPH):
        label = QLabel(words)
        label.setWordWrap(True)
        column.addWidget(label)
    for words in ("Country", "Region"):
        label, choice = QLabel(words), QComboBox()
        label.setBuddy(choice)
        column.addWidget(label)
        column.addWidget(choice)
    column.addWidget(QCheckBox("Nobody who may be part of this is in the room"))
    column.addWidget(QPushButton("New checklist"))
    column.addStretch(1)
    return page
