"""Which folder holds the instrument; behind ``ask`` so that tests can answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget


class FolderQuestion(QFileDialog):
    """A folder to look at.

    Not the dialog of the computer, which would keep the folder in its list of recent places.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, parent.tr("Choose the folder of an instrument"), QDir.homePath())
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """The folder, or ``None`` if the person does not want to add one."""
        question = cls(parent)
        accepted = bool(question.exec())
        chosen = question.selectedFiles()
        # Qt writes the last folders into a file of its own.
        question.setDirectory(QDir.homePath())
        question.setHistory([])
        question.deleteLater()
        return Path(chosen[0]) if accepted and chosen else None
