from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import Checklist, Judgement
from indicator_checker.evaluation.evaluate import evaluate
from indicator_checker.evaluation.outlook import look_ahead
from indicator_checker.text import Words
from indicator_checker.ui.style import apply_palette, apply_text_size
from indicator_checker.ui.widgets.figure_view import FigureView
from indicator_checker.ui.widgets.level_panel import LevelPanel
from indicator_checker.ui.widgets.level_symbols import STEPS, LevelSymbols
from tests.ui.invented import (
    ACT_NOW,
    EMPTY,
    EVERY_STEP,
    HELP_IS_HERE,
    INSTRUMENT,
    REPORT_TODAY,
    TALK,
    signs,
)

WORDS = Words()


def show(panel: LevelPanel, checklist: Checklist, judgement: Judgement | None = None) -> LevelPanel:
    evaluation = evaluate(INSTRUMENT, checklist)
    panel.show_result(INSTRUMENT, evaluation, look_ahead(INSTRUMENT, checklist), WORDS, judgement)
    return panel


@pytest.fixture
def panel(qtbot: QtBot) -> LevelPanel:
    panel = LevelPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    return panel


@pytest.mark.parametrize("step", EVERY_STEP)
def test_the_panel_says_the_step_and_what_to_do(panel: LevelPanel, step: str) -> None:
    show(panel, EVERY_STEP[step])
    level = next(level for level in INSTRUMENT.rules.levels if level.step == step)
    assert level.title in panel.text()
    assert level.action in panel.text()


@pytest.mark.parametrize("step", EVERY_STEP)
def test_no_step_says_that_it_is_a_diagnosis_or_that_a_report_needs_a_score(
    panel: LevelPanel, step: str
) -> None:
    show(panel, EVERY_STEP[step])
    assert "Not a diagnosis. If you are worried, report." in panel.text()


@pytest.mark.parametrize("checklist", [TALK, REPORT_TODAY])
def test_telling_the_lead_never_stands_without_the_persons_own_duty(
    panel: LevelPanel, checklist: Checklist
) -> None:
    show(panel, checklist)
    assert "Telling your lead does not replace your own legal duty." in panel.text()
    assert "Do not tell them." in panel.text()


@pytest.mark.parametrize("step", EVERY_STEP)
def test_the_step_is_told_by_shape_and_words_as_well_as_colour(
    panel: LevelPanel, step: str
) -> None:
    show(panel, EVERY_STEP[step])
    symbols = panel.findChildren(LevelSymbols)
    place = STEPS.index(step) + 1
    assert {s.step() for s in symbols} == {step}
    assert all(s.accessibleName().startswith(f"Step {place} of 4: ") for s in symbols)


def test_help_that_is_already_here_is_worded_otherwise(panel: LevelPanel) -> None:
    show(panel, HELP_IS_HERE)
    assert "help is already here" in panel.text()
    assert "Call the emergency number" not in panel.text()


def test_too_few_answers_are_said_beside_the_step_and_change_it_in_nothing(
    panel: LevelPanel,
) -> None:
    show(panel, REPORT_TODAY)
    assert "Not enough information yet" in panel.text()
    assert "Report today" in panel.text()
    enough = REPORT_TODAY
    for sign in signs("weak")[:2]:
        enough = enough.with_answer(sign, "not_seen")
    show(panel, enough)
    assert "Not enough information yet" not in panel.text()


def test_the_bars_say_the_same_in_words(panel: LevelPanel) -> None:
    show(panel, TALK)
    bars = panel.findChild(FigureView)
    assert bars is not None
    assert bars.accessibleName()
    assert "Control over the child: 2 of 5 points, not met" in bars.accessibleDescription()
    assert "2 of 5 points" not in panel.text()
    fold = next(b for b in panel.findChildren(QAbstractButton) if "words" in b.accessibleName())
    fold.setChecked(True)
    assert bars.accessibleDescription() in panel.text()


