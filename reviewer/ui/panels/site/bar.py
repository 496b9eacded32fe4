"""The line above the site's page: its address, what went wrong, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from reviewer.ui.panels.site.status import BUSY, Phase
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.theme.theme import Theme


class SiteBar(QFrame):
    """Shown while the engine runs, or has ended with an error."""

    reload_wanted = Signal()
    browser_wanted = Signal()
    stop_wanted = Signal()
    log_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "list-header")
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self._address = styled(ElidedLabel(), "path")
        self._notice = styled(QLabel(), "small")
        self._blocked = styled(QLabel(), "small", "mute")
        reload = self._button("refresh-cw", tr("Load the page anew"))
        reload.clicked.connect(self.reload_wanted)
        browser = self._button("external-link", tr("Open in the browser"))
        browser.clicked.connect(self.browser_wanted)
        self.log_button = self._button("list", tr("What the engine says"))
        self.log_button.setCheckable(True)
        self.log_button.clicked.connect(self.log_wanted)
        self._stop = self._button("power", tr("Stop the site’s server"))
        self._stop.clicked.connect(self.stop_wanted)
        self._page_buttons = (reload, browser)
        self._place()
        theme.changed.connect(self._dress)
        self._dress(theme)
        self.show_notice("")
        self.show_blocked(())
        self.hide()

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._address, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(row)
        for label in (self._notice, self._blocked):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._buttons[icon] = button
        return button

    def _dress(self, theme: Theme) -> None:
        for icon, button in self._buttons.items():
            button.setIcon(theme.icon(icon, "mute"))

    def show_phase(self, phase: Phase) -> None:
        """Offer what can be done now."""
        self.setVisible(phase in (*BUSY, Phase.FAILED))
        self._stop.setVisible(phase in BUSY)
        for button in self._page_buttons:
            button.setVisible(phase is Phase.RUNNING)
        if phase is not Phase.RUNNING:
            self.show_address("")
            self.show_blocked(())

    def show_address(self, address: str) -> None:
        """The page that is shown."""
        shown = address if address.startswith("http") else ""
        self._address.setText(shown)
        self._address.setAccessibleName(shown)

    def show_notice(self, text: str) -> None:
        """What went wrong, "" for nothing."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        mark(self._notice, "state", "warning")

    def show_blocked(self, hosts: Sequence[str]) -> None:
        """Other servers that the page wanted something of."""
        words = tr_count(
            "Not loaded from {count} other server: {hosts}",
            "Not loaded from {count} other servers: {hosts}",
            len(hosts),
            hosts=", ".join(hosts),
        )
        self._blocked.setText(words if hosts else "")
        self._blocked.setVisible(bool(hosts))
