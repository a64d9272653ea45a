"""The baseline: the widgets of our start page, without a line of our own code behind them.

Keep it like the start page: the ratio then tells what *our code* adds to the start (reading,
styling, laying out, fonts), not what Qt costs anybody.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

SENTENCE = "If you are worried, tell someone today; you need no score for that."
PARAGRAPH = f"{SENTENCE} {SENTENCE} {SENTENCE}"
COUNTRIES = 240
"""About as many entries as the list of countries has."""
MENUS = {
    "File": ("New checklist", "Quit"),
    "View": ("Larger text", "Smaller text", "Ordinary", "Large", "Very large", "Next", "Back"),
    "Help": ("How this works", "About"),
}


def build_application(arguments: list[str]) -> QApplication:
    """Make the application object, named like ours."""
    application = QApplication(["indicator-checker", *arguments])
    application.setApplicationName("indicator-checker")
    application.setStyle("fusion")
    return application


def build_main_window() -> QMainWindow:
    """Build a window with the widgets of the start page."""
    window = QMainWindow()
    window.setWindowTitle("Checklist")
    for title, entries in MENUS.items():
        menu = window.menuBar().addMenu(title)
        for entry in entries:
            menu.addAction(entry)
    work = QWidget()
    column = QVBoxLayout(work)
    column.addWidget(_build_header())
    pages = QStackedWidget()
    pages.addWidget(_build_start_page())
    column.addWidget(pages, 1)
    layers = QStackedWidget()
    layers.addWidget(work)
    layers.addWidget(_build_cover())
    window.setCentralWidget(layers)
    window.resize(1280, 820)
    return window


def _build_header() -> QWidget:
    header = QFrame()
    row = QHBoxLayout(header)
    row.addWidget(QLabel("Checklist"), 3)
    emergency = QLabel("Emergency: 112")
    emergency.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(emergency, 2)
    row.addWidget(QPushButton("Hide now"))
    return header


def _build_cover() -> QWidget:
    cover = QFrame()
    column = QVBoxLayout(cover)
    for widget in (QLabel("Hidden"), QLabel(SENTENCE), QPushButton("Show again")):
        column.addWidget(widget)
    return cover


def _build_start_page() -> QWidget:
    page = QScrollArea()
    page.setWidgetResizable(True)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    for words in ("A checklist", SENTENCE, SENTENCE, SENTENCE, SENTENCE):
        column.addWidget(_build_label(words))
    column.addWidget(_build_card(*map(_build_label, ("A question?", SENTENCE, PARAGRAPH))))
    column.addWidget(_build_card(_build_label("Where?"), _build_label(PARAGRAPH), _build_place()))
    column.addWidget(QPushButton("New checklist"))
    column.addStretch(1)
    page.setWidget(sheet)
    return page


def _build_label(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def _build_card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    column = QVBoxLayout(card)
    for widget in widgets:
        column.addWidget(widget)
    return card


def _build_place() -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    for words, entries in (("Country", COUNTRIES), ("Region", 1)):
        label, choice = QLabel(words), QComboBox()
        label.setBuddy(choice)
        choice.addItems([f"{words} {number}" for number in range(entries)])
        column.addWidget(label)
        column.addWidget(choice)
    return place
