"""What follows from a checklist, and why: pure functions that carry their explanation."""

from indicator_checker.evaluation.evaluate import evaluate
from indicator_checker.evaluation.outlook import Outlook, look_ahead
from indicator_checker.evaluation.trace import Evaluation

__all__ = ["Evaluation", "Outlook", "evaluate", "look_ahead"]
