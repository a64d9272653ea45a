from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.channels.directory import load_directory
from indicator_checker.channels.who_to_tell import channels_for
from indicator_checker.checklist import Checklist
from indicator_checker.errors import FileError
from indicator_checker.evaluation.evaluate import evaluate
from indicator_checker.evaluation.outlook import look_ahead
from indicator_checker.pdf import render_pdf
from indicator_checker.referral.build import build_referral
from indicator_checker.referral.identity import Identity, PrintOptions
from indicator_checker.referral.material import ReferralInput
from indicator_checker.text import Words
from indicator_checker.ui.export_questions import (
    PrintQuestion,
    ReplaceQuestion,
    SaveQuestion,
    suggested_name,
)
from indicator_checker.ui.focus_order import focus_stops
from indicator_checker.ui.pages import referral
from indicator_checker.ui.pages.referral import ReferralPage
from indicator_checker.ui.pdf_pages import PdfPages
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.ui.invented import INSTRUMENT, MOMENT, REPORT_TODAY

WORDS = Words()
IF_TICKED = next(s.id for s in INSTRUMENT.catalogue.indicators.values() if s.print == "if_ticked")
IF_TICKED_TEXT = INSTRUMENT.catalogue.indicators[IF_TICKED].text


def material(checklist: Checklist, country: str = "GB") -> ReferralInput:
    return ReferralInput(
        INSTRUMENT,
        checklist,
        evaluate(INSTRUMENT, checklist),
        look_ahead(INSTRUMENT, checklist),
        (channels_for(load_directory(country), None),),
        WORDS,
        MOMENT,
    )


