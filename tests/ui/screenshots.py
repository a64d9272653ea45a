"""Pictures of every page, light and dark, small, wide and with text at 200 %.

python -m tests.ui.screenshots FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from indicator_checker.checklist import Judgement, Observation
from indicator_checker.shelf import add_instrument
from indicator_checker.ui import page_order
from indicator_checker.ui.app import build_application, build_main_window
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.compare import ComparePage
from indicator_checker.ui.pages.practise import PractisePage
from indicator_checker.ui.style import apply_palette, apply_text_size

#: Installed beside the shipped instrument, in the private home of the pictures.
SCHEME = Path(__file__).parent.parent / "instruments" / "qyit"
#: Name, width, height and factor on the text.
SHAPES = (
    ("1024x700", 1024, 700, 1.0),
    ("1366x768", 1366, 768, 1.0),
    ("1024x700-200%", 1024, 700, 2.0),
)


def fill_in(window: MainWindow) -> None:
    """Begin a checklist with an invented child."""
    window.start.place_chosen.emit("GB", "GB-ENG")
    window.begin_checklist()
    way = window.way
    assert way is not None
    session = way.session
    session.set_reference("R-2026-0042")
    session.set_setting("school")
    session.set_danger("not_sure")
    session.set_field("age_band", "13_to_15")
    session.set_field("writer_role", "Class teacher")
    session.set_field("next_leaves", "Today at 15:15")
    session.set_field("worry", "Since September the child has been tired and afraid on Mondays.")
    signs = [
        i for s in session.instrument.catalogue.sections if not s.immediate for i in s.indicators
    ]
    for sign, answer in zip(signs, ("not_seen", "seen", "not_sure", "seen"), strict=False):
        session.answer(sign.id, answer)
    words = "If I go out he checks my phone and locks it in the drawer."
    seen = Observation(basis="child_said", when="3 May, after games", own_words=words)
    session.observe(signs[1].id, seen)
    session.set_judgement(Judgement("act_now", "The child is collected at 15:15."))


def open_pages(window: MainWindow) -> Iterator[str]:
    """Open each page in turn and give its name."""
    window.open_start()
    yield "00-start"
    way = window.way
    assert way is not None
    for number, place in enumerate(way.order, start=1):
        way.open_page(place.id)
        yield f"{number:02}-{place.id.replace(':', '-')}"
    window.open_method()
    yield "90-method"
    window.hide_now()
    window.showNormal()
    yield "91-hidden"
    window.show_again()
    yield from open_asides(window)
    yield from open_practice(window)


def open_asides(window: MainWindow) -> Iterator[str]:
    """Open the pages about instruments, with a scheme of the tests installed."""
    add_instrument(SCHEME)
    window.asides.open_instruments()
    yield "92-instruments"
    window.asides.open_add()
    yield "93-add"
    window.asides.open_compare()
    yield "94-compare"
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, ComparePage)
    next(iter(page.cards.values())).button.click()
    yield "95-compared"
    window.asides.leave()


def open_practice(window: MainWindow) -> Iterator[str]:
    """Open the cases, a story, a page with the story unfolded, and the intended reading."""
    window.open_practise()
    yield "96-cases"
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, PractisePage)
    next(iter(page.buttons.values())).click()
    yield "97-story"
    way = window.front
    assert way is not None
    way.open_page(page_order.DANGER)
    window.band.story_button.setChecked(True)
    yield "98-danger-in-practice"
    window.band.story_button.setChecked(False)
    way.open_page(page_order.READING)
    yield "99-reading"


def take(folder: Path) -> int:
    """Write all pictures; give how many there are."""
    app = build_application(["screenshots"])
    taken = 0
    for dark in (False, True):
        for name, width, height, text in SHAPES:
            window = build_main_window()
            apply_palette(app, dark=dark)
            apply_text_size(app, text)
            window.resize(width, height)
            window.show()
            _settle(app)
            fill_in(window)
            for page in open_pages(window):
                window.resize(width, height)
                _settle(app)
                look = "dark" if dark else "light"
                window.grab().save(str(folder / f"{page}-{name}-{look}.png"))
                taken += 1
            window.hide()
            window.deleteLater()
    return taken


def _settle(app: QApplication) -> None:
    for _round in range(8):
        app.processEvents()


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    target.mkdir(parents=True, exist_ok=True)
    print(f"{take(target)} pictures in {target}")
