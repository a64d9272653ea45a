"""Many checklists, one to a line (JSON Lines): one result for each line, nothing kept.

Memory stays flat however long the file is. A line that cannot be read is a result too, with the
code of its error; it does not stop the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from indicator_checker.checklist import Checklist
from indicator_checker.checklist_schema import LARGEST_FILE, check_against, read_checklist
from indicator_checker.errors import ChecklistError, FileError, IndicatorCheckerError
from indicator_checker.evaluation import Evaluation, evaluate
from indicator_checker.instrument.load import Instrument, InstrumentRefused, load_instrument
from indicator_checker.instrument.terms import Step

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class LineResult:
    """The result of one checklist: ids and numbers only, and the reference it was filed under.

    Attributes:
        line: Number of the line in the file, from 1.
        flags: What stands beside the level, for example ``not_enough_information``.
    """

    line: int
    reference: str
    instrument: str
    version: str
    level: str
    step: Step | None
    decided_by: str
    deadline_hours: int | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRefused:
    """A line that is no checklist, or not one that can be weighed here."""

    line: int
    error: IndicatorCheckerError


class Batch:
    """Weighs checklists one after the other; each instrument is loaded once."""

    def __init__(self) -> None:
        """No instrument is loaded before a checklist names it."""
        self._instruments: dict[tuple[str, str], Instrument | InstrumentRefused] = {}

    def results(self, stream: BinaryIO, name: str) -> Iterator[LineResult | LineRefused]:
        """A result for each line that is not empty.

        Raises:
            FileError: ``file_not_read``.
        """
        for number, line in _lines(stream, name):
            try:
                yield self._weigh(number, line)
            except IndicatorCheckerError as error:
                yield LineRefused(number, error)

    def _weigh(self, number: int, line: bytes | None) -> LineResult:
        if line is None:
            raise ChecklistError("checklist_too_large", megabytes=LARGEST_FILE // 1_000_000)
        checklist = read_checklist(line)
        instrument = self._instrument(checklist)
        check_against(checklist, instrument)
        result = evaluate(instrument, checklist)
        return LineResult(
            number,
            checklist.reference,
            checklist.instrument.id,
            checklist.instrument.version,
            result.level,
            result.step,
            result.decided_by,
            result.deadline_hours,
            tuple(flags_of(result)),
        )

    def _instrument(self, checklist: Checklist) -> Instrument:
        wanted = (checklist.instrument.id, checklist.instrument.version)
        if wanted not in self._instruments:
            try:
                self._instruments[wanted] = load_instrument(*wanted)
            except InstrumentRefused as refused:
                # Damaged files are looked at once, not again for each line.
                self._instruments[wanted] = refused
        found = self._instruments[wanted]
        if isinstance(found, InstrumentRefused):
            raise found
        return found


def flags_of(result: Evaluation) -> Iterator[str]:
    """What stands beside the level of a result."""
    beside = {
        "not_enough_information": result.not_enough_information,
        "help_is_here": result.help_is_here,
        "held_down": bool(result.held_down_from),
        "stopped": bool(result.stopped_by),
        "blocked": bool(result.blocked_by),
        "hidden_answers": bool(result.hidden),
        "missing_evidence": bool(result.missing_evidence),
        "not_ruled_out": any(trace.not_ruled_out for trace in result.rules),
        **{f"outside_{kind}": True for kind in result.outside},
    }
    yield from (flag for flag, raised in beside.items() if raised)


def _lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; ``None`` for one that is larger than any checklist."""
    number = 0
    while piece := _piece(stream, name):
        number += 1
        too_long = len(piece) > LARGEST_FILE and not piece.endswith(b"\n")
        while too_long and piece and not piece.endswith(b"\n"):
            piece = _piece(stream, name)
        line = piece.removeprefix(_BYTE_ORDER_MARK) if number == 1 else piece
        if too_long:
            yield number, None
        elif line.strip():
            yield number, line


def _piece(stream: BinaryIO, name: str) -> bytes:
    try:
        return stream.readline(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_read", name=name, reason=reason) from error
