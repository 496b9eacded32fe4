"""Joins the right-hand column's widgets and presenter, and enters its actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.actions.view_actions import VIEW_MENU
from reviewer.ui.panels.aside.pages import ARTICLE, LABELS, SEARCH, SITE, SOCIAL, Entry, Page
from reviewer.ui.panels.aside.presenter import AsidePresenter
from reviewer.ui.panels.aside.view import AsideView
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context
    from reviewer.ui.panels.preview.panel import PreviewPanel
    from reviewer.ui.panels.search_card.panel import SearchPanel
    from reviewer.ui.panels.site.panel import SitePanel
    from reviewer.ui.panels.social.panel import SocialPanel

ACTION_LABELS = {
    ARTICLE: "Preview: the article",
    SEARCH: "Preview: the search result",
    SOCIAL: "Preview: cards in social media",
    SITE: "Preview: the site itself",
}


class AsidePanel:
    """The column beside the editor; ``reveal`` brings it up where it is hidden."""

    def __init__(self, context: Context, article: PreviewPanel, reveal: Callable[[], None]) -> None:
        self._context = context
        self._reveal = reveal
        self.search: SearchPanel | None = None
        self.social: SocialPanel | None = None
        self.site: SitePanel | None = None
        entries = (
            Entry(ARTICLE, tr(LABELS[ARTICLE]), lambda: Page(article.widget, article.tools)),
            Entry(SEARCH, tr(LABELS[SEARCH]), self._search),
            Entry(SOCIAL, tr(LABELS[SOCIAL]), self._social),
            Entry(SITE, tr(LABELS[SITE]), self._make_site),
        )
        self.view = AsideView(entries)
        self.widget: QWidget = self.view
        self.presenter = AsidePresenter(context.settings, [each.key for each in entries], self.view)
        self.view.chosen.connect(self.choose)
        context.actions.add(*(self._action(n, each.key) for n, each in enumerate(entries, 1)))
        context.actions.add(*self._site_actions())
        self.presenter.start()

    def close(self) -> None:
        """The window closes: nothing may be left running."""
        if self.site is not None:
            self.site.close()

    def choose(self, key: str) -> None:
        """Show a page."""
        self._reveal()
        self.presenter.choose(key)
        self._context.actions.refresh()

    # Each page is loaded when it is first wanted, so that the window starts no later for them.

    def _search(self) -> Page:
        from reviewer.ui.panels.search_card.panel import SearchPanel

        self.search = panel = SearchPanel(self._context)
        return Page(panel.widget, panel.tools, panel.presenter.feed.look)

    def _social(self) -> Page:
        from reviewer.ui.panels.social.panel import SocialPanel

        self.social = panel = SocialPanel(self._context)
        return Page(panel.widget, panel.tools, panel.presenter.feed.look)

    def _make_site(self) -> Page:
        from reviewer.ui.panels.site.panel import SitePanel

        self.site = panel = SitePanel(self._context)
        return Page(panel.widget, panel.tools, panel.presenter.look)

    def _site_actions(self) -> tuple[Action, ...]:
        start, stop = tr("Start the site’s own server"), tr("Stop the site’s own server")
        return (
            Action("site-start", start, self._start_site, "Ctrl+Alt+R", menu=VIEW_MENU),
            Action(
                "site-stop", stop, self._stop_site, "Ctrl+Alt+X", self._is_served, menu=VIEW_MENU
            ),
        )

    def _start_site(self) -> None:
        self.choose(SITE)
        if self.site is not None:
            self.site.presenter.start()

    def _stop_site(self) -> None:
        if self.site is not None:
            self.site.presenter.stop()

    def _is_served(self) -> bool:
        return self.site is not None and self.site.presenter.is_busy()

    def _action(self, number: int, key: str) -> Action:
        return Action(
            f"aside-{key}",
            tr(ACTION_LABELS[key]),
            partial(self.choose, key),
            f"Ctrl+Alt+{number}",
            menu=VIEW_MENU,
            checked=lambda: self.presenter.shown == key,
        )
