"""Joins the site page's widgets and presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.ui.mailbox import Mailbox
from reviewer.ui.panels.preview.looks import WIDTHS
from reviewer.ui.panels.preview.view import WIDTHS as WIDTH_LABELS
from reviewer.ui.panels.site.presenter import SitePresenter
from reviewer.ui.panels.site.session import RealServers
from reviewer.ui.panels.site.view import SiteView
from reviewer.ui.texts import tr
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context

WIDTH_SETTING = "site/width"


class SitePanel:
    """The post on its real site; ``tools`` is the choice of the page's width."""

    def __init__(
        self, context: Context, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        self._context = context
        self.view = SiteView(context.theme)
        self.widget: QWidget = self.view
        self._mailbox = Mailbox()
        self._mailbox.setParent(self.view)
        self.presenter = SitePresenter(context, self.view, RealServers(self._mailbox.post))
        self._widths = SegmentedControl([(k, tr(v)) for k, v in WIDTH_LABELS], tr("Page width"))
        self.tools: QWidget = styled(self._widths, "seg-plain")
        self._choose_width(context.settings.text(WIDTH_SETTING) or "desktop")
        self._widths.chosen.connect(self._choose_width)
        self._connect(open_url)

    def _connect(self, open_url: Callable[[QUrl], object]) -> None:
        view, presenter = self.view, self.presenter
        view.pressed.connect(presenter.press)
        view.link_clicked.connect(open_url)
        view.bar.stop_wanted.connect(presenter.stop)
        view.bar.reload_wanted.connect(presenter.reload)
        view.bar.browser_wanted.connect(lambda: open_url(QUrl(view.address)))

    def close(self) -> None:
        """The window closes."""
        self.presenter.close()
        self._mailbox.close()

    def _choose_width(self, name: str) -> None:
        known = name if name in WIDTHS else "desktop"
        self._widths.choose(known)
        self.view.show_width(WIDTHS[known])
        self._context.settings.keep(WIDTH_SETTING, known)
