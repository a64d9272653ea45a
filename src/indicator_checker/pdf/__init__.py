"""The referral as a PDF; the only room that knows ReportLab. Import it when it is needed."""

from __future__ import annotations

from indicator_checker.pdf.render import render_pdf

__all__ = ["render_pdf"]
