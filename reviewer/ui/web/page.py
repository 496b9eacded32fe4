"""The preview's page: no scripts, no windows, no downloads, and it goes nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from reviewer.ui.web.quiet_page import QuietPage
from reviewer.ui.web.scheme_handler import PAGE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWebEngineCore import QWebEngineDownloadRequest

OUTSIDE_SCHEMES = ("http", "https", "mailto")
Attribute = QWebEngineSettings.WebAttribute
NavigationType = QWebEnginePage.NavigationType

OFF = (
    Attribute.JavascriptEnabled,
    Attribute.JavascriptCanOpenWindows,
    Attribute.JavascriptCanAccessClipboard,
    Attribute.JavascriptCanPaste,
    Attribute.LocalStorageEnabled,
    Attribute.LocalContentCanAccessRemoteUrls,
    Attribute.LocalContentCanAccessFileUrls,
    Attribute.HyperlinkAuditingEnabled,
    Attribute.PluginsEnabled,
    Attribute.PdfViewerEnabled,
    Attribute.FullScreenSupportEnabled,
    Attribute.ScreenCaptureEnabled,
    Attribute.WebGLEnabled,
    Attribute.Accelerated2dCanvasEnabled,
    Attribute.AutoLoadIconsForPage,
    Attribute.AllowRunningInsecureContent,
    Attribute.AllowGeolocationOnInsecureOrigins,
    Attribute.AllowWindowActivationFromJavaScript,
    Attribute.DnsPrefetchEnabled,
    Attribute.NavigateOnDropEnabled,
    Attribute.FocusOnNavigationEnabled,
    Attribute.ErrorPageEnabled,
)


def private_profile() -> QWebEngineProfile:
    """A profile that keeps nothing on disk and refuses downloads."""
    profile = QWebEngineProfile()
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.downloadRequested.connect(_refuse_download)
    return profile


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


class PreviewPage(QuietPage):
    """Shows the document of the preview's scheme; links are reported, not followed."""

    link_clicked = Signal(QUrl)
    """A link to the web or to a mailbox, after a click on it."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        for attribute in OFF:
            self.settings().setAttribute(attribute, False)
        self.settings().setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: NavigationType, is_main_frame: bool
    ) -> bool:
        """Allow our own document and its anchors; report clicks on links that lead out."""
        target = QUrl(url)
        is_ours = is_main_frame and target.toString().partition("#")[0] == PAGE
        if kind is not NavigationType.NavigationTypeLinkClicked:
            return is_ours
        if not is_ours and target.scheme() in OUTSIDE_SCHEMES:
            self.link_clicked.emit(target)
        # A link to nowhere means the page itself, which would begin anew without its article.
        return is_ours and target.hasFragment()
