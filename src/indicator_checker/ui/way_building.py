"""Builds the way through a checklist with rail and panel of its own, and forgets it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indicator_checker.ui.session import Session
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.level_panel import LevelPanel
from indicator_checker.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from indicator_checker.practise import PractiseCase
    from indicator_checker.ui.main_window import MainWindow


def build_way(
    window: MainWindow, session: Session, case: PractiseCase | None = None
) -> Walkthrough:
    """A way through a checklist, wired to the window.

    Args:
        window: Where its pages show.
        session: The checklist.
        case: The invented case that it is about; ``None`` for a real one.
    """
    rail, panel = Rail(), LevelPanel()
    panel.method_asked.connect(window.open_method)
    way = Walkthrough(session, window.words, window.preferences, (rail, panel), window, case)
    way.page_built.connect(window.workspace.add_page)
    way.page_opened.connect(lambda page, focus: window.show_way(way, page, focus))
    session.recorded.connect(window.show_record_lines)
    return way


def forget_way(window: MainWindow, way: Walkthrough) -> None:
    """Forget a checklist with its pages."""
    if window.front is way:
        window.front = None
    for page in way.built_pages():
        window.workspace.remove_page(page)
    window.workspace.remove_sides(way.rail, way.panel)
    way.deleteLater()
