"""Hide now: covers the window at once and loses nothing.

Without an encrypted store there is nothing to lock, and the cover says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import PrimaryButton
from indicator_checker.ui.widgets.labels import BodyLabel, Heading
from indicator_checker.ui.widgets.page import Side

PRESSES = 3
SECONDS = 5.0


class ShiftWatch(QObject):
    """Hears the Shift key pressed and released alone, three times within five seconds.

    Capitals never trigger it: a letter typed while Shift is down starts the count anew, and so
    does every other key and every click.

    Signals:
        pressed_three_times: It happened.
    """

    pressed_three_times = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Listen to whichever window of the program has the focus.

        Args:
            app: The application.
            parent: Lives as long as this, for example the window it hides.
            clock: Gives seconds that only ever grow; a test brings its own.
        """
        super().__init__(parent)
        self._clock = clock
        self._times: list[float] = []
        self._down = False
        # On the window and not on the application: a filter there would see every event of
        # every widget, and make each of them slower.
        app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window too."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let every event go on its way."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._forget()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.key() != Qt.Key.Key_Shift:
                if kind == QEvent.Type.KeyPress:
                    self._forget()
            elif kind == QEvent.Type.KeyPress:
                self._down = True
            elif kind == QEvent.Type.KeyRelease and self._down:
                self._count()
        return False

    def _forget(self) -> None:
        self._down = False
        self._times.clear()

    def _count(self) -> None:
        self._down = False
        now = self._clock()
        self._times = [then for then in self._times if now - then < SECONDS] + [now]
        if len(self._times) >= PRESSES:
            self._forget()
            self.pressed_three_times.emit()


class Cover(Side):
    """What shows instead of the checklist while it is hidden; neutral and honest.

    Signals:
        show_asked: The person wants the checklist back.
    """

    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the cover."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Hidden"))
        inner = QVBoxLayout()
        inner.setSpacing(GRID * 2)
        inner.addWidget(Heading(self.tr("Hidden, not locked")))
        inner.addWidget(BodyLabel(self.tr("Your answers are still in memory.")))
        self.show_button = PrimaryButton(self.tr("&Show again"))
        self.show_button.clicked.connect(self.show_asked)
        inner.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeading)
        inner.insertStretch(0, 1)
        inner.addStretch(2)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(inner, 1)
        layout.addStretch(1)
