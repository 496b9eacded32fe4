"""The whole window: every action reachable, every widget named, layout kept, closing asked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reviewer.document.operations import SetValue
from reviewer.site.index.inline import InlineLibrarian
from reviewer.ui.actions.menus import Menus
from reviewer.ui.assembly import build_window
from reviewer.ui.navigation import TABS
from reviewer.ui.prompts import SaveAnswer
from reviewer.ui.settings import Settings
from reviewer.ui.theme.theme import Scheme
from tests.support.inline_tasks import InlineTasks
from tests.support.shell import FORD, RAIL, RATES, SITE, Answers
from tests.support.sites import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reviewer.ui.main_window import MainWindow

SPOKEN = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
"""What takes the keyboard must say what it is."""


class Bench:
    """Makes windows on the site that close without asking at the end."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._ini = str(folder / "settings.ini")
        self.root = write_site(folder / "economy", SITE)
        self.answers = Answers()
        self.made: list[MainWindow] = []

    def window(self) -> MainWindow:
        """A window with the site open."""
        store = QSettings(self._ini, QSettings.Format.IniFormat)
        window = build_window(
            self._app,
            settings=Settings(store),
            prompts=self.answers,
            tasks=InlineTasks(),
            librarian=InlineLibrarian(),
            scheme=Scheme.LIGHT,
        )
        self.made.append(window)
        window.show()
        window.shell.open_folder(self.root)
        return window

    def close(self) -> None:
        self.answers.on_unsaved = SaveAnswer.DISCARD
        for window in self.made:
            window.close()
            window.deleteLater()


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qapp, tmp_path)
    yield bench
    bench.close()


@pytest.fixture
def window(bench: Bench, qtbot: QtBot) -> MainWindow:
    window = bench.window()
    qtbot.waitExposed(window)
    return window


def retitle(window: MainWindow, path: str, title: str) -> None:
    window.context.navigation.go_to_post(path)
    current = window.context.workspace.current
    assert current is not None
    current.edit(SetValue(("title",), title), label="Title")


@pytest.mark.parametrize("tab", TABS)
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, tab: str) -> None:
    window.context.navigation.go_to_tab(tab)
    window.focus_filter()
    window.show_palette()
    assert not [_described(widget) for widget in _inputs(window) if not _named(widget)]


def _inputs(window: MainWindow) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, SPOKEN) and widget.isVisible():
            # The line of a combo box or spin box is spoken of as the box itself.
            inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner:
                yield widget


def _named(widget: QWidget) -> bool:
    label = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or label)


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def test_every_action_is_in_a_menu_or_on_a_tab(window: MainWindow) -> None:
    menu = QMenu(window)
    Menus(window.shell, window.actions_made).fill_folder(menu)
    reachable = set(_names(menu)) | set(_names(window.posts.order_menu))
    assert {action.name for action in window.context.actions} <= reachable


def _names(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _names(inner)
        else:
            yield action.objectName()


def test_common_commands_have_shortcuts(window: MainWindow) -> None:
    expected = {
        "save": "Ctrl+S",
        "save-all": "Ctrl+Shift+S",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "open-folder": "Ctrl+O",
        "palette": "Ctrl+K",
        "next-post": "Alt+Down",
        "reload-folder": "F5",
        "tab-body": "Ctrl+2",
    }
    found = {name: window.actions_made[name].shortcut().toString() for name in expected}
    assert found == expected


def test_every_action_has_a_key(window: MainWindow) -> None:
    # Bold and italic have theirs in the body editor alone, where they mean something.
    without = {action.name for action in window.context.actions if not action.shortcut}
    assert without == {"bold", "italic"}


def test_no_key_is_the_beginning_of_another(window: MainWindow) -> None:
    keys = [made.shortcut() for made in window.actions() if not made.shortcut().isEmpty()]
    exact = QKeySequence.SequenceMatch.ExactMatch
    none = QKeySequence.SequenceMatch.NoMatch
    clashes = [
        (one.toString(), other.toString())
        for one in keys
        for other in keys
        if one.matches(other) is not none and one.matches(other) is not exact
    ]
    assert not clashes


def test_two_presses_choose_the_theme(window: MainWindow) -> None:
    window.activateWindow()
    window.posts.focus()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_D)
    assert window.context.theme.dark


