"""Questions on the way out: where to save, whether to replace, whether to print."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from indicator_checker.ui.questions import Question

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def suggested_name() -> str:
    """A file name that says nothing about a child."""
    return f"referral-{secrets.token_hex(4)}.pdf"


class SaveQuestion(QFileDialog):
    """Where to save the PDF.

    Not the dialog of the computer, which would keep the file in its list of recent documents.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, parent.tr("Save the PDF"), QDir.homePath())
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        # The page itself asks before it replaces a file.
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(self.tr("PDF documents (*.pdf)"))
        self.setDefaultSuffix("pdf")
        self.selectFile(name)

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> Path | None:
        """The file to write, or ``None`` if the person does not want to save."""
        question = cls(parent, name)
        accepted = bool(question.exec())
        chosen = question.selectedFiles()
        question.forget()
        question.deleteLater()
        return Path(chosen[0]) if accepted and chosen else None

    def forget(self) -> None:
        """Leave no trace of the folder: Qt writes the last ones into a file of its own."""
        self.setDirectory(QDir.homePath())
        self.setHistory([])


class ReplaceQuestion(Question):
    """Asked before a file of the same name is replaced."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> bool:
        """Whether to replace the file."""
        question = cls(
            parent,
            parent.tr("A file called “{name}” is already there. Replace it?").format(name=name),
            parent.tr("What is in it now would be lost."),
            parent.tr("&Keep it"),
            parent.tr("&Replace it"),
        )
        return question.losing()


class PrintQuestion(Question):
    """A word about what printing leaves behind, then the dialog of the printer."""

    @classmethod
    def ask(cls, parent: QWidget, printer: QPrinter) -> bool:
        """Whether to print, on the printer as the person set it."""
        question = cls(
            parent,
            parent.tr("Print the referral?"),
            parent.tr(
                "Printing sends it to nobody. The computer, the print server and the printer may "
                "keep a copy for a while. Use a printer that only you can reach, and stay beside "
                "it. Do not leave the pages where a parent, carer or pupil can see them."
            ),
            parent.tr("&Do not print"),
            parent.tr("&Go on to the printer"),
        )
        return question.losing() and cls._choose_printer(parent, printer)

    @staticmethod
    def _choose_printer(parent: QWidget, printer: QPrinter) -> bool:
        # Loaded here: it would slow the start of a window that may never print.
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinterInfo

        dialog = QPrintDialog(printer, parent)
        # A file belongs to Save, which keeps its words and asks before it replaces one. Without
        # any printer the dialog would be empty, so then the file stays on offer.
        to_file = QAbstractPrintDialog.PrintDialogOption.PrintToFile
        dialog.setOption(to_file, not QPrinterInfo.availablePrinters())
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted
