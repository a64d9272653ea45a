"""An error nobody foresaw: say so, keep the work, and offer a report without typed words."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from indicator_checker import __version__
from indicator_checker.text import Words


def error_report(error: BaseException) -> str:
    """What happened, by the names of our own code only.

    The message of an error may hold what somebody typed, and so may the values in its frames:
    neither is taken in.
    """
    python = ".".join(str(part) for part in sys.version_info[:3])
    lines = [
        f"Indicator Checker {__version__}, Python {python}, {sys.platform}",
        type(error).__name__,
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        name = frame.filename.replace("\\", "/").rpartition("/")[2]
        lines.append(f"{name}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class UncaughtError(QMessageBox):
    """Says that something went wrong and that the work is still there."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        """Build the dialog around a report."""
        super().__init__(parent)
        words = Words()
        self.setWindowTitle(self.tr("Checklist"))
        self.setText(words("error.unexpected.what"))
        safe, do = words("error.unexpected.safe"), words("error.unexpected.do")
        self.setInformativeText(f"{safe} {do}")
        self.setDetailedText(report)
        self._report = report
        self.copy_button = self.addButton(
            self.tr("&Copy the report"), QMessageBox.ButtonRole.ActionRole
        )
        go_on = self.addButton(self.tr("&Go on"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(go_on)
        self.setEscapeButton(go_on)
        self.copy_button.clicked.disconnect()
        self.copy_button.clicked.connect(self.copy_report)

    def copy_report(self) -> None:
        """Put the report on the clipboard; the dialog stays."""
        QGuiApplication.clipboard().setText(self._report)

    @classmethod
    def ask(cls, parent: QWidget | None, report: str) -> None:
        """Show it until the person goes on."""
        cls(parent, report).exec()


class UncaughtHook:
    """Takes the place of ``sys.excepthook`` while the window is open."""

    def __init__(self, window: QWidget) -> None:
        """Remember over which window the dialog shows."""
        self._window = window
        self._showing = False

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Report the error; an error while reporting does not open a second dialog."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = error_report(error.with_traceback(trace))
        print(report, file=sys.stderr)
        if self._showing:
            return
        self._showing = True
        try:
            UncaughtError.ask(self._window, report)
        finally:
            self._showing = False