def test_title_names_the_post_and_marks_unsaved_work(window: MainWindow) -> None:
    retitle(window, FORD, "Mine")
    assert window.windowTitle() == "[*]Mine — economy — Reviewer"
    assert window.isWindowModified()
    window.context.actions.run("save")
    assert not window.isWindowModified()


def test_save_is_possible_only_with_unsaved_work(window: MainWindow) -> None:
    assert not window.actions_made["save"].isEnabled()
    retitle(window, FORD, "Mine")
    assert window.actions_made["save"].isEnabled()


def test_closing_with_unsaved_work_asks_with_the_titles(bench: Bench, window: MainWindow) -> None:
    retitle(window, FORD, "Mine")
    retitle(window, RATES, "Yours")
    window.close()
    assert bench.answers.unsaved == [("Mine", "Yours")]
    assert window.isVisible()


def test_closing_saves_when_told_to(bench: Bench, window: MainWindow, qtbot: QtBot) -> None:
    retitle(window, FORD, "Mine")
    bench.answers.on_unsaved = SaveAnswer.SAVE
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert b"title: Mine" in (bench.root / FORD).read_bytes()


def test_columns_hidden_in_one_run_are_hidden_in_the_next(bench: Bench) -> None:
    first = bench.window()
    first.context.actions.run("sidebar")
    first.context.actions.run("order-title")
    first.close()
    second = bench.window()
    assert not second.sidebar_shown()
    assert second.preview_shown()
    assert second.context.listing.order == "title"


def test_columns_never_overlap_however_narrow_the_window(window: MainWindow) -> None:
    window.resize(200, 200)
    QTest.qWait(1)
    columns = [column for column in window.columns.children() if column.inherits("QWidget")]
    shown = sorted(
        (column.geometry() for column in columns if not column.inherits("QSplitterHandle")),
        key=lambda place: place.x(),
    )
    assert all(left.right() < right.x() for left, right in pairwise(shown))
    assert shown[-1].right() <= window.columns.width()


def test_a_hidden_column_lets_the_window_be_narrower(window: MainWindow, qtbot: QtBot) -> None:
    before = window.minimumSizeHint().width()
    window.context.actions.run("preview")
    qtbot.waitUntil(lambda: window.minimumSizeHint().width() < before - 200)


def test_a_dropped_file_is_opened(window: MainWindow, bench: Bench) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bench.root / RATES))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    current = window.context.workspace.current
    assert current is not None
    assert current.path == RATES


def test_palette_finds_and_shows_a_post(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = window.palette_panel.widget.findChild(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "rates")
    QTest.keyClick(line, Qt.Key.Key_Return)
    current = window.context.workspace.current
    assert current is not None
    assert current.path == RATES
    assert not window.palette_panel.widget.isVisible()


def test_escape_closes_the_palette_and_gives_the_keyboard_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.posts.focus()
    before = window.focusWidget()
    window.show_palette()
    line = window.palette_panel.widget.findChild(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.focusWidget() is before


def test_tabs_are_reached_by_key(window: MainWindow) -> None:
    window.context.actions.run("tab-problems")
    assert window.editor.tab == "problems"


def test_check_folder_leads_to_the_problems(window: MainWindow) -> None:
    window.context.navigation.go_to_post(FORD)
    window.context.actions.run("check-folder")
    catalogue = window.context.workspace.catalogue
    assert catalogue.id_of(RAIL) in window.context.listing.rows
    assert FORD in catalogue


def test_theme_is_chosen_and_remembered(window: MainWindow) -> None:
    window.context.actions.run("theme-dark")
    assert window.context.theme.dark
    assert window.context.settings.text("window/theme") == "dark"
