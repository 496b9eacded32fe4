"""The Body tab with real keys: what is typed, and only that, arrives in the bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reviewer.document.operations import SetValue
from reviewer.ui.navigation import BODY
from reviewer.ui.panels.body.panel import BodyPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

FRONT = b"---\r\ntitle: T\r\n---\r\n"
BODY_BYTES = "# Head 😀\r\n\r\n- one\rlast \u2028line".encode() + b" \xc2\xff\x00 end\r\n"
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Bench:
    """A body panel on the screen."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.panel = BodyPanel(self.context)
        self.editor = self.panel.widget.editor
        self.bar = self.panel.widget.bar
        qtbot.addWidget(self.panel.widget)
        self.panel.widget.resize(500, 400)
        with qtbot.waitExposed(self.panel.widget):
            self.panel.widget.show()

    def show(self, body: bytes) -> None:
        path = f"post-{len(self.context.workspace.open_posts)}.md"
        self.post = put_on_desk(self.context.workspace, FRONT + body, path)
        self.editor.setFocus()

    def at(self, line: int, column: int, to: tuple[int, int] | None = None) -> None:
        self.editor.select((line, column), to or (line, column))

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.editor, key, modifiers)

    @property
    def body(self) -> bytes:
        data = self.post.post.to_bytes()
        assert data.startswith(FRONT)
        return data[len(FRONT) :]


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    bench = Bench(qtbot, qapp, tmp_path)
    bench.show(BODY_BYTES)
    return bench


def test_showing_a_post_changes_no_byte(bench: Bench) -> None:
    assert bench.body == BODY_BYTES
    assert not bench.post.is_dirty


def test_typing_behind_an_emoji_changes_these_bytes_only(bench: Bench) -> None:
    bench.at(0, 9)
    bench.type("!x")
    assert bench.body == BODY_BYTES.replace("😀".encode(), "😀!x".encode())


def test_backspace_takes_a_whole_emoji(bench: Bench) -> None:
    bench.at(0, 9)
    bench.press(Qt.Key.Key_Backspace)
    assert bench.body == BODY_BYTES.replace("😀".encode(), b"")


def test_enter_ends_lines_as_their_neighbours_do(bench: Bench) -> None:
    bench.at(0, 9)
    bench.press(Qt.Key.Key_Return)
    assert bench.body == BODY_BYTES.replace(b"\r\n\r\n", b"\r\n\r\n\r\n")


def test_shift_enter_is_an_ordinary_line_end(bench: Bench) -> None:
    bench.at(0, 9)
    bench.press(Qt.Key.Key_Return, SHIFT)
    assert bench.body == BODY_BYTES.replace(b"\r\n\r\n", b"\r\n\r\n\r\n")


def test_typing_beside_what_cannot_be_shown_leaves_it_alone(bench: Bench) -> None:
    bench.at(3, 0)
    bench.type("a ")
    bench.press(Qt.Key.Key_End)
    bench.type(" z")
    assert bench.body == BODY_BYTES.replace(b"last", b"a last").replace(b" end", b" end z")


def test_joining_lines_takes_their_line_end(bench: Bench) -> None:
    bench.at(3, 0)
    bench.press(Qt.Key.Key_Backspace)
    assert bench.body == BODY_BYTES.replace(b"one\r", b"one")


def test_replacing_everything_leaves_what_was_typed(bench: Bench) -> None:
    bench.editor.selectAll()
    bench.type("x")
    assert bench.body == b"x"


def test_ctrl_z_undoes_in_the_posts_one_history(bench: Bench) -> None:
    bench.at(0, 9)
    bench.type("abc")
    bench.post.edit(SetValue(("title",), "New"), label="Title")
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.body.startswith("# Head 😀abc".encode())
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.body == BODY_BYTES
    bench.press(Qt.Key.Key_Y, CTRL)
    assert bench.body.startswith("# Head 😀abc".encode())


def test_the_caret_stays_while_another_part_changes(bench: Bench) -> None:
    bench.at(3, 2)
    start = bench.post.post.body_span.start
    bench.post.edit(SetValue(("layout",), "post"), label="Layout")
    assert bench.editor.caret() == (3, 2)
    assert bench.post.post.body_span.start > start
    assert bench.editor.first_line == 5


def test_a_list_goes_on_and_ends(bench: Bench) -> None:
    bench.show(b"- one\n")
    bench.at(0, 5)
    bench.press(Qt.Key.Key_Return)
    bench.type("two")
    bench.press(Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_Return)
    assert bench.body == b"- one\n- two\n\n"


def test_tab_moves_list_items_and_back(bench: Bench) -> None:
    bench.at(2, 5)
    bench.press(Qt.Key.Key_Tab)
    assert b"\r\n  - one\r" in bench.body
    bench.press(Qt.Key.Key_Backtab, SHIFT)
    assert bench.body == BODY_BYTES


