"""A hostile post in the real web engine: nothing runs, nothing is asked for outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo
from PySide6.QtWidgets import QPushButton

from reviewer.render.blocks import Block
from reviewer.render.page import Page
from reviewer.ui.web.request_filter import RequestFilter
from reviewer.ui.web.scheme_handler import PAGE
from reviewer.ui.web.shown import Shown
from tests.support.corpora import require_corpora
from tests.support.listener import Listener
from tests.support.payloads import foreign_payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.preview.conftest import PreviewDesk

PIXEL = b"<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>"
ResourceType = QWebEngineUrlRequestInfo.ResourceType


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def hostile(address: str) -> list[str]:
    """HTML that would run or call out if anything let it."""
    return [
        f"<script>document.title = 'ran'; fetch('{address}/fetch')</script>",
        "<img src='x' onerror=\"document.title = 'ran'\">",
        f"<img src='{address}/image'>",
        f"<iframe src='{address}/frame'></iframe>",
        "<iframe srcdoc=\"<script>parent.document.title = 'ran'</script>\"></iframe>",
        f"<object data='{address}/object'></object><embed src='{address}/embed'>",
        f"<link rel='stylesheet' href='{address}/style'>",
        f"<link rel='prefetch' href='{address}/prefetch'>",
        f"<style>@import '{address}/import'; body {{ background: url({address}/css) }}</style>",
        f'<p style="background: url({address}/inline)">x</p>',
        f"<video src='{address}/video' autoplay poster='{address}/poster'></video>",
        f"<audio src='{address}/audio' autoplay></audio>",
        f"<form action='{address}/f'><input autofocus onfocus=\"document.title = 'ran'\"></form>",
        f"<meta http-equiv='refresh' content='0; url={address}/refresh'>",
        f"<base href='{address}/base/'><img src='relative.png'>",
        "<svg onload=\"document.title = 'ran'\"></svg>",
        "<svg><animate onbegin=\"document.title = 'ran'\"/></svg>",
        "<details open ontoggle=\"document.title = 'ran'\"><summary>x</summary></details>",
        "<img src='file:///etc/passwd'><iframe src='file:///etc/passwd'></iframe>",
    ]


def calm(desk: PreviewDesk) -> None:
    """Let the page do what it would do: two frames and an answer."""
    for _ in range(2):
        desk.ask("globalThis.drawn = 0; requestAnimationFrame(() => { drawn = 1 }); 0")
        desk.until("drawn === 1")


def test_a_hostile_post_runs_nothing_and_asks_for_nothing(
    desk: PreviewDesk, listener: Listener
) -> None:
    desk.show("---\ntitle: calm\n---\n" + "\n\n".join(hostile(listener.address)))
    with desk.waiting():
        desk.panel.presenter.load_remote_images()
    calm(desk)
    assert desk.ask("document.title") == "calm"
    assert listener.asked == []


def test_even_html_that_was_not_sanitised_runs_nothing(
    desk: PreviewDesk, listener: Listener, qtbot: QtBot
) -> None:
    blocks = tuple(Block(f"<div>{html}</div>") for html in hostile(listener.address))
    for remote in (False, True):
        with qtbot.waitSignal(desk.article.shown, timeout=30_000):
            desk.panel.view.show_article(Shown(f"{remote}", Page("calm", "", blocks), remote))
        calm(desk)
        assert desk.ask("document.title") == "calm"
    assert listener.asked == []


def test_the_policy_holds_when_the_page_itself_is_hostile(
    desk: PreviewDesk, listener: Listener, qtbot: QtBot
) -> None:
    desk.show("words")
    html = "".join(hostile(listener.address))
    script = f"document.body.innerHTML = {json.dumps(html)}"
    desk.ask(script)
    calm(desk)
    assert desk.ask("document.title") == ""
    assert listener.asked == []


def test_scripts_of_the_page_are_off(desk: PreviewDesk) -> None:
    desk.show("words")
    answers: list[object] = []
    desk.article.page().runJavaScript("document.title = 'ran'", 0, answers.append)
    desk.until("true")
    assert desk.ask("document.title") == ""


def test_foreign_payloads_run_nothing(desk: PreviewDesk, listener: Listener) -> None:
    payloads = foreign_payloads(require_corpora())[::10]
    desk.show("---\ntitle: calm\n---\n" + "\n\n".join(payloads))
    calm(desk)
    assert desk.ask("document.title") == "calm"
    assert desk.ask("document.querySelectorAll('script, iframe, form, object, embed').length") == 0
    assert listener.asked == []


def test_a_local_image_is_shown_and_one_outside_the_folder_is_not(desk: PreviewDesk) -> None:
    (desk.folder / "in.svg").write_bytes(PIXEL)
    (desk.folder.parent / "out.svg").write_bytes(PIXEL)
    (desk.folder / "link.svg").symlink_to(desk.folder.parent / "out.svg")
    desk.show("![](in.svg) ![](/in.svg) ![](link.svg) ![](../out.svg) ![](missing.png)")
    desk.until("[...document.images].every(i => i.complete)")
    widths = desk.ask_list("[...document.images].map(i => i.naturalWidth)")
    assert widths == [7, 7]
    assert desk.ask("document.querySelectorAll('.image-box.missing').length") == 3


def test_remote_images_are_offered_and_asked_for_only_then(desk: PreviewDesk) -> None:
    post = desk.show("![](https://127.0.0.1:9/a.png)\n\nwords")
    offer = desk.panel.view.findChild(QPushButton, "load-remote-images")
    assert offer.isVisible()
    assert desk.ask("document.images.length") == 0
    with desk.waiting():
        offer.click()
    assert not offer.isVisible()
    assert desk.ask("document.images[0].src") == "https://127.0.0.1:9/a.png"
    desk.retype(post, "words", "more words")
    assert desk.ask("document.images.length") == 1
    desk.show("![](https://127.0.0.1:9/b.png)", "other.md")
    assert desk.ask("document.images.length") == 0


def test_remote_images_keep_the_place(desk: PreviewDesk) -> None:
    desk.show("words\n\n" * 200 + "![](https://127.0.0.1:9/a.png)")
    desk.ask("scrollTo(0, 700)")
    with desk.waiting():
        desk.panel.presenter.load_remote_images()
    assert desk.ask("scrollY") == 700


@pytest.mark.parametrize(
    ("scheme", "kind", "remote", "allowed"),
    [
        ("reviewer-preview", ResourceType.ResourceTypeMainFrame, False, True),
        ("https", ResourceType.ResourceTypeImage, False, False),
        ("https", ResourceType.ResourceTypeImage, True, True),
        ("http", ResourceType.ResourceTypeImage, True, False),
        ("https", ResourceType.ResourceTypeScript, True, False),
        ("https", ResourceType.ResourceTypeStylesheet, True, False),
        ("https", ResourceType.ResourceTypeMainFrame, True, False),
        ("file", ResourceType.ResourceTypeImage, True, False),
        ("ftp", ResourceType.ResourceTypeImage, True, False),
        ("data", ResourceType.ResourceTypeSubFrame, True, False),
    ],
)
def test_what_the_filter_lets_through(
    scheme: str, kind: ResourceType, remote: bool, allowed: bool
) -> None:
    requests = RequestFilter()
    requests.remote_images = remote
    assert requests.allows(scheme, kind) is allowed


def test_the_page_cannot_be_led_away(desk: PreviewDesk) -> None:
    desk.show("words")
    for address in ("file:///etc/passwd", "https://example.org/", "reviewer-preview://content/a"):
        desk.article.page().load(QUrl(address))
    desk.until("document.querySelector('article') !== null")
    assert desk.ask("document.querySelector('article').innerText") == "words"
    assert desk.opened == []


@pytest.mark.parametrize(
    "address", ["about:x", "about:blank", "filesystem:x", "chrome-untrusted://x/"]
)
def test_a_link_to_the_engines_own_pages_leaves_the_article_standing(
    desk: PreviewDesk, address: str
) -> None:
    desk.show("words")
    link = json.dumps(f"<a href='{address}'>x</a>")
    desk.ask(f"document.body.insertAdjacentHTML('beforeend', {link}); 1")
    with desk.waiting():
        desk.ask("document.querySelector('body > a').click(); 1")
    assert desk.ask("document.querySelector('article').innerText") == "words"
    assert desk.article.url().toString() == PAGE
    assert desk.opened == []


def test_a_link_to_nowhere_leaves_the_article_standing(desk: PreviewDesk) -> None:
    desk.show("words")
    desk.ask("document.body.insertAdjacentHTML('beforeend', '<a href=\"\">x</a>'); 1")
    desk.ask("document.querySelector('body > a').click(); 1")
    calm(desk)
    assert "words" in desk.ask("document.querySelector('article').innerText")


def test_a_hostile_style_sheet_of_the_site_asks_for_nothing_outside(
    desk: PreviewDesk, listener: Listener, qtbot: QtBot
) -> None:
    (desk.folder.parent / "out.css").write_text("article { width: 77px }", "utf-8")
    away = listener.address
    (desk.folder / "site.css").write_text(
        f"@import '{away}/import.css'; @import 'file://{desk.folder.parent}/out.css';"
        f"@import '../out.css'; @font-face {{ font-family: f; src: url({away}/font.woff) }}"
        f"article {{ font-family: f; background: url({away}/a.png), url(file:///etc/passwd);"
        f" width: expression(alert(1)); behavior: url({away}/b.htc); padding: 3px; }}"
        f"article::before {{ content: url({away}/c.svg) }}",
        "utf-8",
    )
    shown = Shown("styled", Page("calm", "", (Block("<p>words</p>"),)), True, ("site.css",))
    with qtbot.waitSignal(desk.article.shown, timeout=30_000):
        desk.panel.view.show_article(shown)
    desk.until("getComputedStyle(document.querySelector('article')).paddingTop === '3px'")
    calm(desk)
    assert desk.ask("document.title") == "calm"
    assert desk.ask("getComputedStyle(document.querySelector('article')).width") != "77px"
    assert listener.asked == []
