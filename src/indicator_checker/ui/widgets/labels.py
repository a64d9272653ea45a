"""Words on a page: headings, body text with air between the lines, quiet hints.

Everything is shown as plain words: a label never reads markup out of what somebody typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from indicator_checker.ui.style import scaled

LINE_HEIGHT = 1.4
_HEADING_SIZES = {1: 1.55, 2: 1.2, 3: 1.0}


class BodyLabel(QLabel):
    """Wrapping text with a line height of 1.4.

    Args:
        words: What it says, as plain text.
        size: Factor on the size of the program's text.
        bold: Whether it is set in strong letters.
    """

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        size: float = 1.0,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._words = ""
        self._size = size
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.fit_text_size()
        self.set_words(words)

    def words(self) -> str:
        """What it says, as plain text."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else, given as plain text."""
        self._words = words
        self.setAccessibleName(words)
        self._render()

    def text(self) -> str:
        """The same as :meth:`words`: nobody meets the markup inside."""
        return self._words

    def setText(self, words: str) -> None:
        """The same as :meth:`set_words`, so that no markup gets in by the usual name."""
        self.set_words(words)

    def fit_text_size(self) -> None:
        """Keep its place in the scale when the person enlarges the text."""
        self.setFont(scaled(QApplication.font(), self._size, bold=self._bold))
        self._render()

    def _render(self) -> None:
        # Qt counts from the font's own line spacing, which differs from font to font.
        pixels = QFontInfo(self.font()).pixelSize()
        own = QFontMetricsF(self.font()).lineSpacing()
        percent = max(100, round(100 * LINE_HEIGHT * pixels / own)) if own else 100
        lines = _escaped(self._words).replace("\n", "<br>")
        super().setText(f'<p style="margin:0; line-height:{percent}%">{lines}</p>')


class Heading(BodyLabel):
    """A heading of level 1 (title of a page), 2 or 3."""

    def __init__(self, words: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(words, parent, size=_HEADING_SIZES[level], bold=True)
        self.level = level


class QuietLabel(BodyLabel):
    """A hint: the same words, said more quietly, still at 4.5:1 or better."""

    def __init__(
        self, words: str = "", parent: QWidget | None = None, *, size: float = 0.93
    ) -> None:
        super().__init__(words, parent, size=size)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def _escaped(words: str) -> str:
    # Not ``html.escape``: its table of 2,000 entities would slow every start.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def body_label(words: str = "", parent: QWidget | None = None) -> BodyLabel:
    """Running text."""
    return BodyLabel(words, parent)


def quiet_label(words: str = "", parent: QWidget | None = None) -> QuietLabel:
    """A hint."""
    return QuietLabel(words, parent)


def section_label(words: str = "", parent: QWidget | None = None) -> Heading:
    """A heading in the size of the text."""
    return Heading(words, 3, parent)


def title_label(words: str = "", parent: QWidget | None = None) -> Heading:
    """A heading that stands out."""
    return Heading(words, 2, parent)