@pytest.fixture
def page(qtbot: QtBot) -> ReferralPage:
    page = ReferralPage(WORDS)
    qtbot.addWidget(page)
    page.resize(760, 700)
    page.show()
    page.show_material(material(REPORT_TODAY))
    return page


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the person chooses in the save dialog."""
    path = tmp_path / "chosen.pdf"
    monkeypatch.setattr(SaveQuestion, "ask", lambda _parent, _name: path)
    return path


def printed_text(data: bytes) -> str:
    pages = PdfPages(data)
    return " ".join(" ".join(pages.text(n).split()) for n in range(len(pages)))


def text_of(page: ReferralPage) -> str:
    QApplication.processEvents()
    labels = page.findChildren(BodyLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def say(page: ReferralPage, part: str, text: str) -> None:
    edit = page.identity.edits[part]
    if isinstance(edit, QLineEdit):
        edit.setText(text)
        edit.textEdited.emit(text)
    else:
        edit.setPlainText(text)


def test_before_saving_the_page_says_that_nothing_is_sent_and_where_not_to_file_it(
    page: ReferralPage,
) -> None:
    assert "Saving or printing sends nothing. Phone first." in text_of(page)
    assert "Do not file where a parent, carer or pupil can open it" in text_of(page)


def test_what_is_previewed_is_byte_for_byte_what_is_saved(
    page: ReferralPage, target: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(page.save_button, Qt.Key.Key_Space)
    assert target.read_bytes() == page.preview.data()
    assert target.read_bytes() == render_pdf(build_referral(material(REPORT_TODAY)))
    assert "Saved as “chosen.pdf”. Nothing was sent." in text_of(page)


def test_words_typed_a_moment_before_saving_are_in_the_file(
    page: ReferralPage, target: Path
) -> None:
    say(page, "name", "Invented Name")
    page.save_button.click()
    assert "Invented Name" in printed_text(target.read_bytes())
    assert target.read_bytes() == page.preview.data()


def test_the_preview_follows_the_typing(page: ReferralPage, qtbot: QtBot) -> None:
    before = page.preview.data()
    say(page, "where_now", "In the school office")
    qtbot.waitUntil(lambda: page.preview.data() != before)
    assert "In the school office" in printed_text(page.preview.data())


def test_an_identity_left_out_is_told_by_telephone_and_page_one_says_so(
    page: ReferralPage,
) -> None:
    assert page.identity.identity() is None
    assert "Identity given by phone only" in printed_text(page.preview.data())


def test_every_part_of_an_identity_is_asked_and_printed(page: ReferralPage) -> None:
    parts = Identity.__dataclass_fields__
    assert set(page.identity.edits) == set(parts)
    for number, part in enumerate(parts):
        say(page, part, f"Typed {number}")
    page.refresh()
    printed = printed_text(page.preview.data())
    assert all(f"Typed {number}" in printed for number in range(len(parts)))
    page.identity.empty_button.click()
    assert page.identity.identity() is None


def test_background_and_status_are_printed_only_when_ticked(page: ReferralPage) -> None:
    page.show_material(material(REPORT_TODAY.with_answer(IF_TICKED, "seen")))
    assert list(page.ticks) == [IF_TICKED]
    assert not page.ticks[IF_TICKED].isChecked()
    assert IF_TICKED_TEXT not in printed_text(page.preview.data())
    page.ticks[IF_TICKED].setChecked(True)
    assert IF_TICKED_TEXT in printed_text(page.preview.data())
    assert page.options() == PrintOptions(frozenset({IF_TICKED}), "A4")


def test_a_tick_stays_when_the_answers_are_looked_at_again(page: ReferralPage) -> None:
    shown = material(REPORT_TODAY.with_answer(IF_TICKED, "seen"))
    page.show_material(shown)
    page.ticks[IF_TICKED].setChecked(True)
    page.show_material(shown)
    assert page.ticks[IF_TICKED].isChecked()


@pytest.mark.parametrize(("country", "size"), [("GB", "A4"), ("US", "Letter"), ("CA", "Letter")])
def test_the_paper_is_the_one_of_the_place_until_the_person_chooses(
    qtbot: QtBot, country: str, size: str
) -> None:
    page = ReferralPage(WORDS)
    qtbot.addWidget(page)
    page.show_material(material(REPORT_TODAY, country))
    assert page.options().page_size == size
    other = "A4" if size == "Letter" else "Letter"
    page.page_size.choose(other)
    page.show_material(material(REPORT_TODAY, country))
    assert page.options().page_size == other
    width, _ = PdfPages(page.preview.data()).size(0)
    assert width == pytest.approx(612.0 if other == "Letter" else 595.28, abs=0.5)


def test_a_file_name_says_nothing_about_a_child(
    page: ReferralPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(SaveQuestion, "ask", lambda _parent, name: proposed.append(name))
    say(page, "name", "Invented Name")
    page.save_button.click()
    page.save_button.click()
    assert all(re.fullmatch(r"referral-[0-9a-f]{8}\.pdf", name) for name in proposed)
    assert len(set(proposed)) == 2
    assert proposed[0] != suggested_name()


def test_a_file_that_is_there_is_replaced_only_when_the_person_says_so(
    page: ReferralPage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"the old file")
    monkeypatch.setattr(ReplaceQuestion, "ask", lambda _parent, _name: False)
    page.save_button.click()
    assert target.read_bytes() == b"the old file"
    assert "“chosen.pdf” was kept as it is." in text_of(page)
    monkeypatch.setattr(ReplaceQuestion, "ask", lambda _parent, _name: True)
    page.message.way_out.click()
    assert target.read_bytes() == page.preview.data()


def test_a_failed_write_keeps_the_old_file_and_says_what_to_do(
    page: ReferralPage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"the old file")

    def fail(path: Path, data: bytes, *, replace: bool) -> None:
        raise FileError("file_not_written", name=path.name, reason="No space left on device")

    monkeypatch.setattr(referral, "write_whole", fail)
    page.save_button.click()
    assert target.read_bytes() == b"the old file"
    said = text_of(page)
    assert (
        WORDS.error(
            FileError("file_not_written", name="chosen.pdf", reason="No space left on device")
        )
        in said
    )
    assert page.message.way_out.text() == "Save in another place"
    monkeypatch.undo()
    monkeypatch.setattr(SaveQuestion, "ask", lambda _parent, _name: target.with_name("other.pdf"))
    page.message.way_out.click()
    assert target.with_name("other.pdf").read_bytes() == page.preview.data()


def test_a_person_who_does_not_want_to_save_changes_nothing(
    page: ReferralPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SaveQuestion, "ask", lambda _parent, _name: None)
    page.save_button.click()
    assert list(tmp_path.iterdir()) == []


def test_the_save_dialog_leaves_no_trace_of_the_folder(
    qtbot: QtBot, private_home: Path, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    folder = tmp_path / "Invented Name"
    folder.mkdir()
    dialog = SaveQuestion(window, suggested_name())
    dialog.show()
    dialog.setDirectory(str(folder))
    dialog.accept()
    chosen = dialog.selectedFiles()
    assert Path(chosen[0]).parent == folder
    dialog.forget()
    assert dialog.directory().path() == QDir.homePath()
    dialog.deleteLater()
    QApplication.processEvents()
    kept = [path for path in private_home.rglob("*") if path.is_file()]
    assert not [path for path in kept if b"Invented" in path.read_bytes()]


def test_printing_asks_first_and_prints_what_is_previewed(
    page: ReferralPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "printed.pdf"

    def choose(_parent: QWidget, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(os.fspath(target))
        return True

    monkeypatch.setattr(PrintQuestion, "ask", choose)
    page.print_button.click()
    assert len(PdfPages(target.read_bytes())) == page.preview.page_count()
    assert "went to the printer" in text_of(page)
    # The printer got images: no words, and so no names, stay in what the queue may keep as text.
    assert "Record of concern" not in printed_text(target.read_bytes())


def test_a_person_who_does_not_want_to_print_prints_nothing(
    page: ReferralPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(PrintQuestion, "ask", lambda _parent, _printer: False)
    with qtbot.assertNotEmitted(page.printed):
        page.print_button.click()
    assert "went to the printer" not in text_of(page)


def test_the_same_material_gives_the_same_bytes(page: ReferralPage) -> None:
    first = page.preview.data()
    page.show_material(replace(material(REPORT_TODAY), identity=Identity(name="Not looked at")))
    assert page.preview.data() == first


def test_every_control_has_a_name_and_tab_goes_down_the_page(page: ReferralPage) -> None:
    page.show_material(material(REPORT_TODAY.with_answer(IF_TICKED, "seen")))
    QApplication.processEvents()
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for child in page.findChildren(kind):
            words = child.text() if isinstance(child, QAbstractButton) else ""
            assert not child.isVisible() or child.accessibleName() or words
    stops = list(focus_stops(page))
    tops = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in stops]
    assert len(tops) > 12
    assert all(later > earlier - 24 for earlier, later in pairwise(tops))
