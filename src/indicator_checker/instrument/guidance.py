"""``guidance.json``: what to do, what not to do, what to say, and how the method works."""

from __future__ import annotations

from pydantic import Field

from indicator_checker.instrument.terms import Part, SourceCode, Words


class Advice(Part):
    """One piece of advice with its reason and where it comes from.

    Attributes:
        why: The reason for it.
    """

    text: Words
    why: Words
    sources: tuple[SourceCode, ...] = Field(min_length=1)


class MethodSection(Part):
    """A titled part of the method page.

    Attributes:
        paragraphs: Its paragraphs.
    """

    title: Words
    paragraphs: tuple[Words, ...] = Field(min_length=1)


class Method(Part):
    """How the result comes about, in words.

    Attributes:
        sections: Its parts, in their order.
    """

    sections: tuple[MethodSection, ...] = Field(min_length=1)


class Guidance(Part):
    """All the guidance that goes with an instrument.

    Attributes:
        do: What to do.
        do_not: What not to do.
        say_to_the_child: Sentences for the child.
        method: How the result comes about.
        limits: What the instrument cannot do.
    """

    do: tuple[Advice, ...]
    do_not: tuple[Advice, ...]
    say_to_the_child: tuple[Words, ...]
    method: Method
    limits: tuple[Words, ...] = Field(min_length=1)
