"""Filling pages with boxes from top to bottom; whatever does not fit goes on, whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from indicator_checker.pdf.boxes import Box, fits

_LARGEST_WHOLE = 0.5
"""Share of a page above which a box that asks to stay whole is split all the same."""


@dataclass(frozen=True, slots=True)
class Item:
    """A box on its way to a page.

    Attributes:
        box: What to draw.
        before: Space above it unless it comes first on its page.
        keep_with_next: Whether it must not be the last on its page.
        keep_whole: Whether it should not be split.
    """

    box: Box
    before: float = 0.0
    keep_with_next: bool = False
    keep_whole: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A box and how far below the top of the page's body it starts."""

    box: Box
    depth: float


class _Pages:
    def __init__(self, items: Iterable[Item | NewPage], height: float) -> None:
        self._height = height
        self._waiting = deque(items)
        self._used = 0.0
        self.pages: list[list[Placement]] = [[]]

    def fill(self) -> None:
        while self._waiting:
            item = self._waiting.popleft()
            if isinstance(item, NewPage):
                self._start_page()
            else:
                self._put(item)

    def _start_page(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._used = 0.0

    def _put(self, item: Item) -> None:
        at_top = not self.pages[-1]
        before = 0.0 if at_top else item.before
        room = self._height - self._used - before
        if fits(item.box, room) and (at_top or self._next_fits(item, room - item.box.height)):
            self._place(item.box, before)
            return
        halves = item.box.split(room) if self._may_split(item) else None
        if halves is not None:
            self._place(halves[0], before)
            self._waiting.appendleft(replace(item, box=halves[1]))
        elif at_top:
            # Not reached by our boxes: each either splits or was made to fit a page.
            self._place(item.box, before)
        else:
            self._waiting.appendleft(item)
        self._start_page()

    def _place(self, box: Box, before: float) -> None:
        self.pages[-1].append(Placement(box, self._used + before))
        self._used += before + box.height

    def _may_split(self, item: Item) -> bool:
        if item.keep_with_next and fits(item.box, self._height):
            return False
        return not item.keep_whole or item.box.height > self._height * _LARGEST_WHOLE

    def _next_fits(self, item: Item, room: float) -> bool:
        """Whether what a heading stands above can at least begin on the same page."""
        if not item.keep_with_next:
            return True
        for follower in self._waiting:
            if isinstance(follower, NewPage):
                return True
            room -= follower.before
            if not follower.keep_with_next:
                splits = self._may_split(follower) and follower.box.split(room) is not None
                return splits or fits(follower.box, room)
            room -= follower.box.height
        return True


def paginate(items: Iterable[Item | NewPage], height: float) -> list[list[Placement]]:
    """Place boxes on pages whose body has this height; no page stays empty."""
    pages = _Pages(items, height)
    pages.fill()
    return [page for page in pages.pages if page]
