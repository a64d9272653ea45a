from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from indicator_checker.ui.pdf_pages import PdfPages
from indicator_checker.ui.printing import DOTS_PER_INCH, build_printer, print_document
from indicator_checker.ui.widgets.preview import Preview
from tests.ui.printed import THREE_PAGES


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(600, 900)
    preview.show()
    preview.show_pdf(THREE_PAGES)
    return preview


def has_ink(image: QImage) -> bool:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = {
        grey.pixelColor(x, y).value()
        for x in range(0, grey.width(), 4)
        for y in range(0, grey.height() // 4)
    }
    return min(values) < 64 < 192 < max(values)


def test_a_page_is_shown_as_it_is_in_the_file(preview: Preview) -> None:
    image = preview.page_image().image()
    width, height = PdfPages(THREE_PAGES).size(0)
    assert image.width() == round(preview.page_image().width() * image.devicePixelRatio())
    assert image.height() / image.width() == pytest.approx(height / width, rel=0.01)
    assert has_ink(image)


def test_a_screen_reader_hears_the_words_of_the_page(preview: Preview) -> None:
    page = preview.page_image()
    assert page.accessibleName() == "Preview. Page 1 of 3"
    assert "first page" in page.accessibleDescription()
    preview.go_to(2)
    assert page.accessibleName() == "Preview. Page 3 of 3"
    assert "third page" in page.accessibleDescription()


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
    ],
)
def test_the_keyboard_turns_the_pages(
    preview: Preview, qtbot: QtBot, keys: list[Qt.Key], page: int
) -> None:
    for key in keys:
        qtbot.keyClick(preview.page_image(), key)
    assert preview.page_number() == page


def test_a_changed_document_stays_on_its_page(preview: Preview) -> None:
    preview.go_to(1)
    preview.show_pdf(THREE_PAGES)
    assert preview.page_number() == 1


def test_an_emptied_preview_shows_and_says_nothing(preview: Preview) -> None:
    preview.clear()
    assert preview.data() == b""
    assert preview.page_count() == 0
    assert preview.page_image().accessibleDescription() == ""


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_printing_takes_300_dots_per_inch_and_names_nothing_in_the_queue(
    page_size: str, qtbot: QtBot
) -> None:
    printer = build_printer(page_size)
    assert printer.resolution() == DOTS_PER_INCH == 300
    assert printer.docName() == "Document"


def test_every_page_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = build_printer("A4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    assert print_document(THREE_PAGES, printer) == 3
    printed = PdfPages(target.read_bytes())
    assert len(printed) == 3
    assert has_ink(printed.image(2, 400))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_start_prints_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    printer = build_printer("A4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "printed.pdf"))
    assert print_document(THREE_PAGES, printer) == 0
