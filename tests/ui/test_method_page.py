from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.referral.rule_sentences import rule_set_sentences
from indicator_checker.text import Words
from indicator_checker.ui.pages.method import MethodPage
from tests.ui.invented import INSTRUMENT

WORDS = Words()
GUIDANCE = INSTRUMENT.guidance


@pytest.fixture
def page(qtbot: QtBot) -> MethodPage:
    page = MethodPage(INSTRUMENT, WORDS)
    qtbot.addWidget(page)
    page.resize(760, 600)
    page.show()
    return page


def test_every_rule_is_a_sentence_with_its_source(page: MethodPage) -> None:
    text = page.text()
    for sentence in rule_set_sentences(INSTRUMENT, WORDS):
        assert sentence.title in text
        assert sentence.text in text
        assert all(code in text for code in sentence.sources)
    for rule in INSTRUMENT.rules.rules:
        assert rule.reason in text


def test_the_arithmetic_can_be_redone_by_hand(page: MethodPage) -> None:
    sentences = rule_set_sentences(INSTRUMENT, WORDS)
    for part in INSTRUMENT.rules.dimensions:
        said = next(s.text for s in sentences if s.id == part.dimension)
        assert all(str(points) in said for points in part.points.values())
        assert str(part.met_at) in said
        assert said in page.text()


def test_every_limit_and_every_piece_of_guidance_is_there_whole(page: MethodPage) -> None:
    text = page.text()
    told = [advice.text for advice in (*GUIDANCE.do, *GUIDANCE.do_not)]
    paragraphs = [p for section in GUIDANCE.method.sections for p in section.paragraphs]
    for words in (*GUIDANCE.limits, *told, *GUIDANCE.say_to_the_child, *paragraphs):
        assert words in text


def test_the_page_says_that_nobody_has_reviewed_it_yet(page: MethodPage) -> None:
    assert "Not yet reviewed by practitioners" in page.text()
    assert "survivor adviser" in page.text()


def test_versions_and_hashes_tell_exactly_which_rules_these_are(page: MethodPage) -> None:
    squeezed = page.text().replace(" ", "")
    assert INSTRUMENT.logic_hash in squeezed
    assert INSTRUMENT.content_hash in squeezed
    assert INSTRUMENT.catalogue.version in squeezed


def test_every_sign_and_every_source_can_be_unfolded(page: MethodPage) -> None:
    first = next(iter(INSTRUMENT.catalogue.indicators.values()))
    assert first.text not in page.text()
    for fold in page.folds:
        fold.open()
    text = page.text()
    assert all(sign.text in text for sign in INSTRUMENT.catalogue.indicators.values())
    assert all(source.title in text for source in INSTRUMENT.sources.values())
    assert "from general knowledge, not yet checked" in text


def test_the_keyboard_scrolls_the_page(page: MethodPage, qtbot: QtBot) -> None:
    QApplication.processEvents()
    page.setFocus()
    assert page.verticalScrollBar().value() == 0
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
