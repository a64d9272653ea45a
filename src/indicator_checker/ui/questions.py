"""Questions that stop before something would be lost; each behind ``ask`` so tests can answer."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


class Question(QMessageBox):
    """A question with a careful answer, which is the default, and one that loses something."""

    def __init__(self, parent: QWidget, text: str, details: str, keep: str, lose: str) -> None:
        """Build the question with its own words on the buttons."""
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(self.tr("Checklist"))
        self.setText(text)
        self.setInformativeText(details)
        self._lose = self.addButton(lose, QMessageBox.ButtonRole.DestructiveRole)
        kept = self.addButton(keep, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(kept)
        self.setEscapeButton(kept)

    def losing(self) -> bool:
        """Show the question; whether the person chose to lose it."""
        self.exec()
        return self.clickedButton() is self._lose


class CloseQuestion(Question):
    """Asked before the window closes with answers in it."""

    @classmethod
    def ask(cls, parent: QWidget) -> bool:
        """Whether to close and lose what was recorded."""
        question = cls(
            parent,
            parent.tr("Close and lose what you recorded?"),
            parent.tr("The checklist is kept in memory only. Save the referral first to keep it."),
            parent.tr("&Keep open"),
            parent.tr("&Close and lose it"),
        )
        return question.losing()


class NewQuestion(Question):
    """Asked before a new checklist takes the place of one with answers."""

    @classmethod
    def ask(cls, parent: QWidget) -> bool:
        """Whether to begin anew and lose what was recorded."""
        question = cls(
            parent,
            parent.tr("Begin a new checklist and lose this one?"),
            parent.tr("The checklist is kept in memory only. Save the referral first to keep it."),
            parent.tr("&Keep this one"),
            parent.tr("&Begin a new one"),
        )
        return question.losing()


class ChangeInstrumentQuestion(Question):
    """Asked before a checklist under another instrument takes the place of one with answers."""

    @classmethod
    def ask(cls, parent: QWidget) -> bool:
        """Whether to begin anew under the other instrument and lose what was recorded."""
        question = cls(
            parent,
            parent.tr("Begin a new checklist with the other instrument and lose this one?"),
            parent.tr(
                "Answers are never changed to fit another instrument. To see them under another "
                "one and keep this checklist, use “See it under another version or instrument” "
                "in the menu “Go”."
            ),
            parent.tr("&Keep this one"),
            parent.tr("&Begin a new one"),
        )
        return question.losing()


class ClearQuestion(Question):
    """Asked before an answer is cleared under which something was written."""

    @classmethod
    def ask(cls, parent: QWidget) -> bool:
        """Whether to clear the answer together with what stands under it."""
        question = cls(
            parent,
            parent.tr("Clear this answer and what you wrote under it?"),
            parent.tr("To keep the words, choose another answer instead."),
            parent.tr("&Keep it"),
            parent.tr("&Clear both"),
        )
        return question.losing()
