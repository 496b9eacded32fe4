"""The site page's widgets: an invitation, the log, or the page with its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.panels.preview.view import Stage
from reviewer.ui.panels.site.bar import SiteBar
from reviewer.ui.panels.site.invitation import Invitation
from reviewer.ui.panels.site.status import BUSY, Phase
from reviewer.ui.panels.site.web import SiteWebView
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.panels.site.status import Status
    from reviewer.ui.theme.theme import Theme

MOST_LINES = 5_000
LOG_HEIGHT = 160


class SiteView(QWidget):
    """Shows what the presenter says and tells what the editor wants."""

    pressed = Signal()
    link_clicked = Signal(QUrl)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "preview", name=tr("Site"))
        self.web: SiteWebView | None = None
        self._width: int | None = None
        self._phase = Phase.NO_ENGINE
        self.bar = SiteBar(theme)
        self.bar.log_wanted.connect(self._show_log)
        self.invitation = Invitation()
        self.invitation.pressed.connect(self.pressed)
        self.log = self._make_log()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.invitation)
        self._stage: Stage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.log)

    def _make_log(self) -> QPlainTextEdit:
        log = styled(QPlainTextEdit(), "log", "mono", name=tr("What the engine says"))
        log.setReadOnly(True)
        log.setMaximumBlockCount(MOST_LINES)
        log.setFixedHeight(LOG_HEIGHT)
        log.hide()
        return log

    # What the presenter says

    def show_status(self, status: Status) -> None:
        """Show where the server stands."""
        self._phase = status.phase
        self.bar.show_phase(status.phase)
        self.invitation.show_status(status)
        if status.phase is not Phase.RUNNING:
            self._stack.setCurrentWidget(self.invitation)
            if self.web is not None and status.phase is not Phase.STARTING:
                self.web.clear()
        self._show_log(status.phase in (Phase.STARTING, Phase.FAILED))

    def show_line(self, line: str) -> None:
        """Add a line to the engine's log."""
        self.log.appendPlainText(line)

    def clear_log(self) -> None:
        """A new run begins."""
        self.log.clear()

    def show_page(self, origin: str, address: str) -> None:
        """Show a page of the site, in a web view that is made when it is first needed."""
        web = self.web or self._make_web()
        web.show_page(origin, address)
        if self._stage is not None:
            self._stack.setCurrentWidget(self._stage)

    def show_notice(self, text: str) -> None:
        """Say something above the page."""
        self.bar.show_notice(text)

    def show_width(self, width: int | None) -> None:
        """Lay the page out in so many pixels; None takes what there is."""
        self._width = width
        if self._stage is not None:
            self._stage.show_width(width)

    @property
    def address(self) -> str:
        """The address of the page that is shown."""
        return self.web.url().toString() if self.web is not None else ""

    def _make_web(self) -> SiteWebView:
        self.web = web = SiteWebView()
        web.link_clicked.connect(self.link_clicked)
        web.urlChanged.connect(lambda url: self.bar.show_address(url.toString()))
        web.loadFinished.connect(lambda _ok: self.bar.show_blocked(web.blocked))
        self._stage = Stage(web)
        self._stage.show_width(self._width)
        self._stack.addWidget(self._stage)
        return web

    def _show_log(self, shown: bool) -> None:
        self.log.setVisible(shown and self._phase in (*BUSY, Phase.FAILED))
        self.bar.log_button.setChecked(shown)
