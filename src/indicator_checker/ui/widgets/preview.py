"""The real bytes of the PDF, page by page, as wide as the place allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from indicator_checker.ui.pdf_pages import PdfPages

_WIDEST = 900
_A4 = 2**0.5


class PageImage(QWidget):
    """One page of paper; the arrow keys, Home and End turn the pages.

    Signals:
        turned: By how many pages, or to the first or last one by a large number.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._number = 0
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)

    def show_page(self, pages: PdfPages | None, number: int) -> None:
        """Show a page of an open document, or nothing."""
        self._pages = pages
        self._number = number
        self._image = QImage()
        self._fit_height()
        self.update()

    def image(self) -> QImage:
        """The page as painted here: as many pixels as the screen has for it."""
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._pages is not None and self._image.width() != wanted:
            self._image = self._pages.image(self._number, wanted)
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
        return self._image

    def _ratio(self) -> float:
        if self._pages is None:
            return _A4
        width, height = self._pages.size(self._number)
        return height / width

    def _fit_height(self) -> None:
        self.setFixedHeight(round(self.width() * self._ratio()))

    def sizeHint(self) -> QSize:
        """A comfortable width for reading."""
        return QSize(640, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole page shows in every width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and its edge; a thick edge while it has the keyboard."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self.image())
        focused = self.hasFocus()
        role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
        thickness = 3 if focused else 1
        painter.setPen(QPen(self.palette().color(role), thickness))
        edge = thickness // 2
        painter.drawRect(self.rect().adjusted(edge, edge, -edge - 1, -edge - 1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages."""
        turns = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Home: -len(self._pages or ()),
            Qt.Key.Key_End: len(self._pages or ()),
        }
        turn = turns.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(turn)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has left."""
        super().focusOutEvent(event)
        self.update()


class Preview(QWidget):
    """A PDF in the window: what is shown here is, byte for byte, what is saved and printed.

    Signals:
        page_turned: The page now shown, from 0.
    """

    page_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._pages: PdfPages | None = None
        self._number = 0
        self._back = QPushButton(self.tr("Previous page"), self)
        self._label = QLabel(self)
        self._forward = QPushButton(self.tr("Next page"), self)
        self._page = PageImage(self)
        self._build()
        self._show_page()

    def show_pdf(self, data: bytes) -> None:
        """Show a document; it stays on the same page if it has one of that number."""
        self.clear()
        self._data = data
        self._pages = PdfPages(data)
        self._number = min(self._number, len(self._pages) - 1)
        self._show_page()

    def clear(self) -> None:
        """Show nothing."""
        if self._pages is not None:
            self._page.show_page(None, 0)
            self._pages.close()
        self._data = b""
        self._pages = None
        self._show_page()

    def data(self) -> bytes:
        """The bytes that are shown."""
        return self._data

    def page_count(self) -> int:
        """How many pages the document has."""
        return 0 if self._pages is None else len(self._pages)

    def page_number(self) -> int:
        """The page shown now, from 0."""
        return self._number

    def page_image(self) -> PageImage:
        """The paper itself, for the keyboard."""
        return self._page

    def go_to(self, number: int) -> None:
        """Show another page; a number outside the document means its nearest page."""
        number = max(0, min(number, self.page_count() - 1))
        if number != self._number:
            self._number = number
            self._show_page()
            self.page_turned.emit(number)

    def _build(self) -> None:
        self._back.clicked.connect(lambda: self._on_turned(-1))
        self._forward.clicked.connect(lambda: self._on_turned(1))
        self._page.turned.connect(self._on_turned)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._back)
        row.addWidget(self._label)
        row.addWidget(self._forward)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._page)

    def _on_turned(self, pages: int) -> None:
        self.go_to(self._number + pages)

    def _show_page(self) -> None:
        count = self.page_count()
        self._page.setVisible(count > 0)
        self._back.setEnabled(self._number > 0 and count > 0)
        self._forward.setEnabled(self._number + 1 < count)
        place = self._place(count)
        self._label.setText(place)
        self._page.setAccessibleName(self.tr("Preview. {place}").format(place=place))
        self._page.show_page(self._pages, self._number)
        text = "" if self._pages is None else self._pages.text(self._number)
        self._page.setAccessibleDescription(text)

    def _place(self, count: int) -> str:
        if not count:
            return self.tr("No page to show yet")
        text = self.tr("Page {page} of {pages}")
        return text.format(page=self._number + 1, pages=count)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the edge in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._page.update()
        super().changeEvent(event)
