"""Choosing and adding an instrument in the window: looked at first, never converted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from indicator_checker.errors import ContentError
from indicator_checker.installed import installed_ids, own_instruments
from indicator_checker.instrument.load import InstrumentRefused
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.shelf import add_instrument, look_at
from indicator_checker.text import Words
from indicator_checker.ui import page_order
from indicator_checker.ui.folder_question import FolderQuestion
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.about import AboutPage
from indicator_checker.ui.pages.add_instrument import MOST_SHOWN, AddInstrumentPage
from indicator_checker.ui.pages.instruments import InstrumentsPage
from indicator_checker.ui.questions import ChangeInstrumentQuestion
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.core.small_instrument import Files, write_instrument
from tests.ui.keyboard import CONTROL, KEY, SHIFT, Keyboard

QYIT = Path(__file__).parent.parent / "instruments" / "qyit"
WORDS = Words()
OpenFolder = Callable[[Path | None], AddInstrumentPage]


@pytest.fixture
def choose(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> OpenFolder:
    """Opens *Add an instrument* and chooses a folder."""

    def choose_folder(folder: Path | None) -> AddInstrumentPage:
        monkeypatch.setattr(FolderQuestion, "ask", lambda _parent: folder)
        page = window.workspace.pages.currentWidget()
        if not isinstance(page, AddInstrumentPage):
            window.asides.open_add()
            page = window.workspace.pages.currentWidget()
        assert isinstance(page, AddInstrumentPage)
        page.folder_button.click()
        return page

    return choose_folder


def listed(window: MainWindow) -> InstrumentsPage:
    window.asides.open_instruments()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, InstrumentsPage)
    return page


def words_of(page: InstrumentsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(BodyLabel))


def broken(folder: Path) -> Path:
    """Two mistakes in two files."""

    def break_it(files: Files) -> None:
        files["rules.json"]["rules"][1]["level"] = "hihg"
        files["instrument.json"]["sections"][0]["indicators"][0]["sources"] = ["NONE"]

    return write_instrument(folder, break_it)


def test_the_about_page_names_the_instrument_and_leads_to_the_others(
    window: MainWindow, way: Walkthrough
) -> None:
    about = way.page(page_order.ABOUT)
    assert isinstance(about, AboutPage)
    said = "\n".join(label.text() for label in about.findChildren(BodyLabel))
    catalogue = way.session.instrument.catalogue
    assert f"Instrument: {catalogue.title}, version {catalogue.version}" in said
    about.other_instrument.click()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, InstrumentsPage)
    page.back_asked.emit()
    assert window.workspace.pages.currentWidget() is about


def test_the_list_says_what_each_one_is(window: MainWindow, way: Walkthrough) -> None:
    add_instrument(QYIT)
    page = listed(window)
    words = words_of(page)
    for said in (
        "Scheme like QYIT",
        "Version 1.0.0, published by Indicator Checker project",
        "Not yet reviewed by practitioners. Added here.",
        "Comes with the program.",
    ):
        assert said in words
    in_use = page.cards[way.session.checklist.instrument.id, "1.0.0"]
    assert in_use.button.parent() is None
    assert "In use for the open checklist" in words


def test_a_damaged_one_is_named_and_cannot_be_chosen(window: MainWindow) -> None:
    folder = own_instruments() / "hurt" / "1.0.0"
    folder.mkdir(parents=True)
    page = listed(window)
    assert "hurt (damaged)" in words_of(page)
    assert page.cards["hurt", "1.0.0"].button.parent() is None


def test_an_empty_checklist_gives_way_without_a_question(
    window: MainWindow, way: Walkthrough
) -> None:
    add_instrument(QYIT)
    listed(window).cards["qyit", "1.0.0"].button.click()
    assert window.way is not None
    assert window.way is not way
    assert window.front is window.way
    assert window.way.session.checklist.instrument.id == "qyit"
    assert window.way.opened == page_order.ABOUT


@pytest.mark.parametrize("consents", [False, True])
def test_answers_are_lost_only_by_consent_and_never_changed(
    window: MainWindow, way: Walkthrough, monkeypatch: pytest.MonkeyPatch, consents: bool
) -> None:
    add_instrument(QYIT)
    way.session.answer("sudden_change", "seen")
    before = way.session.checklist
    asked: list[object] = []

    def ask(parent: object) -> bool:
        asked.append(parent)
        return consents

    monkeypatch.setattr(ChangeInstrumentQuestion, "ask", ask)
    page = listed(window)
    page.cards["qyit", "1.0.0"].button.click()
    assert asked == [window]
    assert window.way is not None
    if consents:
        assert window.way.session.checklist.is_empty
        assert window.way.session.checklist.instrument.id == "qyit"
    else:
        assert window.way is way
        assert way.session.checklist is before
        assert window.workspace.pages.currentWidget() is page


def test_how_this_works_is_about_the_instrument_in_use(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    add_instrument(QYIT)
    window.begin_with("qyit", "1.0.0")
    Keyboard(window, qtbot).press(KEY.Key_F1)
    page = window.workspace.pages.currentWidget()
    assert page is not None
    said = "\n".join(label.text() for label in page.findChildren(BodyLabel))
    assert "Scheme like QYIT" in said


def test_a_new_checklist_begins_with_the_general_instrument_again(
    window: MainWindow, way: Walkthrough
) -> None:
    add_instrument(QYIT)
    window.begin_with("qyit", "1.0.0")
    window.begin_checklist()
    assert window.way is not None
    assert window.way.session.checklist.instrument.id == way.session.checklist.instrument.id


def test_a_folder_is_looked_at_before_anything_is_copied(choose: OpenFolder) -> None:
    page = choose(QYIT)
    text = page.text()
    for said in (
        "Scheme like QYIT",
        "Version 1.0.0, id qyit",
        "Published by Indicator Checker project",
        "Licence: CC-BY-4.0",
        "Not yet reviewed by practitioners.",
        "4 signs can be recorded.",
        WORDS("add.weighing.counts", n=2),
        WORDS("add.not_ours"),
    ):
        assert said in text
    assert "qyit" not in installed_ids()


def test_adding_installs_it_and_a_checklist_can_begin_with_it(
    window: MainWindow, choose: OpenFolder
) -> None:
    page = choose(QYIT)
    assert page.add_button is not None
    page.add_button.click()
    assert "qyit" in installed_ids()
    assert WORDS("add.done") in page.text()
    assert page.begin_button is not None
    page.begin_button.click()
    assert window.way is not None
    assert window.way.session.checklist.instrument.id == "qyit"


def test_warnings_are_said_and_do_not_stand_in_the_way(choose: OpenFolder, tmp_path: Path) -> None:
    def never_fires(files: Files) -> None:
        rule = json.loads(json.dumps(files["rules.json"]["rules"][1]))
        rule.update(id="ninety_signs")
        rule["when"]["at_least"] = 90
        files["rules.json"]["rules"].append(rule)

    folder = write_instrument(tmp_path / "small", never_fires)
    warnings = look_at(folder).warnings
    assert warnings
    page = choose(folder)
    assert WORDS("add.warnings", n=len(warnings)) in page.text()
    for warning in warnings:
        assert WORDS.cause_of(warning.code, warning.value) in page.text()
    assert page.add_button is not None


def test_every_mistake_is_listed_with_place_cause_and_way_out(
    choose: OpenFolder, tmp_path: Path
) -> None:
    folder = broken(tmp_path / "broken")
    with pytest.raises(InstrumentRefused) as refused:
        look_at(folder)
    mistakes = refused.value.mistakes
    assert len(mistakes) > 1
    page = choose(folder)
    text = page.text()
    for mistake in mistakes:
        assert f"Where: {mistake.place}" in text
        assert WORDS.cause_of(mistake.code, mistake.value) in text
        assert WORDS.way_out_of(mistake.code, mistake.hint) in text
    assert "high" in text
    assert page.add_button is None
    assert installed_ids() == ("child_trafficking",)


def test_the_list_of_mistakes_can_be_copied_for_whoever_wrote_it(
    choose: OpenFolder, tmp_path: Path
) -> None:
    folder = broken(tmp_path / "broken")
    with pytest.raises(InstrumentRefused) as refused:
        look_at(folder)
    page = choose(folder)
    assert page.copy_button is not None
    page.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        WORDS.mistake(m.code, m.place, m.value, m.hint) for m in refused.value.mistakes
    ]


def test_a_mended_folder_takes_the_place_of_the_mistakes(
    choose: OpenFolder, tmp_path: Path
) -> None:
    folder = tmp_path / "broken"
    page = choose(broken(folder))
    shutil.rmtree(folder)
    choose(write_instrument(folder))
    assert "Where:" not in page.text()
    assert page.add_button is not None


@pytest.mark.parametrize("name", ["nothing", "file.json"])
def test_a_folder_that_holds_no_instrument_is_refused_in_words(
    choose: OpenFolder, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file.json").write_text("{}", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    page = choose(tmp_path / name)
    assert "unchanged" in page.text()
    assert page.add_button is None


def test_a_folder_that_may_not_be_read_is_refused_in_words(
    choose: OpenFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_instrument(tmp_path / "small")

    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    page = choose(folder)
    assert "could not be read: Permission denied" in page.text()


def test_another_content_under_the_same_version_is_refused(
    choose: OpenFolder, tmp_path: Path
) -> None:
    def other_words(files: Files) -> None:
        files["instrument.json"]["summary"] = "Other words."

    add_instrument(write_instrument(tmp_path / "small"))
    page = choose(write_instrument(tmp_path / "other", other_words))
    error = ContentError("instrument_version_taken", instrument="small_list", version="1.0.0")
    assert WORDS.error(error) in page.text()


def test_a_folder_that_breaks_before_it_is_added_is_refused(
    choose: OpenFolder, tmp_path: Path
) -> None:
    folder = write_instrument(tmp_path / "small")
    page = choose(folder)
    assert page.add_button is not None
    (folder / "rules.json").write_text("{", encoding="utf-8")
    page.add_button.click()
    assert "Where: rules.json" in page.text()
    assert "small_list" not in installed_ids()


def test_what_is_installed_already_can_only_be_used(choose: OpenFolder) -> None:
    add_instrument(QYIT)
    page = choose(QYIT)
    assert WORDS("add.already") in page.text()
    assert page.add_button is None
    assert page.begin_button is not None


def test_choosing_no_folder_changes_nothing(choose: OpenFolder) -> None:
    page = choose(QYIT)
    before = page.text()
    choose(None)
    assert page.text() == before


def test_a_flood_of_mistakes_stays_readable(choose: OpenFolder, tmp_path: Path) -> None:
    page = choose(broken(tmp_path / "broken"))
    flood = tuple(Mistake("double_id", f"rules.json: {n}", f"id_{n}") for n in range(5_000))
    page.show_refusal(InstrumentRefused("flood", flood), tmp_path)
    assert page.text().count("Where:") == MOST_SHOWN
    assert "Another 4900 are not shown" in page.text()


def test_the_dialog_of_the_computer_keeps_no_trace(window: MainWindow, qtbot: QtBot) -> None:
    question = FolderQuestion(window)
    qtbot.addWidget(question)
    assert question.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert question.fileMode() == QFileDialog.FileMode.Directory
    assert question.directory() == QDir(QDir.homePath())


def test_the_keyboard_adds_an_instrument(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderQuestion, "ask", lambda _parent: QYIT)
    keyboard = Keyboard(window, qtbot)
    keyboard.press(KEY.Key_I, CONTROL | SHIFT)
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, AddInstrumentPage)
    assert page.folder_button.hasFocus()
    keyboard.press(KEY.Key_Space)
    assert QApplication.focusWidget() is page.add_button
    keyboard.press(KEY.Key_Space)
    assert "qyit" in installed_ids()
    assert QApplication.focusWidget() is page.begin_button


def test_back_leads_through_the_pages_as_they_were_opened(
    window: MainWindow, way: Walkthrough
) -> None:
    way.open_page(page_order.REVIEW)
    page = listed(window)
    page.add_button.click()
    added = window.workspace.pages.currentWidget()
    assert isinstance(added, AddInstrumentPage)
    added.back_asked.emit()
    assert window.workspace.pages.currentWidget() is page
    page.back_asked.emit()
    assert window.workspace.pages.currentWidget() is way.page(page_order.REVIEW)
