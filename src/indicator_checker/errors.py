"""The errors a user can meet: a code and its parameters, no words.

The words live in ``resources/texts`` under ``error.<code>.what``, ``.safe`` and ``.do``: what
happened, what is safe, what to do. Tests compare codes, never wording.
"""

from __future__ import annotations


class IndicatorCheckerError(Exception):
    """Something the person must be told about, with a way out.

    Attributes:
        code: Key of the words, for example ``"checklist_damaged"``.
        parameters: Values that the words may name. Never anything a person typed about a child.
    """

    exit_code = 2

    def __init__(self, code: str, **parameters: str | int) -> None:
        """Keep the code and the values its words need."""
        super().__init__(code)
        self.code = code
        self.parameters = parameters


class ContentError(IndicatorCheckerError):
    """A content file (instrument, rules, channels, texts) was refused whole."""


class ChecklistError(IndicatorCheckerError):
    """A checklist file was refused whole."""


class FileError(IndicatorCheckerError):
    """Reading or writing a file failed; the old file, if any, is unchanged."""
