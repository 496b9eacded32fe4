"""The web view that shows an article and follows its revisions block by block."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QChildEvent, Qt, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView

from reviewer.render.page import SCHEME, DocumentOptions, Page, document, policy
from reviewer.resources import resource
from reviewer.ui.web.keys import PageKeys
from reviewer.ui.web.page import PreviewPage, private_profile
from reviewer.ui.web.places import Places
from reviewer.ui.web.request_filter import RequestFilter
from reviewer.ui.web.scheme import NAME
from reviewer.ui.web.scheme_handler import PAGE, PreviewSchemeHandler

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.web.content_files import ContentFiles
    from reviewer.ui.web.shown import Shown

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
LOCAL_IMAGES = (f"{SCHEME}:", "data:")
SCRIPTS = ("preview/places.js", "preview/patch.js")


class ArticleView(QWebEngineView):
    """Shows articles. A new revision of the same post keeps scroll position and selection."""

    link_clicked = Signal(QUrl)
    find_asked = Signal()
    found = Signal(int, int)
    """Which of how many places is shown of what is looked for."""
    shown = Signal()
    """What was asked for last stands in the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "light"
        self._wanted: Shown | None = None
        self._in_page: Shown | None = None
        self._stands: Shown | None = None
        self._ready = False
        self._astray = False
        self._top = 0.0
        self._handler = PreviewSchemeHandler(self)
        self._filter = RequestFilter()
        self._page = self._make_page()
        self.setPage(self._page)
        self.places = Places(self)
        self._keys = PageKeys(self)
        self._keys.find_asked.connect(self.find_asked)
        self._page.findTextFinished.connect(self._on_found)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in (QWebEnginePage.WebAction.Copy, QWebEnginePage.WebAction.SelectAll):
            self.addAction(self._page.action(action))

    def _make_page(self) -> PreviewPage:
        profile = private_profile()
        profile.installUrlSchemeHandler(NAME, self._handler)
        profile.setUrlRequestInterceptor(self._filter)
        page = PreviewPage(profile, self)
        # Children go in the order they came: the page before its profile, as Chromium demands.
        profile.setParent(self)
        page.link_clicked.connect(self.link_clicked)
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._show_anew)
        page.urlChanged.connect(self._on_url)
        return page

    @property
    def is_settled(self) -> bool:
        """Whether what was asked for last stands in the page."""
        return self._wanted is self._stands

    # What it is told

    def set_files(self, files: ContentFiles | None) -> None:
        """Images come from here from now on."""
        self._handler.files = files

    def set_theme(self, *, dark: bool, background: QColor) -> None:
        """Show the page by day or by night; ``background`` stands before the page does."""
        self._theme = "dark" if dark else "light"
        self._page.setBackgroundColor(background)
        if self._ready:
            self._call(f"preview.dress({json.dumps(self._theme)})")

    def show_article(self, wanted: Shown) -> None:
        """Show an article, or its next revision."""
        self._wanted = wanted
        shown = self._in_page
        if shown is None:
            self._load(wanted)
        elif _frame(shown) != _frame(wanted):
            self.ask("scrollY", lambda top: self._reload(shown, top))
        elif self._ready:
            self._update(shown, wanted)

    def look_for(self, text: str, backwards: bool) -> None:
        """Mark ``text`` wherever it stands, and go to the next place; "" marks nothing."""
        flags = QWebEnginePage.FindFlag.FindBackward if backwards else QWebEnginePage.FindFlag(0)
        self._page.findText(text, flags)

    def _on_found(self, result: QWebEngineFindTextResult) -> None:
        self.found.emit(result.activeMatch(), result.numberOfMatches())

    def clear(self) -> None:
        """Forget the article, so that nothing of it is seen before the next one."""
        self._wanted = self._stands = None
        if self._ready and self._in_page is not None:
            self._update(self._in_page, _nothing(self._in_page))

    def ask(self, script: str, answer: Callable[[Any], None]) -> None:
        """Evaluate ``script`` beside the page, out of its reach; ``answer`` gets the value."""
        self._page.runJavaScript(script, WORLD, answer)

    def ask_if_ready(self, script: str, answer: Callable[[Any], None]) -> None:
        """Like ``ask``; nothing happens while the page is being loaded."""
        if self._ready:
            self.ask(script, answer)

    def run(self, script: str) -> None:
        """Run ``script`` beside the page, if there is one."""
        self.ask_if_ready(script, lambda _value: None)

    # Loading and patching

    def _load(self, wanted: Shown, top: float = 0) -> None:
        """Load a document without blocks; they come as soon as it stands."""
        images = (*LOCAL_IMAGES, "https:") if wanted.remote_images else LOCAL_IMAGES
        options = DocumentOptions(theme=self._theme, image_sources=images, styles=wanted.styles)
        empty = replace(wanted.page, blocks=())
        self._handler.set_document(document(empty, options), policy(options))
        self._handler.styles = wanted.styles
        self._filter.remote_images = wanted.remote_images
        self._in_page = _nothing(wanted)
        self._top = top
        self._ready = False
        self._page.load(QUrl(PAGE))

    def _reload(self, shown: Shown, top: Any) -> None:
        if self._wanted is not None and self._in_page is shown:
            self._load(self._wanted, float(top or 0))

    def _on_loaded(self, ok: bool) -> None:
        if self._astray:
            self._astray = False
            self._show_anew()
            return
        if not ok or self._ready:
            return
        self._ready = True
        for script in SCRIPTS:
            self._call(resource(script).read_text("utf-8"))
        self._call(f"preview.dress({json.dumps(self._theme)})")
        if self._wanted is not None and self._in_page is not None:
            self._update(self._in_page, self._wanted)

    def _update(self, shown: Shown, wanted: Shown) -> None:
        self._in_page = wanted
        if shown.key != wanted.key:
            self._show_whole(wanted)
            return
        changes = wanted.changes_from(shown.page)
        self._call(f"preview.patch({changes})" if changes else "0", wanted)

    def _show_whole(self, wanted: Shown) -> None:
        blocks = wanted.page.blocks
        parts = {
            "html": [block.html for block in blocks],
            "lines": [(at, block.line) for at, block in enumerate(blocks) if block.line],
            "top": self._top,
        }
        self._top = 0.0
        self._call(f"preview.show({json.dumps(parts)})", wanted)

    def _call(self, script: str, shown: Shown | None = None) -> None:
        self._page.runJavaScript(script, WORLD, lambda _value: self._on_called(shown))

    def _on_called(self, shown: Shown | None) -> None:
        if shown is not None and shown is self._wanted:
            self._stands = shown
            self.shown.emit()

    def _on_url(self, url: QUrl) -> None:
        # Chromium answers links to about:, filesystem: and the like with a blank page, unasked.
        self._astray = url.toString().partition("#")[0] != PAGE

    def _show_anew(self) -> None:
        """Show the article again: Chromium's process died, or the page is another."""
        self._in_page = None
        self._ready = False
        if self._wanted is not None:
            self._load(self._wanted)

    # Clicks

    def childEvent(self, event: QChildEvent) -> None:
        """The widget that gets the mouse is made by Qt, and now and then made anew."""
        super().childEvent(event)
        proxy = self.focusProxy()
        if proxy is not None:
            self.places.watch(proxy)
            proxy.installEventFilter(self._keys)


def _nothing(like: Shown) -> Shown:
    return replace(like, key="", page=Page("", "", ()))


def _frame(shown: Shown) -> tuple[bool, tuple[str, ...]]:
    """What only a document that is loaded anew can have otherwise."""
    return shown.remote_images, shown.styles