def test_it_says_what_would_change_and_how_far_not_sure_could_move_it(panel: LevelPanel) -> None:
    show(panel, TALK)
    assert "Any emergency sign, or a yes to the danger question: Act now." in panel.text()
    assert "If the “not sure” answer turns out so" in panel.text()
    assert "It stays at this step." in panel.text()


def test_the_writers_own_step_stands_beside_the_rules_step(panel: LevelPanel) -> None:
    show(panel, TALK, Judgement("report_today", "I know the family"))
    assert "Talk to your safeguarding lead today" in panel.text()
    assert "Your own judgement: Report today." in panel.text()
    show(panel, TALK)
    assert "Your own judgement" not in panel.text()


def test_a_change_of_step_is_announced_once(
    panel: LevelPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    show(panel, EMPTY)
    show(panel, EMPTY)
    assert heard == []
    show(panel, ACT_NOW)
    show(panel, ACT_NOW)
    assert heard == ["Where this stands has changed: Act now"]


def test_the_way_to_all_rules_is_always_there(panel: LevelPanel, qtbot: QtBot) -> None:
    show(panel, TALK)
    link = next(b for b in panel.findChildren(QAbstractButton) if "all rules" in b.text())
    with qtbot.waitSignal(panel.method_asked):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_the_strip_says_step_and_sentence_and_unfolds_on_demand(
    panel: LevelPanel, qtbot: QtBot
) -> None:
    show(panel, TALK)
    panel.set_compact(True)
    panel.resize(1024, 120)
    shown = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "Talk to your safeguarding lead today" in shown
    assert "Tell your safeguarding lead today what you have recorded." in shown
    assert "What would change it" not in shown
    with qtbot.waitSignal(panel.unfolded):
        qtbot.keyClick(panel.more_button(), Qt.Key.Key_Space)
    shown = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "What would change it" in shown
    assert panel.more_button().text() == "Show less"


def test_a_folded_strip_leaves_the_window_to_the_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    page = QLabel("the page")
    layout.addWidget(page, 1)
    panel = show(LevelPanel(), TALK)
    layout.addWidget(panel)
    panel.set_compact(True)
    window.resize(1024, 700)
    window.show()
    qtbot.waitUntil(lambda: page.height() > 500)


@pytest.mark.parametrize("size", [1.0, 1.6])
@pytest.mark.parametrize("step", EVERY_STEP)
def test_no_word_is_cut_off(panel: LevelPanel, qapp: QApplication, step: str, size: float) -> None:
    apply_palette(qapp, dark=False)
    apply_text_size(qapp, size)
    try:
        panel.resize(round(320 * size), 700)
        show(panel, EVERY_STEP[step])
        QApplication.processEvents()
        cut = [
            label.text()
            for label in panel.findChildren(QLabel)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]
        assert not cut
        assert all(
            b.width() >= b.sizeHint().width()
            for b in panel.findChildren(QAbstractButton)
            if b.isVisible()
        )
    finally:
        apply_text_size(qapp, 1.0)


def test_bars_and_shapes_grow_with_the_text_while_the_panel_is_open(
    panel: LevelPanel, qapp: QApplication
) -> None:
    show(panel, TALK)
    bars = panel.findChild(FigureView)
    symbols = next(s for s in panel.findChildren(LevelSymbols) if s.isVisible())
    assert bars is not None
    before = (bars.pixels_per_point(), symbols.sizeHint().height())
    apply_text_size(qapp, 1.6)
    try:
        assert bars.pixels_per_point() == pytest.approx(before[0] * 1.6, rel=0.05)
        assert symbols.sizeHint().height() > before[1]
        figure = bars.figure()
        assert figure is not None
        assert bars.height() >= figure.height * bars.pixels_per_point()
    finally:
        apply_text_size(qapp, 1.0)


def test_every_control_of_the_panel_has_a_name(panel: LevelPanel) -> None:
    show(panel, TALK)
    for child in panel.findChildren(QAbstractButton):
        assert child.accessibleName() or child.text()
