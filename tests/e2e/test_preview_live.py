"""The preview beside the body: it changes where one types, and both show the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.form.boxes import GrowingText
from reviewer.ui.panels.preview.find_bar import PageFindBar
from reviewer.ui.web.article_view import ArticleView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.e2e.driver import Editor

PARTS = 60
LONG = "_posts/2026-03-01-long.md"
TEXT = "---\ntitle: Long\ndate: 2026-03-01\n---\n" + "".join(
    f"## Part {number}\n\nWords of part {number}, which are {'many ' * 40}.\n\n"
    for number in range(PARTS)
)
CHANGED = "[...document.querySelector('article').children].filter(b => !b.seen).length"
LINE_AT_TOP = "places.lineAtTop()"


@pytest.fixture
def writer(newcomer: Editor) -> Editor:
    """An editor with a long post open in the Body tab."""
    (newcomer.folder / LONG).write_text(TEXT, "utf-8")
    newcomer.open_folder()
    newcomer.pick(LONG)
    newcomer.go_to_tab("body")
    return newcomer


def article(editor: Editor) -> ArticleView:
    return editor.scene.window.findChildren(ArticleView)[0]


def wheel(target: QWidget, notches: int) -> None:
    """Turn the wheel over a widget, towards the end of the text."""
    place = QPointF(target.width() / 2, target.height() / 2)
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def test_typing_changes_one_block_and_leaves_the_others(writer: Editor) -> None:
    writer.scene.ask_preview(
        "for (const block of document.querySelector('article').children) block.seen = true"
    )
    box = writer.text_editor()
    writer.scene.context.navigation.go_to_line(7)
    writer.hands.type_text(box, "Fresh ")
    writer.reads("Fresh Words of part 0")
    # The paragraph itself is the element it was, with other text in it.
    assert writer.scene.ask_preview(CHANGED) == 0
    writer.hands.press(box, "Ctrl+End")
    writer.hands.type_text(box, "A new end")
    writer.reads("A new end")
    assert writer.scene.ask_preview(CHANGED) == 1


def test_the_preview_scrolls_with_the_body(writer: Editor) -> None:
    box = writer.text_editor()
    wheel(box.viewport(), 20)
    shown = box.firstVisibleBlock().blockNumber() + 1
    assert shown > 10
    until(
        lambda: abs(float(writer.scene.ask_preview(LINE_AT_TOP)) - shown) < 3,
        "the preview shows the same lines",
    )


def test_the_body_scrolls_with_the_preview(writer: Editor) -> None:
    box = writer.text_editor()

    def follows() -> bool:
        # Chromium may not be ready for the first turn.
        wheel(article(writer).focusProxy(), 1)
        return box.firstVisibleBlock().blockNumber() > 5

    until(follows, "the body follows")

    def together() -> bool:
        shown = float(writer.scene.ask_preview(LINE_AT_TOP))
        return abs(box.firstVisibleBlock().blockNumber() + 1 - shown) < 3

    until(together, "both show the same lines")


def test_scrolling_apart_is_a_choice(writer: Editor) -> None:
    writer.scene.context.actions.run("preview-together")
    wheel(writer.text_editor().viewport(), 20)
    assert writer.scene.ask_preview("scrollY") == 0


def test_the_preview_follows_the_caret(writer: Editor) -> None:
    box = writer.text_editor()
    box.setFocus()
    writer.hands.press(box, "Ctrl+End")
    until(lambda: writer.scene.ask_preview("scrollY") > 1000, "the end is shown")


def test_a_click_in_the_preview_puts_the_caret_on_its_line(writer: Editor) -> None:
    click(writer, "document.querySelectorAll('article p')[3]")
    until(lambda: writer.text_editor().caret() == (10, 0), "the caret stands on the line")


def test_a_double_click_on_a_long_text_of_the_form_shows_it(newcomer: Editor) -> None:
    head = "title: T\ndate: 2026-03-01\ndescription: |\n  Two lines\n  of words\n"
    (newcomer.folder / LONG).write_text(f"---\n{head}---\n" + "words\n\n" * 200, "utf-8")
    newcomer.open_folder()
    newcomer.pick(LONG)
    newcomer.scene.ask_preview("scrollTo(0, 2000)")
    area = newcomer.hands.field(("description",)).findChild(GrowingText)
    QTest.mouseDClick(area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    until(lambda: newcomer.scene.ask_preview("scrollY") < 100, "the preview shows the field")


def test_a_remote_image_is_not_loaded_until_it_is_allowed(newcomer: Editor) -> None:
    text = "---\ntitle: Remote\ndate: 2026-03-01\n---\n![far](https://127.0.0.1:9/far.png)\n"
    (newcomer.folder / LONG).write_text(text, "utf-8")
    newcomer.open_folder()
    newcomer.pick(LONG)
    assert newcomer.scene.ask_preview("document.images.length") == 0
    newcomer.reads("https://127.0.0.1:9/far.png")
    newcomer.scene.context.actions.run("preview-remote-images")
    until(lambda: newcomer.scene.ask_preview("document.images.length") == 1, "it may be loaded")


def test_broken_links_and_missing_images_are_marked_in_place(newcomer: Editor) -> None:
    words = "[gone](/files/gone.pdf) [web](https://example.org/x.pdf) ![lost](lost.png)"
    head = "---\ntitle: Broken\ndate: 2026-03-01\n---\n"
    (newcomer.folder / LONG).write_text(f"{head}{words}\n", "utf-8")
    newcomer.open_folder()
    newcomer.pick(LONG)
    marked = "[...document.querySelectorAll('[data-broken], .missing')].map(n => n.title).join()"
    assert newcomer.scene.ask_preview(marked) == (
        "There is nothing at this address: /files/gone.pdf,There is no such file in the folder."
    )


def test_ctrl_f_in_the_preview_finds_in_the_article(writer: Editor) -> None:
    view = article(writer)
    view.setFocus()
    writer.hands.press(view.focusProxy(), "Ctrl+F")
    bar = writer.scene.window.findChild(PageFindBar)
    until(bar.isVisible, "the bar is shown")
    writer.hands.type_text(bar.line, "Words of part 33")
    until(lambda: bar.count.text() == "1 of 1", "the place is counted")
    until(lambda: writer.scene.ask_preview("scrollY") > 500, "the place is shown")
    writer.hands.press(bar.line, "Escape")
    assert not bar.isVisible()


def click(editor: Editor, element: str) -> None:
    """Click on the first words of an element of the article."""
    place = f"(box => box.x + 20 + ' ' + (box.y + 8))({element}.getBoundingClientRect())"
    x, y = (float(part) for part in str(editor.scene.ask_preview(place)).split())
    zoom = article(editor).zoomFactor()
    point = QPoint(round(x * zoom), round(y * zoom))
    QTest.mouseClick(article(editor).focusProxy(), Qt.MouseButton.LeftButton, pos=point)
