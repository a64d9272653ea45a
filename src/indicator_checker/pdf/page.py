"""The page: its margins, and the foot that every page carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicator_checker.pdf.boxes import TextBox, text_box
from indicator_checker.pdf.line_layout import break_lines, line_width
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.styles import RULE, Styles, TextStyle
from indicator_checker.pdf.tags import Element
from indicator_checker.referral.blocks import Run

PageSize = Literal["A4", "Letter"]

_SIZES: dict[PageSize, tuple[float, float]] = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
_SIDE = 56.7
_TOP = 51.0
_FOOT = 31.0
_ABOVE_FOOT = 18.0
_RULE_GAP = 5.0
_LABEL_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Foot:
    """The stamp on the left and "page x of y" on the right, the same on every page.

    Attributes:
        stamp: The lines of the stamp, set.
        page_label: With ``{page}`` and ``{pages}``.
        label_line: Which line of the stamp the page label stands on, from 0.
    """

    stamp: tuple[TextBox, ...]
    page_label: str
    label_line: int

    @property
    def height(self) -> float:
        """Height of the stamp or of the page label, whichever is more."""
        line = Styles().text("footer").line_height
        return max(sum(box.height for box in self.stamp), line)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The measures of all pages of a document, in points."""

    size: tuple[float, float]
    foot: Foot

    @property
    def left(self) -> float:
        """Where the body starts from the left edge."""
        return _SIDE

    @property
    def top(self) -> float:
        """Where the body starts from the bottom edge."""
        return self.size[1] - _TOP

    @property
    def body_width(self) -> float:
        """Width of the body."""
        return self.size[0] - 2 * _SIDE

    @property
    def body_height(self) -> float:
        """Height of the body; the foot never touches it."""
        return self.top - _FOOT - self.foot.height - _ABOVE_FOOT

    def paint_foot(self, painter: Painter, page: int, pages: int) -> None:
        """Draw the foot of a page; numbers start at 1."""
        top = _FOOT + self.foot.height
        right = self.left + self.body_width
        with painter.artifact("Pagination"):
            rule = top + _RULE_GAP
            painter.line((self.left, rule), (right, rule), 0.5, RULE)
            label = _page_label(self.foot.page_label, page, pages)
            width = max((line_width(line) for line in label.lines), default=0.0)
            label.paint(painter, right - width, top - self.foot.label_line * label.height)
            for box in self.foot.stamp:
                box.paint(painter, self.left, top)
                top -= box.height


def _page_label(template: str, page: int, pages: int) -> TextBox:
    text = template.replace("{pages}", str(pages)).replace("{page}", str(page))
    return text_box((Run(text),), Styles().text("footer"), float("inf"), Element("P"))


def page_frame(page_size: PageSize, stamp: tuple[str, ...], page_label: str) -> PageFrame:
    """Measure the page for this size and this foot.

    Raises:
        KeyError: for a page size that is neither A4 nor Letter.
    """
    size = _SIZES[page_size]
    style = Styles().text("footer")
    # Room for the widest label there can be on any document.
    widest = page_label.replace("{pages}", "000").replace("{page}", "000")
    lines = break_lines((Run(widest),), style, float("inf"))
    label_width = max((line_width(line) for line in lines), default=0.0) + _LABEL_GAP
    width = size[0] - 2 * _SIDE
    boxes = _stamp_boxes(stamp, style, width)
    beside = _first_line_with_room(boxes, width - label_width)
    if beside is None:
        boxes, beside = _stamp_boxes(stamp, style, width - label_width), 0
    return PageFrame(size, Foot(boxes, page_label, beside))


def _stamp_boxes(stamp: tuple[str, ...], style: TextStyle, width: float) -> tuple[TextBox, ...]:
    return tuple(text_box((Run(line),), style, width, Element("P")) for line in stamp)


def _first_line_with_room(boxes: tuple[TextBox, ...], room: float) -> int | None:
    lines = [line for box in boxes for line in box.lines]
    fitting = (index for index, line in enumerate(lines) if line_width(line) <= room)
    return next(fitting, None if lines else 0)
