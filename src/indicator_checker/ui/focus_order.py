"""The order in which Tab goes: the reading order, also for what is built later.

Qt's own order is the order of construction, so a form that unfolds under a row would come last.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_stops(root: QWidget) -> Iterator[QWidget]:
    """All places where Tab stops inside a widget, in reading order."""
    for child in root.children():
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        takes = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and child.isEnabled() and child.isVisible() and child.focusProxy() is None:
            yield child
        yield from focus_stops(child)


def next_stop(root: QWidget, focused: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab goes from here; it goes round at the ends."""
    stops = list(focus_stops(root))
    if not stops:
        return None
    if focused in stops:
        return stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]
    inside = [stop for stop in stops if focused is not None and _same_row(stop, focused)]
    if inside:
        place = stops.index(inside[0])
        return stops[(place + (1 if forward else -1)) % len(stops)]
    return stops[0] if forward else stops[-1]


def _same_row(stop: QWidget, focused: QWidget) -> bool:
    """Whether the focus is on another button of a row that has one stop only."""
    return stop.parentWidget() is focused.parentWidget()
