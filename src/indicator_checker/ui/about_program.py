"""About this program: version and licences."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from indicator_checker import __version__


class AboutProgram(QMessageBox):
    """Version, licences, and what the program never does."""

    def __init__(self, parent: QWidget) -> None:
        """Build the dialog."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this program"))
        self.setText(self.tr("Indicator Checker {version}").format(version=__version__))
        self.setInformativeText(
            self.tr(
                "It works without a network and sends nothing.\n\n"
                "Program: Apache License 2.0. Content of our own: CC BY 4.0. Fonts in the PDF: "
                "SIL Open Font License 1.1. Window toolkit: Qt with PySide6, LGPL 3.0."
            )
        )
        self.addButton(self.tr("&Close"), QMessageBox.ButtonRole.AcceptRole)

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Show it until it is closed."""
        cls(parent).exec()
