"""The referral as a whole: page 1, then the annex, then what stands at the foot of every page."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.referral.blocks import (
    Block,
    BulletList,
    FillIn,
    Heading,
    PageBreak,
    Paragraph,
    Referral,
    said,
)
from indicator_checker.referral.contacts import contact_blocks
from indicator_checker.referral.explanation import explanation_blocks
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.method import method_blocks
from indicator_checker.referral.observations import observation_blocks, record_blocks
from indicator_checker.referral.page_one import page_one

#: So many characters of a hash tell versions apart on paper; the annex has all.
SHORT_HASH = 12


def build_referral(source: ReferralInput) -> Referral:
    """The summary as plain data, the same for the screen and the PDF."""
    words = source.words
    return Referral(
        title=words("referral.title"),
        language=words.language,
        created=source.created,
        blocks=(*page_one(source), PageBreak(), *_annex(source)),
        stamp=_stamp(source),
        page_label=words.template_text("referral.page"),
    )


def _annex(source: ReferralInput) -> Iterator[Block]:
    yield from observation_blocks(source)
    yield from record_blocks(source)
    yield from explanation_blocks(source)
    yield from contact_blocks(source)
    yield from _receiver(source)
    yield from _limits(source)
    yield from method_blocks(source)
    yield FillIn((source.words("referral.sign_date"),))


def _receiver(source: ReferralInput) -> Iterator[Block]:
    words = source.words
    keys = ("consent", "carer", "not_criminal", "heard", "question")
    yield Heading(2, said(words("referral.annex.receiver")))
    yield BulletList(tuple(said(words(f"referral.annex.receiver.{key}")) for key in keys))


def _limits(source: ReferralInput) -> Iterator[Block]:
    words, instrument = source.words, source.instrument
    catalogue = instrument.catalogue
    yield Heading(2, said(words("referral.annex.limits")))
    yield BulletList(tuple(said(limit) for limit in instrument.guidance.limits))
    yield Heading(3, said(words("referral.annex.sources")))
    yield BulletList(tuple(said(line) for line in _sources(source)))
    yield Heading(3, said(words("referral.annex.versions")))
    version = words(
        "referral.annex.versions.row",
        id=catalogue.id,
        version=catalogue.version,
        logic=instrument.logic_hash,
        content=instrument.content_hash,
    )
    yield Paragraph(said(version), "small")


def _sources(source: ReferralInput) -> Iterator[str]:
    """The sources behind the rules and behind every sign that is printed as seen."""
    words, instrument = source.words, source.instrument
    codes = {code for trace in source.evaluation.rules for code in trace.sources}
    for sign in source.printed(source.evaluation.present):
        codes.update(instrument.catalogue.indicators[sign].sources)
    for code in sorted(codes):
        known = instrument.sources[code]
        second_hand = known.status != "read"
        status = f" ({words(f'source.{known.status}')})" if second_hand else ""
        yield words(
            "referral.annex.source",
            code=code,
            organisation=known.organisation,
            title=known.title,
            year=known.year,
            status=status,
        )


def _stamp(source: ReferralInput) -> tuple[str, ...]:
    words, instrument = source.words, source.instrument
    catalogue, reference = instrument.catalogue, source.checklist.reference
    first = [words("referral.stamp.not_a_diagnosis")]
    first.append(
        words("referral.stamp.reference", reference=reference)
        if reference
        else words("referral.stamp.no_reference")
    )
    first.append(
        words(
            "referral.stamp.instrument",
            id=catalogue.id,
            version=catalogue.version,
            logic=instrument.logic_hash[:SHORT_HASH],
            content=instrument.content_hash[:SHORT_HASH],
        )
    )
    lines = [" · ".join(first), words("referral.stamp.file")]
    if catalogue.review.status == "not_reviewed":
        lines.append(words("referral.stamp.not_reviewed"))
    return tuple(lines)
