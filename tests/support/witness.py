"""Shows hostile pages in the real preview and notes all that they bring about.

Scripts are seen by their dialogs and by the title that they set, requests by
the preview's own filter and by a listener on loopback, files by what the
preview's handler finds. The same attacks are shown to a page without any guard
first, so that a witness who sees nothing is not taken for a safe preview.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from reviewer.render.blocks import Block
from reviewer.render.page import DocumentOptions, Page, document, policy
from reviewer.ui.automation.waiting import until
from reviewer.ui.web.article_view import ArticleView
from reviewer.ui.web.content_files import ContentFiles
from reviewer.ui.web.page import PreviewPage
from reviewer.ui.web.request_filter import RequestFilter
from reviewer.ui.web.scheme_handler import PAGE
from reviewer.ui.web.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pytest

    from reviewer.ui.web.content_files import ContentFile
    from tests.support.listener import Listener

CALM = "calm"
INSIDE = ("reviewer-preview", "data", "blob", "about")
SETTLED = "[...document.images].every(image => image.complete)"
CANARY_WIDTH = 13
# What waits for a mouse, a key, the focus or an animation gets it.
PROVOKE = """
for (const element of document.querySelectorAll('*'))
  for (const {name} of [...element.attributes])
    if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2), {bubbles: true}));
0"""
PRESS = """
document.querySelectorAll('a, area, button, input, summary, label').forEach(e => e.click?.());
document.querySelectorAll('form').forEach(form => HTMLFormElement.prototype.submit.call(form));
0"""
_LOOK = f"""JSON.stringify({{
  title: document.title,
  here: location.href,
  canaries: [...document.images].filter(image => image.naturalWidth === {CANARY_WIDTH}).length,
  active: document.querySelectorAll('article :is(script, iframe, object, embed, form)').length,
}})"""


@dataclass(slots=True)
class Seen:
    """What pages brought about; all empty and zero is what is wanted of the preview."""

    scripts: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    stopped: int = 0
    outside: list[str] = field(default_factory=list)
    led_away: list[str] = field(default_factory=list)
    blanked: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing ran, left, or was read that must not be."""
        return not (self.scripts or self.left or self.outside or self.led_away)


