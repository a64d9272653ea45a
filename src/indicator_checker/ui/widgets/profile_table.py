"""How many parts stand at each level, as a small table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.column_part import clear_column
from indicator_checker.ui.widgets.labels import BodyLabel, Heading

if TYPE_CHECKING:
    from indicator_checker.referral.measure_bars import ProfileCounts


class ProfileTable(QWidget):
    """The counts of every profile, the highest level first; no sum is made of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._shown: Sequence[ProfileCounts] = ()

    def show_profiles(self, profiles: Sequence[ProfileCounts]) -> None:
        """Show these counts; nothing where there are none."""
        self.setVisible(bool(profiles))
        if profiles == self._shown:
            return
        self._shown = profiles
        clear_column(self._column)
        for profile in profiles:
            self._column.addWidget(_table(profile))


def _table(profile: ProfileCounts) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(GRID // 4)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Heading(profile.label, 3), 0, 0, 1, 2)
    for row, (level, count) in enumerate(profile.rows, start=1):
        grid.addWidget(BodyLabel(level), row, 0)
        number = BodyLabel(str(count), bold=bool(count))
        number.setAccessibleName(f"{level}: {count}")
        grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignTop)
    return table
