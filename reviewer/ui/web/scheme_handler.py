"""Answers what the preview's page asks for: itself, its style, and images of the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler

from reviewer.render.page import SCHEME, marks, typography

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reviewer.ui.web.content_files import ContentFile, ContentFiles

PAGE_HOST = "page"
CONTENT_HOST = "content"
SITE = "/site"
PAGE = f"{SCHEME}://{PAGE_HOST}/"
Error = QWebEngineUrlRequestJob.Error


class PreviewSchemeHandler(QWebEngineUrlSchemeHandler):
    """Serves one document at a time and the images of one folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: ContentFiles | None = None
        self.styles: tuple[str, ...] = ()
        self._document = b""
        self._policy = b""

    def set_document(self, html: str, policy: str) -> None:
        """What the page's address gives from now on, and the policy sent with it."""
        self._document = html.encode()
        self._policy = policy.encode()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request, or refuse it."""
        host, path = job.requestUrl().host(), job.requestUrl().path()
        if job.requestMethod() != b"GET":
            job.fail(Error.RequestDenied)
        elif host == PAGE_HOST and path == "/":
            self._reply_page(job)
        elif host == PAGE_HOST and path == "/page.css":
            _reply(job, b"text/css", typography().encode())
        elif host == PAGE_HOST and path == "/marks.css":
            _reply(job, b"text/css", marks().encode())
        elif host == CONTENT_HOST:
            self._reply_file(job, self.files.find(path) if self.files else None)
        elif host == PAGE_HOST and self.styles and self.files:
            # The same origin as the page's, else fonts would be refused.
            self._reply_file(job, self.files.find_style(path.removeprefix(SITE)))
        else:
            job.fail(Error.UrlNotFound)

    def _reply_page(self, job: QWebEngineUrlRequestJob) -> None:
        headers: Any = {
            QByteArray(b"Content-Security-Policy"): [QByteArray(self._policy)],
            QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
        }
        job.setAdditionalResponseHeaders(headers)
        _reply(job, b"text/html;charset=utf-8", self._document)

    def _reply_file(self, job: QWebEngineUrlRequestJob, found: ContentFile | None) -> None:
        if job.initiator().host() != PAGE_HOST:
            job.fail(Error.RequestDenied)
            return
        file = QFile(str(found.path), job) if found else None
        if found is None or file is None or not file.open(QIODevice.OpenModeFlag.ReadOnly):
            job.fail(Error.UrlNotFound)
            return
        # Chromium reads the open file on a thread of its own.
        job.reply(found.type.encode(), file)


def _reply(job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(kind, buffer)
