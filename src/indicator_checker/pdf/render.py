"""From a referral to the bytes of its PDF."""

from __future__ import annotations

from itertools import takewhile

from indicator_checker.pdf.build import Builder
from indicator_checker.pdf.clean import clean
from indicator_checker.pdf.flow import Item, NewPage, Placement, paginate
from indicator_checker.pdf.left_out import left_out_note
from indicator_checker.pdf.page import PageFrame, PageSize, page_frame
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.pdf_file import write_file
from indicator_checker.pdf.prose import Setting
from indicator_checker.pdf.styles import Styles
from indicator_checker.pdf.tags import Element
from indicator_checker.referral.blocks import PageBreak, Referral

_DENSITIES = (1.0, 0.96, 0.93, 0.9)
"""Page 1 is set a little closer when that keeps it on one page; letters stay at 9 points."""


def render_pdf(referral: Referral, page_size: PageSize = "A4") -> bytes:
    """Paint a referral.

    Args:
        referral: What to print; texts in it are characters, never markup.
        page_size: ``"A4"`` or ``"Letter"``.

    Returns:
        A tagged PDF. The same referral gives the same bytes on every machine, at every time.

    Raises:
        KeyError: for another page size.
    """
    frame = page_frame(page_size, referral.stamp, referral.page_label)
    root, pages = _lay_out(referral, frame)
    painter = Painter(frame.size, referral.language)
    for number, page in enumerate(pages, start=1):
        for placement in page:
            placement.box.paint(painter, frame.left, frame.top - placement.depth)
        frame.paint_foot(painter, number, len(pages))
        painter.end_page()
    title = " ".join(clean(referral.title).split())
    return write_file(painter, root, title, referral.language, referral.created)


def _lay_out(referral: Referral, frame: PageFrame) -> tuple[Element, list[list[Placement]]]:
    """Set page 1 as closely as it needs, the annex at the ordinary size."""
    first = list(takewhile(lambda block: not isinstance(block, PageBreak), referral.blocks))
    annex = (*referral.blocks[len(first) :], *left_out_note(referral))
    for density in (*_DENSITIES, 1.0):
        root = Element("Document")
        builder = Builder(Setting(frame.body_width, Styles(density), root))
        items: list[Item | NewPage] = builder.items(first)
        if len(paginate(items, frame.body_height)) <= 1:
            break
    builder.restyled(Setting(frame.body_width, Styles(), root))
    pages = paginate([*items, *builder.items(annex)], frame.body_height)
    # A referral without a word is still a page with its foot.
    return root, pages or [[]]
