"""A date or time: typed as it shall be written, or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
)

from reviewer.ui.panels.form import written_dates
from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.panels.form.editors.base import Editor, Kit
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.theme.theme import Theme


FIRST, LAST = QDate(1, 1, 1), QDate(9999, 12, 31)


class DateEditor(TextEditor):
    """A line with a button for the calendar; the down key opens it too."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.button = small_button(kit.theme, "calendar", tr("Pick a date"))
        self.box.add(self.button)
        self.popup: DatePopup | None = None
        self.button.clicked.connect(self.open_calendar)
        self.line.more.connect(self.open_calendar)

    def dress(self, row: Row) -> None:
        """No calendar where nothing can be edited."""
        super().dress(row)
        self.button.setEnabled(not row.read_only)

    def open_calendar(self) -> None:
        """Show the calendar below the field, on the day that is written."""
        if self.row is None or self.row.read_only:
            return
        if self.popup is None:
            self.popup = DatePopup(self.line.text, self._on_pick, self)
        self.popup.calendar.setDateRange(
            _as_day(self.row.earliest, FIRST), _as_day(self.row.latest, LAST)
        )
        self.popup.open_below(self.box)

    def _on_pick(self, text: str) -> None:
        self.type_text(text)
        self.line.setFocus()


class DatePopup(QFrame):
    """A calendar and, for times, the zone; both change their part of the text alone."""

    def __init__(self, text: Callable[[], str], pick: Callable[[str], None], field: Editor) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        styled(self, "date-popup", name=tr("Pick a date"))
        self._text = text
        self._pick = pick
        self.calendar = _calendar(field.kit.theme)
        self.calendar.clicked.connect(self._on_day)
        self.calendar.activated.connect(self._on_day)
        self.zone = QComboBox()
        self.zone.setAccessibleName(tr("Time zone"))
        self.zone.textActivated.connect(self._on_zone)
        self._zone_label = styled(QLabel(tr("Time zone")), "mute", "small")
        self._lay_out()

    def open_below(self, box: QWidget) -> None:
        """Show it under ``box``, on the day that the text names or on today."""
        text = self._text()
        day = written_dates.day_in(text) or date.today()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._show_zone(text)
        self.move(box.mapToGlobal(QPoint(0, box.height() + 2)))
        self.show()
        self.calendar.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        line = QHBoxLayout()
        line.addWidget(self._zone_label)
        line.addWidget(self.zone, 1)
        column.addLayout(line)

    def _show_zone(self, text: str) -> None:
        written = written_dates.split_date(text)
        timed = bool(written and written.time)
        own = written.zone.strip() if written else ""
        self.zone.clear()
        self.zone.addItems([tr("none"), *dict.fromkeys([own or "+00:00", *written_dates.ZONES])])
        self.zone.setCurrentText(own or tr("none"))
        self.zone.setVisible(timed)
        self._zone_label.setVisible(timed)

    def _on_day(self, day: QDate) -> None:
        self.hide()
        picked = date(day.year(), day.month(), day.day())
        self._pick(written_dates.with_day(self._text(), picked))

    def _on_zone(self, chosen: str) -> None:
        self.hide()
        zone = "" if chosen == tr("none") else chosen
        self._pick(written_dates.with_zone(self._text(), zone))


def _as_day(day: date | None, otherwise: QDate) -> QDate:
    return QDate(day.year, day.month, day.day) if day else otherwise


def _calendar(theme: Theme) -> QCalendarWidget:
    """A calendar in the window's colours; Qt's own has red weekends and black arrows."""
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setGridVisible(False)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("ink"))
        calendar.setWeekdayTextFormat(day, weekend)
    header = QTextCharFormat()
    header.setForeground(theme.colour("faint"))
    calendar.setHeaderTextFormat(header)
    for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(theme.icon(icon))
    return calendar
