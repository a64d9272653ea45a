from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.text import Words
from indicator_checker.ui.pages.method import MethodPage
from indicator_checker.ui.rule_sentences import arithmetic_sentences, rule_sentences
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
    sentences = rule_sentences(INSTRUMENT, WORDS)
    assert len(sentences) == len(INSTRUMENT.rules.rules)
    for rule, said in zip(INSTRUMENT.rules.rules, sentences, strict=True):
        level = next(known.title for known in INSTRUMENT.rules.levels if known.id == rule.level)
        assert level in said.sentence
        assert rule.reason in said.reason
        assert all(code in said.sources for code in rule.sources)
        assert said.sentence in page.text()


def test_the_arithmetic_can_be_redone_by_hand(page: MethodPage) -> None:
    said = next(s for s in arithmetic_sentences(INSTRUMENT, WORDS) if "exploitation" in s.sentence)
    assert said.sentence == (
        "Signs of exploitation: strong 4, medium 2, weak 1; all weak signs together give at most "
        "1. Met at 5 points."
    )
    assert "2 strong; 1 strong + 1 medium; 1 strong + 1 weak; 3 medium" in said.reason
    assert len(arithmetic_sentences(INSTRUMENT, WORDS)) == len(INSTRUMENT.rules.dimensions)
    assert said.sentence in page.text()


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
