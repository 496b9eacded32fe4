"""The web view of the site's own pages: their scripts run, and reach nothing but the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from reviewer.ui.texts import tr
from reviewer.ui.web.page import private_profile
from reviewer.ui.web.quiet_page import QuietPage

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

Attribute = QWebEngineSettings.WebAttribute
NavigationType = QWebEnginePage.NavigationType
OUTSIDE_SCHEMES = ("http", "https", "mailto")
HARMLESS_SCHEMES = ("data", "blob", "about")
"""What a page makes itself; nothing is fetched."""
OFF = (
    *(Attribute.JavascriptCanOpenWindows, Attribute.JavascriptCanAccessClipboard),
    *(Attribute.JavascriptCanPaste, Attribute.LocalContentCanAccessRemoteUrls),
    *(Attribute.LocalContentCanAccessFileUrls, Attribute.HyperlinkAuditingEnabled),
    *(Attribute.PluginsEnabled, Attribute.PdfViewerEnabled, Attribute.FullScreenSupportEnabled),
    *(Attribute.ScreenCaptureEnabled, Attribute.AllowGeolocationOnInsecureOrigins),
    *(Attribute.AllowWindowActivationFromJavaScript, Attribute.DnsPrefetchEnabled),
    *(Attribute.NavigateOnDropEnabled, Attribute.FocusOnNavigationEnabled),
)


def is_of_site(url: QUrl, origin: QUrl) -> bool:
    """Whether an address lies on the site's server, be it a socket."""
    same = (url.host(), url.port()) == (origin.host(), origin.port())
    return same and url.scheme() in ("http", "ws") and bool(origin.host())


class SiteFilter(QWebEngineUrlRequestInterceptor):
    """Blocks whatever does not come from the site's server; ``blocked`` are the hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.origin = QUrl()
        self.blocked: set[str] = set()

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Decide about one request."""
        url = info.requestUrl()
        if not (is_of_site(url, self.origin) or url.scheme() in HARMLESS_SCHEMES):
            self.blocked.add(url.host())
            info.block(True)


class SitePage(QuietPage):
    """A page of the site; links that lead out of it are told, not followed."""

    link_clicked = Signal(QUrl)

    def __init__(self, site_filter: SiteFilter, parent: QObject) -> None:
        self._profile = private_profile()
        self._profile.setUrlRequestInterceptor(site_filter)
        super().__init__(self._profile, parent)
        self._filter = site_filter
        for attribute in OFF:
            self.settings().setAttribute(attribute, False)
        self.settings().setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self.newWindowRequested.connect(self._on_new_window)

    def end(self) -> None:
        """Let the profile go after the page, as Chromium demands."""
        self._profile.setParent(self.parent())

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: NavigationType, is_main_frame: bool
    ) -> bool:
        """Stay on the site; frames may hold what the page makes itself."""
        target = QUrl(url)
        if is_of_site(target, self._filter.origin):
            return True
        if kind is NavigationType.NavigationTypeLinkClicked and is_main_frame:
            self._tell(target)
        return not is_main_frame and target.scheme() in HARMLESS_SCHEMES

    def _on_new_window(self, request: QWebEngineNewWindowRequest) -> None:
        target = request.requestedUrl()
        if not request.isUserInitiated():
            return
        if is_of_site(target, self._filter.origin):
            self.load(target)
        else:
            self._tell(target)

    def _tell(self, target: QUrl) -> None:
        if target.scheme() in OUTSIDE_SCHEMES:
            self.link_clicked.emit(target)


class SiteWebView(QWebEngineView):
    """Shows one page of the site; ``link_clicked`` tells links that lead out of it."""

    link_clicked = Signal(QUrl)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Page of the site"))
        self._filter = SiteFilter()
        self._site_page = SitePage(self._filter, self)
        self._site_page.end()
        self._site_page.link_clicked.connect(self.link_clicked)
        self.setPage(self._site_page)
        self.setAcceptDrops(False)

    @property
    def blocked(self) -> tuple[str, ...]:
        """The hosts that the page asked for in vain."""
        return tuple(sorted(filter(None, self._filter.blocked)))

    def show_page(self, origin: str, address: str) -> None:
        """Show a page of the site at ``origin``; one that is shown already is loaded anew."""
        self._filter.origin = QUrl(origin)
        self._filter.blocked.clear()
        if self.url() == QUrl(address):
            self._site_page.triggerAction(QWebEnginePage.WebAction.ReloadAndBypassCache)
        else:
            self._site_page.load(QUrl(address))

    def clear(self) -> None:
        """Leave the page: its server is no more."""
        self._filter.origin = QUrl()
        self._site_page.setHtml("")
