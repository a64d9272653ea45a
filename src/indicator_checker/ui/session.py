"""One checklist in the making: the frozen record, and the result that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from indicator_checker.checklist import (
    BodyMark,
    Checklist,
    Danger,
    JudgedPoints,
    Judgement,
    Observation,
    Place,
    Setting,
    pin_of,
)
from indicator_checker.evaluation import Evaluation, Outlook, evaluate, look_ahead
from indicator_checker.evaluation.reading import read
from indicator_checker.evaluation.visible import Visible, visible
from indicator_checker.instrument.load import Instrument

#: Fields that a rule may look at: the age decides what is shown and what counts.
_WEIGHED_FIELDS = frozenset(("age_band", "age_disputed"))


class Session(QObject):
    """Holds the checklist; pages tell it what was recorded, the window hears what follows.

    Signals:
        result_changed: An answer changed, so the result was evaluated anew.
        recorded: Anything else was recorded; the result is the same.
        judgement_changed: The person's own judgement changed.
    """

    result_changed = Signal()
    recorded = Signal()
    judgement_changed = Signal()

    def __init__(
        self, instrument: Instrument, place: Place | None, begun: Checklist | None = None
    ) -> None:
        """Begin an empty checklist, or go on with one that holds the facts of a practise case.

        Args:
            instrument: What is observed and how it is weighed.
            place: The person's place, as a first proposal for where the child lives.
            begun: What is on record already; made with the same instrument.
        """
        super().__init__()
        self.instrument = instrument
        started = datetime.now().astimezone().replace(microsecond=0)
        empty = Checklist(pin_of(instrument), started=started, place=place)
        self.checklist = begun or empty
        self.evaluation: Evaluation = evaluate(instrument, self.checklist)
        self.shown: Visible = self._find_shown()

    def outlook(self) -> Outlook:
        """How the result could still move; slower than the result itself."""
        return look_ahead(self.instrument, self.checklist)

    def answer(self, indicator: str, value: str) -> None:
        """Record an answer."""
        self._weigh(self.checklist.with_answer(indicator, value))

    def clear_answer(self, indicator: str) -> None:
        """Make an indicator untouched again; what was written under it goes too."""
        self._weigh(self.checklist.without_answer(indicator))

    def observe(self, indicator: str, observation: Observation) -> None:
        """Record what stands under an answer; it weighs only where the scheme asks for it."""
        kept = () if observation == Observation() else (observation,)
        noted = self.checklist.with_observations(indicator, kept)
        if self.instrument.rules.evidence:
            self._weigh(noted)
        else:
            self._keep(noted)

    def set_danger(self, danger: Danger | None) -> None:
        """Record the answer to the danger question; ``None`` clears it."""
        self._weigh(replace(self.checklist, danger=danger))

    def set_field(self, field_id: str, value: str) -> None:
        """Record a field; an empty value takes it away."""
        noted = self.checklist.with_field(field_id, value)
        if field_id in _WEIGHED_FIELDS:
            self._weigh(noted)
        else:
            self._keep(noted)

    def set_body_marks(self, marks: tuple[BodyMark, ...]) -> None:
        """Record the injuries on the body map; they weigh nothing."""
        self._keep(self.checklist.with_body_marks(marks))

    def set_reference(self, reference: str) -> None:
        """Record the reference or initials."""
        self._keep(replace(self.checklist, reference=reference))

    def set_setting(self, setting: Setting | None) -> None:
        """Record where the person works."""
        self._weigh(replace(self.checklist, setting=setting))

    def set_place(self, country: str, region: str) -> None:
        """Record where the child lives."""
        self._keep(replace(self.checklist, place=Place(country, region) if country else None))

    def set_other_place(self, country: str, region: str) -> None:
        """Record where it happened."""
        place = Place(country, region) if country else None
        self._keep(replace(self.checklist, other_place=place))

    def set_judgement(self, judgement: Judgement | None) -> None:
        """Record the person's own judgement."""
        self._keep(replace(self.checklist, judgement=judgement))
        self.judgement_changed.emit()

    def set_judged_points(self, judged: JudgedPoints | None) -> None:
        """Record the points that the scheme lets the person add."""
        self._weigh(replace(self.checklist, judged_points=judged))

    def words_under(self, indicator: str) -> bool:
        """Whether something was written under an answer, which clearing it would lose."""
        answer = self.checklist.answers.get(indicator)
        return answer is not None and any(seen != Observation() for seen in answer.observations)

    def _weigh(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.evaluation = evaluate(self.instrument, checklist)
        self.shown = self._find_shown()
        self.result_changed.emit()

    def _find_shown(self) -> Visible:
        """Which sections and signs are needed, after the answers given so far."""
        return visible(self.instrument, read(self.checklist, self.instrument.catalogue))

    def _keep(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.recorded.emit()