class Witness:
    """The real article view over ``folder``, watched from all sides."""

    def __init__(self, folder: Path, listener: Listener, patch: pytest.MonkeyPatch) -> None:
        self.seen = Seen()
        self._folder = folder.resolve()
        self._listener = listener
        self._watch_page(patch)
        self._watch_requests(patch)
        self._watch_files(patch)
        self.article = ArticleView()
        self.article.resize(600, 800)
        self.article.show()
        self.article.set_files(ContentFiles(folder))
        self.article.page().urlChanged.connect(self._note_place)
        self._number = 0

    def close(self) -> None:
        """Take the view away."""
        self.article.close()
        self.article.deleteLater()

    # What is shown

    def show_article(self, blocks: Sequence[Block], *, remote: bool = False) -> None:
        """Show blocks as the window does, and note what came of it."""
        self._number += 1
        shown = Shown(f"{self._number}", Page(CALM, "", tuple(blocks)), remote)
        self.article.show_article(shown)
        until(lambda: self.article.is_settled, "the article stands in the page")
        self._look("")

    def show_document(self, html: str) -> None:
        """Load a whole document that no sanitiser has seen, under the preview's policy."""
        page, handler = self.article.page(), self.article._handler
        options = DocumentOptions()
        text = document(Page(CALM, "", (Block(html),)), options)
        handler.set_document(text, policy(options))
        loaded: list[bool] = []
        connection = page.loadFinished.connect(loaded.append)
        page.load(QUrl(PAGE))
        until(lambda: loaded, "the document is loaded")
        page.loadFinished.disconnect(connection)
        self._look(CALM)

    # What is seen

    def _look(self, title: str) -> None:
        until(lambda: self._ask(SETTLED), "all images are shown or refused")
        self._ask(PROVOKE)
        self._ask(PRESS)
        found = self._ask(_LOOK)
        if f'"title":"{CALM}"' not in found and f'"title":"{title}"' not in found:
            self.seen.scripts.append(found)
        if '"here":"about:blank' in found:
            until(lambda: self._ask("location.href") == PAGE, "the article is there again")
        elif f'"here":"{PAGE}' not in found:
            self.seen.led_away.append(found)
        if '"canaries":0' not in found:
            self.seen.outside.append(found)
        self.seen.left += [f"listener: {path}" for path in self._listener.asked]
        self._listener.asked.clear()

    def _note_place(self, url: QUrl) -> None:
        # Chromium's own answer to addresses such as filesystem: behind a link that was pressed.
        self.seen.blanked += url.scheme() == "about"

    def _ask(self, script: str) -> Any:
        answers: list[Any] = []
        self.article.ask(script, answers.append)
        until(lambda: answers, "the page answers")
        return answers[0]

    def _watch_page(self, patch: pytest.MonkeyPatch) -> None:
        def noted(_page: object, _origin: QUrl, text: str, *_rest: object) -> bool:
            self.seen.scripts.append(f"dialog: {text}")
            return False

        def prompted(_page: object, _origin: QUrl, text: str, _usual: str) -> tuple[bool, str]:
            return noted(_page, _origin, text), ""

        patch.setattr(PreviewPage, "javaScriptAlert", noted, raising=False)
        patch.setattr(PreviewPage, "javaScriptConfirm", noted, raising=False)
        patch.setattr(PreviewPage, "javaScriptPrompt", prompted, raising=False)

    def _watch_requests(self, patch: pytest.MonkeyPatch) -> None:
        decide = RequestFilter.interceptRequest

        def intercept(requests: RequestFilter, info: QWebEngineUrlRequestInfo) -> None:
            url = info.requestUrl()
            if url.scheme() not in INSIDE:
                if requests.allows(url.scheme(), info.resourceType()):
                    self.seen.left.append(url.toString())
                else:
                    self.seen.stopped += 1
            decide(requests, info)

        patch.setattr(RequestFilter, "interceptRequest", intercept)

    def _watch_files(self, patch: pytest.MonkeyPatch) -> None:
        find = ContentFiles.find

        def found(files: ContentFiles, path: str) -> ContentFile | None:
            image = find(files, path)
            if image is not None and not image.path.resolve().is_relative_to(self._folder):
                self.seen.outside.append(str(image.path))
            return image

        patch.setattr(ContentFiles, "find", found)


class Unguarded(QWebEnginePage):
    """A page that runs what it is given: what the witness would see without the guards."""

    def __init__(self) -> None:
        # Of the application, since a profile has to outlive its page.
        profile = QWebEngineProfile(QCoreApplication.instance())
        super().__init__(profile)
        self.scripts = 0
        self.requests = _Counter()
        profile.setUrlRequestInterceptor(self.requests)

    def show(self, html: str) -> None:
        """Load a document as it is."""
        loaded: list[bool] = []
        self.loadFinished.connect(loaded.append)
        self.setHtml(f"<title>{CALM}</title>{html}")
        until(lambda: loaded, "the document is loaded")
        self.loadFinished.disconnect()
        answers: list[object] = []
        self.runJavaScript(PROVOKE, 0, answers.append)
        until(lambda: answers, "the page has run what it had to run")
        self.scripts += self.title() != CALM

    def javaScriptAlert(self, _origin: QUrl, _text: str) -> None:
        """Count it."""
        self.scripts += 1

    def javaScriptPrompt(self, _origin: QUrl, _text: str, _usual: str) -> tuple[bool, str]:
        """Count it."""
        self.scripts += 1
        return False, ""

    def javaScriptConfirm(self, _origin: QUrl, _text: str) -> bool:
        """Count it."""
        self.scripts += 1
        return False

    def javaScriptConsoleMessage(self, *_args: object) -> None:
        """Keep it to itself."""


class _Counter(QWebEngineUrlRequestInterceptor):
    """Counts what would have left, and lets none of it go."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Count and stop one request."""
        if info.requestUrl().scheme() not in INSIDE:
            self.count += 1
            info.block(True)


def batches(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """``texts`` in portions, one page each."""
    for start in range(0, len(texts), size):
        yield texts[start : start + size]
