"""The answer to a sign in words, where *seen* alone would say too little."""

from __future__ import annotations

from indicator_checker.instrument.model import AnswerOption
from indicator_checker.referral.lists import comma_list
from indicator_checker.referral.material import ReferralInput


def option_of(source: ReferralInput, sign: str) -> AnswerOption:
    """The option that was chosen for a sign that was answered."""
    return source.instrument.catalogue.option(sign, source.answer(sign).value)


def answer_words(source: ReferralInput, sign: str) -> str:
    """The rung of a ladder or the time windows; empty where the heading says it all."""
    catalogue, option = source.instrument.catalogue, option_of(source, sign)
    alike = [known for known in catalogue.options[sign] if known.role == option.role]
    if not option.windows:
        return option.label if len(alike) > 1 else ""
    named = {window.id: window.label for window in catalogue.windows}
    windows = comma_list([named[window] for window in option.windows], source.words)
    if len(option.windows) == 1:
        return windows
    return source.words("referral.annex.windows", answer=option.label, windows=windows)


def sign_with_answer(source: ReferralInput, sign: str) -> str:
    """A sign with its answer behind it, where the answer has words of its own."""
    answer = answer_words(source, sign)
    text = source.text_of(sign)
    return source.words("referral.annex.sign_answer", sign=text, answer=answer) if answer else text
