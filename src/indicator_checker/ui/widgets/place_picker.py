"""Country and region, chosen by the person and never taken from the computer's settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import BodyLabel

_LONGEST_LIST = 14
_ARROW_ROOM = 16


class CalmCombo(QComboBox):
    """A list to choose from that the wheel cannot change while it is closed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setAccessibleDescription(label)
        self.setMaxVisibleItems(_LONGEST_LIST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field of the style sheet, and an arrow, which a style sheet cannot draw."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.Text), 1.6)
        painter.setPen(pen)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self.width() - _ARROW_ROOM if leading else _ARROW_ROOM
        centre = QPointF(x, self.height() / 2)
        low = centre + QPointF(0, 2)
        painter.drawPolyline([centre + QPointF(-4, -2), low, centre + QPointF(4, -2)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PlacePicker(QWidget):
    """A country, and a region of it where one is known.

    Signals:
        place_chosen: Country code and region code; both may be empty.
    """

    place_chosen = Signal(str, str)

    def __init__(
        self, label: str, countries: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Build the lists.

        Args:
            label: What the country is asked for.
            countries: Code and name of each country.
            parent: Where it stands.
        """
        super().__init__(parent)
        self.country = CalmCombo(label)
        self.country.addItem(self.tr("Choose a country"), "")
        for code, name in countries:
            self.country.addItem(name, code)
        region_label = self.tr("Region")
        self.region = CalmCombo(region_label)
        self._region_part = _labelled(region_label, self.region)
        self._build(label)
        self.country.activated.connect(self._on_country_chosen)
        self.region.activated.connect(self._on_region_chosen)

    def place(self) -> tuple[str, str]:
        """Country and region that are chosen."""
        return str(self.country.currentData() or ""), str(self.region.currentData() or "")

    def show_place(
        self, country: str, region: str, regions: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show a place without telling anyone.

        Args:
            country: Code of the country, or empty.
            region: Code of the region, or empty.
            regions: Code and name of each region of that country.
        """
        self.country.setCurrentIndex(max(0, self.country.findData(country)))
        self.region.clear()
        self.region.addItem(self.tr("Whole country, or not sure"), "")
        for code, name in regions:
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(0, self.region.findData(region)))
        self._region_part.setVisible(bool(regions))

    def _build(self, label: str) -> None:
        layout = FlowLayout(self, gap=GRID * 2)
        layout.addWidget(_labelled(label, self.country))
        layout.addWidget(self._region_part)
        self.show_place("", "")

    def _on_country_chosen(self) -> None:
        self.region.clear()
        self.place_chosen.emit(str(self.country.currentData() or ""), "")

    def _on_region_chosen(self) -> None:
        self.place_chosen.emit(*self.place())


def _labelled(label: str, combo: CalmCombo) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID // 2)
    caption = BodyLabel(label)
    # One line, so that both lists stand at the same height.
    caption.setWordWrap(False)
    caption.setBuddy(combo)
    layout.addWidget(caption)
    layout.addWidget(combo)
    return part
