from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import Answer, Observation
from indicator_checker.ui.answer_scale import AnswerScale
from indicator_checker.ui.widgets.answer_row import AnswerRow, Urgent
from tests.ui.invented import INSTRUMENT, signs

SIGN = INSTRUMENT.catalogue.indicators[signs("medium")[0]]
KEY = Qt.Key


class Heard:
    """What the row told, in order."""

    def __init__(self, row: AnswerRow) -> None:
        self.told: list[tuple[str, ...]] = []
        row.answered.connect(lambda sign, value: self.told.append((sign, value)))
        row.answer_cleared.connect(lambda sign: self.told.append((sign,)))


@pytest.fixture
def row(qtbot: QtBot) -> AnswerRow:
    row = AnswerRow(SIGN, AnswerScale(INSTRUMENT.catalogue.answers))
    qtbot.addWidget(row)
    row.resize(700, 200)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    return row


@pytest.fixture
def heard(row: AnswerRow) -> Heard:
    return Heard(row)


def wheel(widget: QWidget) -> QWheelEvent:
    centre = QPointF(widget.rect().center())
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        centre, centre, QPoint(0, 0), QPoint(0, -120), no_button, no_key, phase, False
    )
    QApplication.sendEvent(widget, event)
    return event


def test_nothing_is_chosen_beforehand(row: AnswerRow) -> None:
    assert row.choice.value() == ""
    assert row.form() is None
    assert row.clear_button.isHidden()


def test_a_click_answers_and_a_second_one_keeps_it(
    row: AnswerRow, heard: Heard, qtbot: QtBot
) -> None:
    for _click in range(2):
        qtbot.mouseClick(row.choice.buttons["seen"], Qt.MouseButton.LeftButton)
    assert row.choice.value() == "seen"
    assert set(heard.told) == {(SIGN.id, "seen")}


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([KEY.Key_Space], "seen"),
        ([KEY.Key_Return], "seen"),
        ([KEY.Key_Right, KEY.Key_Space], "not_sure"),
        ([KEY.Key_Right, KEY.Key_Right, KEY.Key_Enter], "not_seen"),
        ([KEY.Key_Left, KEY.Key_Space], "not_seen"),
        ([KEY.Key_Down, KEY.Key_Up, KEY.Key_Space], "seen"),
        ([KEY.Key_S], "seen"),
        ([KEY.Key_N], "not_seen"),
    ],
)
def test_the_keyboard_answers(
    row: AnswerRow, heard: Heard, qtbot: QtBot, keys: list[Qt.Key], answer: str
) -> None:
    row.choice.take_focus()
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert heard.told == [(SIGN.id, answer)]


def test_a_question_mark_means_not_sure(row: AnswerRow, heard: Heard, qtbot: QtBot) -> None:
    row.choice.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "?")
    assert heard.told == [(SIGN.id, "not_sure")]


def test_arrows_move_and_choose_nothing(row: AnswerRow, heard: Heard, qtbot: QtBot) -> None:
    row.choice.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert row.choice.buttons["not_sure"].hasFocus()
    assert not heard.told


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_delete_clears(row: AnswerRow, heard: Heard, qtbot: QtBot, key: Qt.Key) -> None:
    row.show_answer(Answer("seen"))
    row.choice.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert row.choice.value() == ""
    assert heard.told == [(SIGN.id,)]


def test_letters_in_a_note_answer_nothing(row: AnswerRow, heard: Heard, qtbot: QtBot) -> None:
    row.show_answer(Answer("not_sure", (Observation(note="x"),)))
    form = row.form()
    assert form is not None
    field = form.parts["note"].field
    field.setFocus()
    qtbot.keyClicks(field, "sn?")
    assert not heard.told
    assert row.choice.value() == "not_sure"


def test_the_wheel_changes_nothing(row: AnswerRow, heard: Heard) -> None:
    row.show_answer(Answer("seen"))
    form = row.form()
    assert form is not None
    form.show_observation(Observation(note="long\n" * 5))
    for widget in (*row.choice.buttons.values(), *form.basis.row.buttons.values()):
        wheel(widget)
    assert not wheel(form.parts["note"].field.viewport()).isAccepted()  # type: ignore[union-attr]
    assert row.choice.value() == "seen"
    assert form.basis.row.value() == ""
    assert not heard.told


def test_seen_unfolds_and_nothing_above_it_moves(row: AnswerRow) -> None:
    before = row.choice.buttons["seen"].mapTo(row, QPoint(0, 0))
    row.show_answer(Answer("seen"))
    QApplication.processEvents()
    form = row.form()
    assert form is not None
    assert form.isVisible()
    assert row.choice.buttons["seen"].mapTo(row, QPoint(0, 0)) == before


def test_words_under_an_answer_stay_in_sight_when_it_changes(row: AnswerRow) -> None:
    row.show_answer(Answer("not_seen", (Observation(own_words="he checks it"),)))
    form = row.form()
    assert form is not None
    assert form.isVisible()
    assert form.parts["own_words"].isVisible()
    row.show_answer(Answer("not_seen"))
    assert not form.isVisible()


def test_every_part_of_an_observation_is_told(row: AnswerRow, qtbot: QtBot) -> None:
    told: list[Observation] = []
    row.observation_changed.connect(lambda _sign, observation: told.append(observation))
    row.show_answer(Answer("seen"))
    form = row.form()
    assert form is not None
    form.basis.row.choose("child_said")
    for name, words in (("when", "3 May"), ("own_words", "he locks it"), ("note", "quiet")):
        qtbot.mouseClick(form.openers[name], Qt.MouseButton.LeftButton)
        qtbot.keyClicks(form.parts[name].field, words)
    wanted = Observation(basis="child_said", when="3 May", own_words="he locks it", note="quiet")
    assert told[-1] == wanted
    form.basis.clear_button.click()
    assert told[-1].basis is None
    assert told[-1].note == "quiet"


def test_an_immediate_sign_says_at_once_what_to_do(row: AnswerRow) -> None:
    row.set_urgent(Urgent("Call: police (112)", "Stay with the child."))
    for answer, shown in (("seen", True), ("not_sure", True), ("not_seen", False)):
        row.show_answer(Answer(answer))
        notice = row.urgent_notice()
        assert (notice is not None and notice.isVisible()) is shown


def test_every_control_names_its_sign(row: AnswerRow) -> None:
    row.show_answer(Answer("seen", (Observation(when="1", own_words="2", note="3"),)))
    form = row.form()
    assert form is not None
    fields = [part.field for part in form.parts.values()]
    controls = (*row.choice.buttons.values(), *form.basis.row.buttons.values(), *fields)
    for control in controls:
        assert control.accessibleName()
        assert SIGN.text in control.accessibleDescription()


def test_narrow_rows_put_the_answers_beneath_the_words(row: AnswerRow) -> None:
    row.resize(360, 400)
    QApplication.processEvents()
    assert row.choice.y() > row.height() / 3
    row.resize(700, 400)
    QApplication.processEvents()
    assert row.choice.x() > row.width() / 3
