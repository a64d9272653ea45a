"""The menu bar: neutral words, every entry with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from indicator_checker.settings import TEXT_SIZES

if TYPE_CHECKING:
    from indicator_checker.ui.main_window import MainWindow

translate = QCoreApplication.translate


def build_menus(window: MainWindow) -> None:
    """Fill the menu bar and set the keys that work everywhere."""
    _build_file(window)
    _build_view(window)
    _build_help(window)


def _build_file(window: MainWindow) -> None:
    menu = window.menuBar().addMenu(translate("Menus", "&File"))
    new = menu.addAction(translate("Menus", "&New checklist"))
    new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
    new.triggered.connect(window.begin_checklist)
    practise = menu.addAction(translate("Menus", "&Practise"))
    practise.setShortcut(QKeySequence("Ctrl+Shift+P"))
    practise.triggered.connect(window.open_practise)
    menu.addSeparator()
    add = menu.addAction(translate("Menus", "&Add an instrument…"))
    add.setShortcut(QKeySequence("Ctrl+Shift+I"))
    add.triggered.connect(window.asides.open_add)
    menu.addSeparator()
    leave = menu.addAction(translate("Menus", "&Quit"))
    leave.setShortcut(QKeySequence("Ctrl+Q"))
    leave.setMenuRole(QAction.MenuRole.QuitRole)
    leave.triggered.connect(window.close)


def _build_view(window: MainWindow) -> None:
    preferences = window.preferences
    menu = window.menuBar().addMenu(translate("Menus", "&View"))
    entries = (
        (
            translate("Menus", "&Larger text"),
            "Ctrl++",
            lambda: preferences.step_text_size(1),
        ),
        (
            translate("Menus", "&Smaller text"),
            "Ctrl+-",
            lambda: preferences.step_text_size(-1),
        ),
    )
    for words, key, do in entries:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(do)
    menu.addSeparator()
    group = QActionGroup(window)
    names = (
        translate("Menus", "&Ordinary text"),
        translate("Menus", "L&arge text"),
        translate("Menus", "&Very large text"),
    )
    for name, size in zip(names, TEXT_SIZES, strict=True):
        choice = menu.addAction(name)
        choice.setCheckable(True)
        choice.setData(size)
        choice.setChecked(size == preferences.settings.text_size)
        choice.triggered.connect(lambda _checked=False, size=size: preferences.set_text_size(size))
        group.addAction(choice)
    preferences.text_size_changed.connect(lambda size: _check(group, size))
    menu.addSeparator()
    _build_ways(window)


def _check(group: QActionGroup, size: float) -> None:
    for action in group.actions():
        action.setChecked(action.data() == size)


def _build_ways(window: MainWindow) -> None:
    menu = window.menuBar().addMenu(translate("Menus", "&Go"))
    entries = (
        (translate("Menus", "&Next page"), "Ctrl+PgDown", lambda: window.open_neighbour(1)),
        (translate("Menus", "&Previous page"), "Ctrl+PgUp", lambda: window.open_neighbour(-1)),
        (translate("Menus", "&Find a sign"), "Ctrl+F", window.focus_search),
        (translate("Menus", "Next p&art of the window"), "F6", lambda: window.focus_area(1)),
        (
            translate("Menus", "Previous pa&rt of the window"),
            "Shift+F6",
            lambda: window.focus_area(-1),
        ),
        (
            translate("Menus", "&See it under another version or instrument…"),
            "Ctrl+Shift+U",
            window.asides.open_compare,
        ),
    )
    for words, key, do in entries:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(do)


def _build_help(window: MainWindow) -> None:
    menu = window.menuBar().addMenu(translate("Menus", "H&elp"))
    method = menu.addAction(translate("Menus", "How this &works"))
    method.setShortcut(QKeySequence("F1"))
    method.triggered.connect(window.open_method)
    about = menu.addAction(translate("Menus", "&About this program"))
    about.setMenuRole(QAction.MenuRole.AboutRole)
    about.triggered.connect(window.show_about)
