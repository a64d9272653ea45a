"""Printing: the pages of the saved PDF as images of 300 dots per inch, with no file between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from indicator_checker.ui.pdf_pages import POINTS_PER_INCH, PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
#: The title that a print queue shows to everybody; it never says what is printed.
JOB_NAME = "Document"


def build_printer(page_size: str) -> QPrinter:
    """A printer for one of the page sizes of the referral, ``A4`` or ``Letter``."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setResolution(DOTS_PER_INCH)
    size = QPageSize.PageSizeId.Letter if page_size == "Letter" else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_document(data: bytes, printer: QPrinter) -> int:
    """Print every page of a PDF.

    Returns:
        How many pages went to the printer; 0 if the printer could not be started.
    """
    pages = PdfPages(data)
    painter = QPainter()
    if not painter.begin(printer):
        pages.close()
        return 0
    try:
        for number in range(len(pages)):
            if number:
                printer.newPage()
            _print_page(painter, printer, pages, number)
        return len(pages)
    finally:
        painter.end()
        pages.close()


def _print_page(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    width, _ = pages.size(number)
    image = pages.image(number, round(width / POINTS_PER_INCH * DOTS_PER_INCH))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(_centred(size, paper), image)


def _centred(size: QSize, paper: QRect) -> QRect:
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(QRect(0, 0, paper.width(), paper.height()).center())
    return target
