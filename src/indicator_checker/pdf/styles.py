"""Type sizes, spaces and greys of the referral, in points; a grey of 0 is black.

Everything is grey on white, so that a copy of a copy still reads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

INK = 0.0
SECONDARY = 0.25
RULE = 0.65
FAINT_RULE = 0.82
TINT = 0.93
PAPER = 1.0

LEADING = 1.4


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set.

    Attributes:
        size: Type size in points.
        before: Space above, in points, unless it stands at the top.
        bold: Whether all of it is bold; a strong run always is.
        grey: Tone of the letters.
        leading: Distance of two baselines as a multiple of ``size``.
    """

    size: float
    before: float = 0.0
    bold: bool = False
    grey: float = INK
    leading: float = LEADING

    @property
    def line_height(self) -> float:
        """Distance of two baselines in points."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one part of the document.

    Attributes:
        density: 1 for the ordinary size; less draws everything a little smaller and closer.
    """

    density: float = 1.0

    def _scaled(self, style: TextStyle) -> TextStyle:
        return replace(style, size=style.size * self.density, before=style.before * self.density)

    def space(self, points: float) -> float:
        """A space of this many points, a little less where the part is set closer."""
        return points * self.density

    def text(self, name: str) -> TextStyle:
        """Give the style of that name."""
        return self._scaled(_STYLES[name])

    def heading(self, level: int) -> TextStyle:
        """Give the style of a heading."""
        return self._scaled(_STYLES[f"heading {level}"])


_STYLES = {
    "heading 1": TextStyle(19, before=4, bold=True, leading=1.2),
    "heading 2": TextStyle(13, before=19, bold=True, leading=1.25),
    "heading 3": TextStyle(10.5, before=12, bold=True, leading=1.3),
    "body": TextStyle(10, before=6),
    "lead": TextStyle(11.5, before=7, leading=1.35),
    "small": TextStyle(8.5, before=5, grey=SECONDARY, leading=1.35),
    "item": TextStyle(10, before=2.5),
    "label": TextStyle(9, bold=True, grey=SECONDARY, leading=1.55),
    "value": TextStyle(10),
    "cell": TextStyle(9, leading=1.38),
    "header cell": TextStyle(8.5, bold=True, leading=1.35),
    "box title": TextStyle(11, bold=True, leading=1.3),
    "first box title": TextStyle(12, bold=True, grey=PAPER, leading=1.3),
    "quote introduction": TextStyle(9, before=6, grey=SECONDARY),
    "quote": TextStyle(10.5),
    "level title": TextStyle(15, bold=True, leading=1.25),
    "level sentence": TextStyle(10.5, before=2),
    "channel name": TextStyle(10.5, bold=True),
    "channel reach": TextStyle(10.5, before=1.5),
    "channel detail": TextStyle(9.5, before=1.5),
    "channel source": TextStyle(8, before=2, grey=SECONDARY, leading=1.35),
    "pen label": TextStyle(9),
    "footer": TextStyle(7.5, grey=SECONDARY, leading=1.35),
}
