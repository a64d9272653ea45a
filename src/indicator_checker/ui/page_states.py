"""What the rail says about each page: honest counts in words, and no nagging."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from indicator_checker.record_fields import groups_on
from indicator_checker.ui import page_order

if TYPE_CHECKING:
    from indicator_checker.checklist import Checklist
    from indicator_checker.instrument.model import Catalogue
    from indicator_checker.text import Words
    from indicator_checker.ui.session import Session

translate = QCoreApplication.translate


def page_state(page: str, session: Session, words: Words) -> str:
    """The state of one page in words; empty where there is nothing to say."""
    catalogue, checklist = session.instrument.catalogue, session.checklist
    section = page_order.section_of_page(page)
    if section:
        return _section_state(section, session)
    if page == page_order.ABOUT:
        started = checklist.reference or checklist.setting or _filled("about", checklist)
        return translate("PageStates", "started") if started else ""
    if page == page_order.DANGER:
        return _danger_state(catalogue, checklist, words)
    if page == page_order.RECORD:
        filled = _filled("record", checklist)
        return translate("PageStates", "{count} filled in").format(count=filled) if filled else ""
    return ""


def _section_state(section: str, session: Session) -> str:
    """Not needed, or what was noticed; a part without a score says so where others have one."""
    if section in session.shown.skipped:
        return translate("PageStates", "not needed")
    catalogue = session.instrument.catalogue
    found = next(known for known in catalogue.sections if known.id == section)
    shown = (sign.id for sign in found.indicators if sign.id not in session.shown.hidden)
    state = _count(shown, catalogue, session.checklist)
    if found.scored or not session.instrument.rules.levels:
        return state
    return translate("PageStates", "{state}; does not count").format(state=state)


def _count(indicators: Iterable[str], catalogue: Catalogue, checklist: Checklist) -> str:
    answers = checklist.answers
    roles = [catalogue.option(i, answers[i].value).role for i in indicators if i in answers]
    seen, possible = roles.count("present"), roles.count("possible")
    parts = []
    if seen:
        parts.append(translate("PageStates", "{count} seen").format(count=seen))
    if possible:
        parts.append(translate("PageStates", "{count} not sure").format(count=possible))
    if unknown := roles.count("unknown"):
        parts.append(translate("PageStates", "{count} not known").format(count=unknown))
    if parts:
        return ", ".join(parts)
    return (
        translate("PageStates", "none seen") if roles else translate("PageStates", "not looked at")
    )


def _danger_state(catalogue: Catalogue, checklist: Checklist, words: Words) -> str:
    immediate = [i.id for s in catalogue.sections if s.immediate for i in s.indicators]
    seen = [i for i in immediate if i in checklist.answers]
    parts = []
    if checklist.danger:
        parts.append(words(f"danger.{checklist.danger}").lower())
    if seen:
        parts.append(_count(seen, catalogue, checklist))
    return ", ".join(parts) if parts else translate("PageStates", "not answered")


def _filled(page: str, checklist: Checklist) -> int:
    fields = (field.id for group in groups_on(page) for field in group.fields)
    drawn = page == page_order.RECORD and bool(checklist.body_marks)
    return sum(field in checklist.fields for field in fields) + drawn
