"""The answers to one sign: a row of segments, a list, or columns of time windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from indicator_checker.ui.answer_scale import AnswerScale, Column
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.choice_row import ChoiceRow, Option, OptionButton
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import QuietLabel

#: A shape before the word, so that nothing hangs on colour or place alone.
SHAPES = {"present": "✓", "possible": "?", "absent": "–", "unknown": "…"}
_KEYS = {"present": "s", "possible": "?", "absent": "n"}
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEAST_WIDTH = 120
#: Three answers stand as equals; more are as wide as their words.
_MOST_EQUAL = 3


def build_choice(question: str, scale: AnswerScale) -> ChoiceRow:
    """The form that fits the answers."""
    if scale.columns:
        return WindowRow(question, scale)
    if scale.is_list:
        return ListRow(question, scale)
    options = [Option(o.id, scale.label(o), SHAPES[o.role]) for o in scale.options]
    equal = len(options) <= _MOST_EQUAL
    return ChoiceRow(question, options, segments=True, equal=equal, keys=keys_of(scale))


def keys_of(scale: AnswerScale) -> dict[str, str]:
    """Characters that answer: of the role where one option has it, first letters, and points."""
    roles = [option.role for option in scale.options]
    keys = {
        _KEYS[option.role]: option.id
        for option in scale.options
        if option.role in _KEYS and roles.count(option.role) == 1
    }
    initials = [option.label[:1].lower() for option in scale.options]
    for option, initial in zip(scale.options, initials, strict=True):
        if initial.isalpha() and initials.count(initial) == 1:
            keys.setdefault(initial, option.id)
    return {**keys, **scale.digits}


class RungButton(OptionButton):
    """One answer of a list; its words wrap."""

    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(option, parent, segment=False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text_flags(self) -> int:
        """At the left, over as many lines as it takes."""
        return super().text_flags() | _WRAP

    def hasHeightForWidth(self) -> bool:
        """Long words need more lines in a narrow column."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the strong letters need in this width."""
        beside = self.sizeHint().width() - self.words_width()
        # Two pixels more: letters may reach a little over their own width.
        room = QRect(0, 0, max(1, width - beside + 2), 4000)
        metrics = QFontMetrics(self.strong_font())
        high = metrics.boundingRect(room, _WRAP, self.shown_words()).height()
        return max(self.sizeHint().height(), high + GRID)

    def minimumSizeHint(self) -> QSize:
        """Words may wrap, but are never cut."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_WIDTH), hint.height())


class ListRow(ChoiceRow):
    """Answers one beneath the other: ladders, and answers with many words."""

    def __init__(self, question: str, scale: AnswerScale, parent: QWidget | None = None) -> None:
        """Build the list with nothing chosen."""
        options = [Option(o.id, scale.label(o)) for o in scale.options]
        super().__init__(question, options, parent, keys=keys_of(scale))

    def build_button(self, option: Option) -> OptionButton:
        """A line of the list."""
        return RungButton(option, self)

    def lay_out(self, buttons: Sequence[OptionButton]) -> None:
        """One beneath the other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in buttons:
            column.addWidget(button)


class WindowButton(OptionButton):
    """The tick of one time window; the row says whether it is on."""

    def nextCheckState(self) -> None:
        """The row sets it: several ticks together are one answer."""


class WindowRow(ChoiceRow):
    """A column for each time window, to tick alone or together, and the answers beside them."""

    def __init__(self, question: str, scale: AnswerScale, parent: QWidget | None = None) -> None:
        """Build the columns with nothing ticked."""
        self._columns: dict[str, Column] = {column.window: column for column in scale.columns}
        self._windows = {o.id: frozenset(o.windows) for o in scale.options if o.windows}
        self._by_windows = {windows: option for option, windows in self._windows.items()}
        plain = [o for o in scale.options if not o.windows]
        seen = next(o for o in scale.options if o.windows)
        options = [
            *(
                Option(name, column.heading, SHAPES[seen.role])
                for name, column in self._columns.items()
            ),
            *(Option(o.id, scale.label(o), SHAPES[o.role]) for o in plain),
        ]
        keys = {key: o for key, o in keys_of(scale).items() if o not in self._windows}
        super().__init__(question, options, parent, segments=True, keys=keys)

    def value(self) -> str:
        """The option that the ticks name, or the answer beside them."""
        ticked = frozenset(name for name in self._columns if self.buttons[name].isChecked())
        if ticked:
            return self._by_windows[ticked]
        names = (name for name, button in self.buttons.items() if button.isChecked())
        return next(names, "")

    def set_value(self, value: str) -> None:
        """Show an answer without telling anyone; an empty string shows none."""
        windows = self._windows.get(value, frozenset())
        for name, button in self.buttons.items():
            button.setChecked(name in windows or name == value)
        self.show_tab_stop()

    def choose(self, value: str) -> None:
        """Tick or untick a window, or choose an answer; the last tick taken away clears."""
        if value not in self._columns:
            super().choose(value)
            return
        ticked = self._windows.get(self.value(), frozenset()) ^ {value}
        if ticked:
            super().choose(self._by_windows[frozenset(ticked)])
        else:
            self.clear()

    def tab_stop(self) -> OptionButton:
        """The first button that is on, or the first of all."""
        on = (button for button in self.buttons.values() if button.isChecked())
        return next(on, self.first_shown())

    def build_button(self, option: Option) -> OptionButton:
        """A tick under its heading, or an answer beside the columns."""
        if option.id not in self._columns:
            return OptionButton(option, self, segment=True)
        button = WindowButton(Option(option.id, self.tr("Seen"), option.shape), self, segment=True)
        name = self.tr("Seen: {window}").format(window=option.label)
        button.setAccessibleName(name)
        return button

    def lay_out(self, buttons: Sequence[OptionButton]) -> None:
        """Heading over tick, column by column; the other answers beneath."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID // 2)
        others = QWidget(self)
        flow = FlowLayout(others, gap=GRID // 4)
        bottom = Qt.AlignmentFlag.AlignBottom
        left = Qt.AlignmentFlag.AlignLeft
        for button in buttons:
            column = self._columns.get(button.option.id)
            if column is None:
                flow.addWidget(button)
                continue
            place = list(self._columns).index(column.window)
            grid.addWidget(QuietLabel(column.heading), 0, place, bottom)
            grid.addWidget(button, 1, place, left)
            grid.setColumnStretch(place, 1)
        grid.addWidget(others, 2, 0, 1, len(self._columns))