def test_tab_moves_all_selected_lines(bench: Bench) -> None:
    bench.at(0, 2, (3, 3))
    bench.press(Qt.Key.Key_Tab)
    lines = bench.body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    assert [line[:2] for line in lines[:4]] == [b"  ", b"", b"  ", b"  "]
    assert (
        bench.body.replace(b"  #", b"#").replace(b"  -", b"-").replace(b"  l", b"l") == BODY_BYTES
    )


def test_escape_lets_the_next_tab_leave(bench: Bench) -> None:
    bench.at(2, 5)
    bench.press(Qt.Key.Key_Escape)
    bench.press(Qt.Key.Key_Tab)
    assert bench.body == BODY_BYTES


def test_ctrl_b_marks_the_word_and_ctrl_b_again_takes_the_mark_away(bench: Bench) -> None:
    bench.at(0, 2, (0, 6))
    bench.press(Qt.Key.Key_B, CTRL)
    assert bench.body.startswith("# **Head** 😀\r\n".encode())
    bench.at(0, 4, (0, 8))
    bench.press(Qt.Key.Key_B, CTRL)
    assert bench.body == BODY_BYTES


def test_ctrl_i_without_a_word_puts_the_caret_between_the_marks(bench: Bench) -> None:
    bench.at(1, 0)
    bench.press(Qt.Key.Key_I, CTRL)
    bench.type("x")
    assert b"\r\n*x*\r\n" in bench.body


def test_copied_text_is_the_files_own(bench: Bench) -> None:
    bench.at(0, 0, (3, 9))
    bench.editor.copy()
    assert QGuiApplication.clipboard().text() == "# Head 😀\r\n\r\n- one\rlast \u2028lin"


def test_pasted_lines_end_as_their_neighbours_do(bench: Bench) -> None:
    data = QMimeData()
    data.setText("a\nb\r\nc")
    bench.at(0, 9)
    bench.editor.insertFromMimeData(data)
    assert bench.body.startswith("# Head 😀a\r\nb\r\nc\r\n\r\n- one\r".encode())


def test_moving_text_by_hand_keeps_bytes_in_between(bench: Bench) -> None:
    cursor = bench.editor.textCursor()
    cursor.beginEditBlock()
    bench.editor.cursor_between((0, 0), (0, 2)).removeSelectedText()
    bench.editor.cursor_between((4, 0), (4, 0)).insertText("# ")
    cursor.endEditBlock()
    assert bench.body == BODY_BYTES.removeprefix(b"# ") + b"# "


def test_find_and_replace_all_is_one_undo(bench: Bench) -> None:
    bench.context.actions.run("replace-in-body")
    QTest.keyClicks(bench.bar.query, "e")
    assert bench.bar.count.text() == "1 of 4"
    bench.bar.template.setText("E")
    bench.bar.replace_all_asked.emit("E")
    assert bench.body == BODY_BYTES.replace(b"e", b"E")
    bench.panel.presenter.undo()
    assert bench.body == BODY_BYTES


def test_f3_goes_on_and_escape_closes(bench: Bench) -> None:
    bench.context.actions.run("find-in-body")
    QTest.keyClicks(bench.bar.query, "one")
    bench.context.actions.run("find-next")
    assert bench.editor.selected() == ((2, 2), (2, 5))
    QTest.keyClick(bench.bar.query, Qt.Key.Key_Escape)
    assert bench.bar.isHidden()
    assert bench.editor.hasFocus()


def test_find_shows_the_body_tab(bench: Bench) -> None:
    tabs: list[str] = []
    bench.context.navigation.tab_requested.connect(tabs.append)
    bench.context.actions.run("find-in-body")
    assert tabs == [BODY]


def test_a_broken_pattern_is_told_beside_the_input(bench: Bench) -> None:
    bench.context.actions.run("find-in-body")
    bench.bar.pattern.click()
    QTest.keyClicks(bench.bar.query, "(")
    assert "cannot be read" in bench.bar.error.text()
    assert bench.bar.error.isVisible()


def test_a_requested_line_is_the_files_line(bench: Bench) -> None:
    bench.context.navigation.go_to_line(6)
    assert bench.editor.caret() == (2, 0)


def test_the_font_size_is_remembered(bench: Bench) -> None:
    bench.editor.show_size(17)
    assert bench.context.settings.number("body/font-size") == 17


@pytest.mark.timeout(60)
def test_a_big_body_takes_keys(bench: Bench, qtbot: QtBot) -> None:
    bench.show(("word 😀 *more* text here " * 5 + "\r\n").encode() * 2000)
    bench.at(1000, 5)
    for letter in "typed here":
        bench.type(letter)
    assert "typed here" in bench.post.post.body
