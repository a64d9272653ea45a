"""A rich, invented referral, made of every kind of block."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from indicator_checker.figure import Figure, Label, Line, Rectangle
from indicator_checker.referral.blocks import (
    Block,
    Box,
    BulletList,
    ChannelBlock,
    FigureBlock,
    FillIn,
    Heading,
    LabelledRows,
    LevelMark,
    PageBreak,
    Paragraph,
    Quote,
    Referral,
    Run,
    Table,
    Text,
)

CREATED = datetime(2026, 11, 21, 14, 5, tzinfo=timezone(timedelta(hours=1)))
STAMP = (
    "Reference KM-07 · Child trafficking indicators 1.0.0 · logic 3f9a61c2b07d · "
    "not yet reviewed by practitioners",
    "Record of concern, not a diagnosis. Do not file where a parent, carer or pupil can open it: "
    "safeguarding file only.",
)


def words(text: str) -> Text:
    return (Run(text),)


def typed(text: str) -> Text:
    return (Run(text, language="und"),)


def referral(*blocks: Block, title: str = "Record of concern, for a report") -> Referral:
    return Referral(
        title=title,
        language="en",
        created=CREATED,
        blocks=blocks,
        stamp=STAMP,
        page_label="Page {page} of {pages}",
    )


def note(text: str) -> Referral:
    """A referral that holds a typed text once, as running text."""
    return referral(Heading(1, words("Notes")), Paragraph(typed(text)))


def _first_page() -> tuple[Block, ...]:
    return (
        Heading(1, words("Record of concern, for a report")),
        Paragraph(
            words(
                "Reference KM-07 · written on 21 November 2026, 14:05 (UTC+01:00) in Kent, "
                "England. It says what was noticed. It does not say what is true."
            ),
            "small",
        ),
        Box(
            words("NOT REPORTED until this box is filled"),
            (
                FillIn(("Told to", "Date, time", "How", "Their reference")),
                Paragraph(
                    words(
                        "Saving or printing sends nothing. Phone first: most desks need a call or "
                        "their own form; use this as your script."
                    ),
                    "small",
                ),
            ),
        ),
        LevelMark(
            "report_today",
            words("Report today"),
            words(
                "Child protection or the police hear of this today, from your lead or from you. "
                "Telling your lead does not replace your own legal duty."
            ),
        ),
        Box(
            words("Danger now"),
            (
                LabelledRows(
                    (
                        (words("Immediate danger"), typed("Not sure")),
                        (
                            words("Next leaves, with whom"),
                            typed("Today 15:40, with the man who waits in a grey van"),
                        ),
                    )
                ),
            ),
        ),
        LabelledRows(
            (
                (words("Child"), typed("K. M., age 14 to 15, age on record disputed")),
                (words("Lives"), typed("Said to be with an uncle; the address changes")),
                (words("Now"), typed("In school, room 12, with a teaching assistant")),
                (
                    words("The worry"),
                    typed(
                        "Since September the child is tired and hungry and says that she works at "
                        "night. On 18 November she had a bruise on the wrist. A man whom she does "
                        "not name collects her and keeps her telephone."
                    ),
                ),
                (words("Other children"), typed("A younger boy waits in the van on some days")),
                (
                    words("Person, vehicle, user names"),
                    typed("Grey van, plate ends in 7KX; “big_dan”"),
                ),
                (words("Carer told"), typed("No, because the carer may be part of it")),
                (words("Do not contact"), typed("The uncle; anyone from the household")),
                (words("Speaks"), typed("Albanian (Shqip); some English. Interpreter: not used")),
                (words("Written by"), typed("Year tutor. Call back through the switchboard")),
                (
                    words("Already done"),
                    typed("Lead told on 21 November at 13:30, by word of mouth"),
                ),
            )
        ),
        Paragraph(
            words(
                "A report may be required by law in England. A child cannot consent to being "
                "exploited. Do not ask the carer first unless that is clearly safe."
            ),
            "small",
        ),
    )


def _figure() -> FigureBlock:
    bars = [("Control", 120.0), ("Work", 90.0), ("Living", 60.0), ("Movement", 30.0)]
    parts: list[Rectangle | Line | Label] = [Line(110, 0, 110, 92, 0.8)]
    for index, (name, length) in enumerate(bars):
        y = 4 + index * 22.0
        parts.append(Label(104, y + 11, name, align="right"))
        parts.append(Rectangle(110, y, length, 14, "medium", outlined=True))
        parts.append(Label(116 + length, y + 11, f"{length / 30:.0f} points", 8, bold=True))
    return FigureBlock(
        Figure(360, 94, tuple(parts)), "Points: control 4, work 3, living 2, movement 1."
    )


def _noticed() -> Table:
    rows = tuple(
        (
            typed(f"{number}. The child is collected by somebody the school does not know"),
            words(("I saw it", "The child said so", "On record")[number % 3]),
            typed(
                f"On {number} November 2026, at the gate. The driver did not get out and would not "
                "give a name; the child looked down and walked faster."
            ),
        )
        for number in range(1, 19)
    )
    header = (words("Noticed"), words("How it is known"), words("When and what"))
    return Table(header, rows, (0.36, 0.18, 0.46))


def _annex() -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(1, words("Annex")),
        Heading(2, words("What was noticed")),
        Paragraph(
            (
                Run("Seen, said and recorded are kept apart. "),
                Run("Words in quotes", strong=True),
                Run(" are the child’s own; "),
                Run("mots d’origine", language="fr"),
                Run(" come first."),
            )
        ),
        _noticed(),
        Heading(3, words("In the child’s own words")),
        Quote(
            words("18 November 2026, 10:20, in the corridor; asked: “Are you all right?”"),
            typed("“I’m not allowed to say.\nHe has my phone. Unë dua të shkoj në shtëpi.”"),
        ),
        Heading(2, words("How the result came about")),
        Paragraph(
            words("Two dimensions reached medium and one reached strong, so the rule says report."),
            "lead",
        ),
        _figure(),
        BulletList(
            (
                words("Control: two strong signs, four points."),
                words("Work: one strong sign and one medium sign, three points."),
                words("Not sure about movement; it could add at most two points."),
            )
        ),
        Heading(2, words("Who to tell")),
        ChannelBlock(
            words("Police, emergency"),
            (words("999"),),
            (words("When the child or anyone else is in danger now."),),
            words("Source: metadata of public numbers, read November 2026. Not telephoned by us."),
        ),
        ChannelBlock(
            words("Kent children’s services, front door"),
            (
                words("03000 41 11 11"),
                words("https://www.example.org/report-a-worry/about-a-child"),
            ),
            (
                words("For: worries about a child who lives in Kent. From abroad +44 3000 411111."),
                words("Monday to Friday 8:30 to 17:00; out of hours by the duty line."),
            ),
            words("Source: official page, dated 3 March 2026. Not telephoned by us."),
        ),
        Heading(2, words("Signed")),
        FillIn(
            (
                "Signature",
                "Date and time",
                "Name in capital letters, and the role in which it was written",
            )
        ),
    )


def rich_referral() -> Referral:
    """Page 1 with an ordinary amount of text, and an annex of several pages."""
    return referral(*_first_page(), *_annex())
