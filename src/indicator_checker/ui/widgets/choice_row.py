"""A choice of one among a few: buttons side by side that can be cleared again.

A combo box changes when the wheel passes over it, and a radio group cannot be cleared; this row
does neither. Tab reaches the row once, the arrow keys move along it, Space or Enter chooses,
Delete clears. What is chosen is told by fill, border and tick, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.flow_layout import FlowLayout

_FOCUS_ROOM = 3
_BADGE = 7


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its id, its word, and the shape before the word."""

    id: str
    label: str
    shape: str = ""


class OptionButton(QRadioButton):
    """One option, painted as a segment or as a ring with a dot.

    Args:
        option: What it stands for.
        segment: Whether it is a segment; otherwise a ring with a dot.
    """

    def __init__(self, option: Option, parent: QWidget, *, segment: bool) -> None:
        super().__init__(parent)
        self.option = option
        self._segment = segment
        self._words = f"{option.shape}  {option.label}" if option.shape else option.label
        self.setText(option.label.replace("&", "&&"))
        self.setAccessibleName(option.label)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def strong_font(self) -> QFont:
        """The letters of what is chosen."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def shown_words(self) -> str:
        """Shape and word as they are painted."""
        return self._words

    def words_width(self) -> int:
        """How wide the words are in one line."""
        return QFontMetrics(self.strong_font()).horizontalAdvance(self._words)

    def text_flags(self) -> int:
        """How the words stand in their place."""
        if self._segment:
            return int(Qt.AlignmentFlag.AlignCenter)
        return int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeading)

    def _padding(self) -> int:
        return GRID * 2 if self._segment else GRID // 2

    def _ring(self) -> int:
        return 0 if self._segment else round(self.fontMetrics().height() * 0.85)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        role = QPalette.ColorRole
        chosen = self.isChecked()
        fill = role.AlternateBase if chosen or self.underMouse() else role.Base
        pen = QPen(self._colour(role.Accent), 2) if chosen else QPen(self._colour(role.Mid), 1)
        painter.setPen(pen)
        painter.setBrush(self._colour(fill))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
        if chosen:
            self._paint_badge(painter, QPointF(box.right() - _BADGE - 1, box.top() + _BADGE + 1))

    def _paint_badge(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.Accent))
        painter.drawEllipse(centre, _BADGE - 1, _BADGE - 1)
        tick = QPen(self._colour(QPalette.ColorRole.HighlightedText), 1.6)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(tick)
        low = centre + QPointF(-0.6, 2.2)
        painter.drawPolyline([centre + QPointF(-2.8, 0), low, centre + QPointF(2.8, -2.4)])

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        role = QPalette.ColorRole
        size = self._ring()
        ring = QRectF(box.left(), box.center().y() - size / 2, size, size).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(self._colour(role.Accent if chosen else role.Mid), 2 if chosen else 1))
        painter.setBrush(self._colour(role.Base))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(role.Accent))
            painter.drawEllipse(ring.center(), size * 0.24, size * 0.24)

    def nextCheckState(self) -> None:
        """Choosing twice keeps the choice; clearing is an act of its own."""
        self.setChecked(True)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole face can be clicked."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for the strong letters, so that nothing moves when it is chosen."""
        metrics = QFontMetrics(self.strong_font())
        ring = self._ring() + GRID if not self._segment else 0
        width = self.words_width() + 2 * self._padding() + ring
        high = metrics.height() + (2 * GRID + 2 if self._segment else GRID)
        return QSize(width + 2 * _FOCUS_ROOM, high + 2 * _FOCUS_ROOM)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only Space belongs to the button; the row sees to the other keys."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground or ring, words, and the focus mark around them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = _FOCUS_ROOM
        box = QRectF(self.rect()).adjusted(room, room, -room, -room)
        words = box
        if self._segment:
            self._paint_ground(painter, box)
        else:
            self._paint_ring(painter, box)
            words = box.adjusted(self._ring() + GRID, 0, 0, 0)
        painter.setFont(self.strong_font() if self.isChecked() else self.font())
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        painter.drawText(words, self.text_flags(), self._words)
        if self.hasFocus():
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class ChoiceRow(QWidget):
    """Options of which at most one is chosen; nothing is chosen beforehand.

    Signals:
        chosen: The id of the option that was just chosen.
        cleared: The choice was taken back.
    """

    chosen = Signal(str)
    cleared = Signal()

    def __init__(
        self,
        question: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        segments: bool = False,
        equal: bool = True,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """Build the row.

        Args:
            question: What is asked; every option carries it as its description.
            options: What can be chosen.
            parent: Where it stands.
            segments: Buttons with a frame instead of rings.
            equal: Whether segments are all as wide as the widest.
            keys: Characters that choose an option while the row has the focus.
        """
        super().__init__(parent)
        self.setAccessibleName(question)
        self._keys = dict(keys or {})
        self._segments = segments
        self._equal = segments and equal
        self.buttons: dict[str, OptionButton] = {}
        for option in options:
            button = self.build_button(option)
            button.setAccessibleDescription(question)
            button.clicked.connect(self._on_clicked)
            self.buttons[option.id] = button
        self.lay_out(list(self.buttons.values()))
        self.show_tab_stop()

    def build_button(self, option: Option) -> OptionButton:
        """The button of one option."""
        return OptionButton(option, self, segment=self._segments)

    def lay_out(self, buttons: Sequence[OptionButton]) -> None:
        """Side by side, in a second line where the first is full."""
        layout = FlowLayout(self, gap=GRID // 4 if self._segments else GRID, equal=self._equal)
        for button in buttons:
            layout.addWidget(button)

    def value(self) -> str:
        """The id of what is chosen, or an empty string."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show a choice without telling anyone; an empty string shows none."""
        for name, button in self.buttons.items():
            button.setChecked(name == value)
        self.show_tab_stop()

    def choose(self, value: str) -> None:
        """Choose as the person does."""
        self.set_value(value)
        self.chosen.emit(value)

    def clear(self) -> None:
        """Take the choice back as the person does."""
        if self.value():
            self.set_value("")
            self.cleared.emit()

    def tab_stop(self) -> OptionButton:
        """The button that Tab reaches."""
        value = self.value()
        return self.buttons[value] if value else self.first_shown()

    def first_shown(self) -> OptionButton:
        """The first option that can be chosen now."""
        buttons = list(self.buttons.values())
        return next((button for button in buttons if not button.isHidden()), buttons[0])

    def take_focus(self) -> None:
        """Put the focus where Tab would."""
        self.tab_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def show_tab_stop(self) -> None:
        """Let Tab reach one button only."""
        stop = self.tab_stop()
        for button in self.buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, OptionButton):
            self.choose(button.option.id)

    def _move(self, steps: int) -> None:
        buttons = [button for button in self.buttons.values() if not button.isHidden()]
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), 0)
        there = buttons[(here + steps) % len(buttons)]
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> OptionButton | None:
        return next((button for button in self.buttons.values() if button.hasFocus()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Enter chooses, Delete clears; letters only where they were agreed."""
        key, focused = event.key(), self._focused()
        named = self._keys.get(event.text().lower()) if event.text() else None
        forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._move(1 if (key == Qt.Key.Key_Right) == forward else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused:
            self.choose(focused.option.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif named and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.choose(named)
            self.buttons[named].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore()
