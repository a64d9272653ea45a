"""A small document of three pages, made by our own PDF room."""

from __future__ import annotations

from datetime import UTC, datetime

from indicator_checker.pdf import render_pdf
from indicator_checker.referral.blocks import Block, Heading, PageBreak, Referral, Run


def _heading(words: str) -> Block:
    return Heading(1, (Run(words),))


THREE_PAGES = render_pdf(
    Referral(
        title="Three pages",
        language="en",
        created=datetime(2026, 11, 21, 18, 0, tzinfo=UTC),
        blocks=(
            _heading("The first page"),
            PageBreak(),
            _heading("The second page"),
            PageBreak(),
            _heading("The third page"),
        ),
        stamp=("Invented",),
        page_label="Page {page} of {pages}",
    )
)
