"""The annex, last part: the whole rule set in sentences, for a reader who wants to redo it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from indicator_checker.referral.blocks import Block, BulletList, Heading, Text, said
from indicator_checker.referral.lists import comma_list
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.rule_sentences import RuleSentence, rule_set_sentences


def method_blocks(source: ReferralInput) -> Iterator[Block]:
    """Every rule, number and limit, under the headings of the screen *How this works*."""
    yield Heading(2, said(source.words("referral.annex.method")))
    signs = source.instrument.catalogue.indicators
    left_out = frozenset(sign for sign in signs if not source.is_printed(sign))
    sentences = rule_set_sentences(source.instrument, source.words, left_out)
    for title, group in groupby(sentences, key=lambda sentence: sentence.title):
        yield Heading(3, said(title))
        yield BulletList(tuple(_item(source, sentence) for sentence in group))


def _item(source: ReferralInput, sentence: RuleSentence) -> Text:
    if not sentence.sources:
        return said(sentence.text)
    codes = comma_list(sentence.sources, source.words)
    return said(source.words("rules.with_sources", text=sentence.text, sources=codes))
