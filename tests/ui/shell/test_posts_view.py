"""The list on screen: rows, keys, selection, filter line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from reviewer.document.operations import SetValue
from reviewer.site.index.messages import Opened, Read, Rows
from reviewer.ui.panels.posts.panel import PostsPanel
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import DRAFT, FORD, RAIL, RATES
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reviewer.ui.panels.posts.table import PostsTable
    from reviewer.ui.panels.posts.view import PostsView
    from reviewer.ui.theme.theme import Theme
    from tests.support.shell import Desk

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Bench:
    """The list of the site, shown."""

    def __init__(self, qtbot: QtBot, desk: Desk, theme: Theme) -> None:
        desk.context.theme = theme
        self.desk = desk
        self.panel = PostsPanel(desk.context)
        self.view: PostsView = self.panel.widget
        self.table: PostsTable = self.view.table
        qtbot.addWidget(self.view)
        self.view.resize(316, 500)
        with qtbot.waitExposed(self.view):
            self.view.show()

    @property
    def selected(self) -> list[str]:
        """The paths of the selected posts, as whoever edits many of them gets them."""
        catalogue = self.desk.workspace.catalogue
        return list(map(catalogue.path, self.desk.context.selection.ids))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.table, key, modifiers)

    def height(self, row: int) -> int:
        return self.table.visualRect(self.table.model().index(row, 0)).height()


@pytest.fixture
def bench(qtbot: QtBot, desk: Desk, theme: Theme) -> Bench:
    return Bench(qtbot, desk, theme)


def click(bench: Bench, path: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    row = bench.table.model().index(bench.desk.listed.index(path), 0)
    spot = bench.table.visualRect(row).center()
    QTest.mouseClick(bench.table.viewport(), Qt.MouseButton.LeftButton, modifiers, spot)


def test_down_shows_the_next_post(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    assert bench.desk.current.path == FORD


def test_shift_selects_several(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down, SHIFT)
    bench.press(Qt.Key.Key_Down, SHIFT)
    assert bench.selected == [RAIL, FORD, RATES]


def test_selected_posts_stay_selected_in_another_order(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down, SHIFT)
    bench.desk.context.listing.show_order("oldest")
    assert set(bench.selected) == {RAIL, FORD}


def test_everything_is_selected_at_once_and_stays_so(bench: Bench) -> None:
    bench.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bench.selected == [RAIL, FORD, RATES, DRAFT]
    bench.desk.context.listing.show_order("oldest")
    assert bench.selected == bench.desk.listed


def test_rows_picked_here_and_there_stay_selected_in_another_order(bench: Bench) -> None:
    click(bench, FORD)
    click(bench, DRAFT, Qt.KeyboardModifier.ControlModifier)
    assert bench.selected == [FORD, DRAFT]
    bench.desk.context.listing.show_order("title")
    assert bench.selected == [DRAFT, FORD]


def test_a_selected_post_that_is_filtered_out_is_selected_no_more(bench: Bench) -> None:
    bench.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.desk.context.listing.show_query("ford")
    assert bench.selected == [FORD]


def test_the_selection_is_told_when_it_changes_and_only_then(bench: Bench) -> None:
    told: list[None] = []
    bench.desk.context.selection.changed.connect(told.append)
    bench.press(Qt.Key.Key_Down)
    assert len(told) == 1
    bench.desk.context.listing.refresh()
    assert len(told) == 1


def test_the_last_and_the_first_key_go_to_the_ends(bench: Bench) -> None:
    bench.press(Qt.Key.Key_End)
    assert bench.desk.current.path == DRAFT
    bench.press(Qt.Key.Key_Home)
    assert bench.desk.current.path == RAIL


def test_typing_letters_goes_to_the_next_title_that_begins_so(bench: Bench) -> None:
    QTest.keyClicks(bench.table, "rat")
    assert bench.desk.current.path == RATES


def test_rows_keep_their_place_in_sight_when_others_come_above(bench: Bench) -> None:
    new = {f"old-{number}.md": post("title: Old\ndate: 2001-01-01") for number in range(40)}
    write_site(bench.desk.root / "_posts", new)
    bench.desk.shell.reading.reload()
    bench.table.verticalScrollBar().setValue(bench.table.verticalScrollBar().maximum() // 2)
    top = bench.table.rowAt(0)
    seen, place = bench.desk.listed[top], bench.table.rowViewportPosition(top)
    write_site(bench.desk.root / "_posts", {"new.md": post("title: New\ndate: 2027-01-01")})
    bench.desk.shell.reading.reload()
    assert bench.desk.listed[bench.table.rowAt(0)] == seen
    assert bench.table.rowViewportPosition(bench.table.rowAt(0)) == place


def test_a_post_shown_from_elsewhere_is_marked(bench: Bench) -> None:
    bench.desk.context.navigation.go_to_post(RATES)
    assert bench.selected == [RATES]


def test_marking_a_post_opens_nothing(bench: Bench) -> None:
    asked: list[str] = []
    bench.desk.context.navigation.post_requested.connect(asked.append)
    bench.desk.context.navigation.go_to_post(RATES)
    assert asked == [RATES]


def test_the_keyboard_alone_opens_no_post(bench: Bench) -> None:
    bench.desk.workspace.close_current()
    asked: list[str] = []
    bench.desk.context.navigation.post_requested.connect(asked.append)
    bench.view.activateWindow()
    bench.view.filter.setFocus()
    bench.table.setCurrentIndex(bench.table.rootIndex())
    bench.panel.focus()
    assert not asked
    bench.press(Qt.Key.Key_Down)
    assert asked == [RAIL]


def test_the_current_row_stays_in_sight_when_rows_come_before_it(bench: Bench) -> None:
    bench.desk.context.navigation.go_to_post(FORD)
    new = {f"new-{number}.md": post("title: New\ndate: 2027-01-01") for number in range(40)}
    write_site(bench.desk.root / "_posts", new)
    bench.desk.shell.reading.reload()
    row = bench.table.visualRect(bench.table.currentIndex())
    assert bench.table.viewport().rect().contains(row.center())
    assert bench.selected == [FORD]


def test_filter_line_narrows_and_escape_brings_all_back(bench: Bench) -> None:
    bench.panel.focus_filter()
    QTest.keyClicks(bench.view.filter, "category:News")
    assert set(bench.desk.listed) == {RAIL, FORD}
    QTest.keyClick(bench.view.filter, Qt.Key.Key_Escape)
    assert len(bench.desk.listed) == 4
    assert not bench.view.filter.isVisible()


def test_the_find_key_in_the_list_opens_the_filter_line(bench: Bench) -> None:
    bench.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert bench.view.filter.isVisible()


def test_down_leads_from_the_filter_line_to_the_rows(bench: Bench, qtbot: QtBot) -> None:
    bench.view.activateWindow()
    bench.panel.focus_filter()
    qtbot.waitUntil(bench.view.filter.hasFocus)
    QTest.keyClick(bench.view.filter, Qt.Key.Key_Down)
    assert bench.table.hasFocus()


def test_a_filter_set_elsewhere_is_seen(bench: Bench) -> None:
    bench.desk.context.listing.show_query("ford")
    assert bench.view.filter.isVisible()
    assert bench.view.filter.text() == "ford"


def test_nothing_that_matches_says_so(bench: Bench) -> None:
    bench.desk.context.listing.show_query("nothing like it")
    assert bench.view.empty.accessibleName() == "Nothing matches"
    assert not bench.table.isVisible()


def test_a_row_speaks_for_a_screen_reader(bench: Bench) -> None:
    index = bench.table.model().index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ford talks, 1 Feb 2026 · News, clear"


def test_a_long_title_takes_two_lines_and_no_more(bench: Bench) -> None:
    one = bench.height(0)
    bench.desk.current.edit(SetValue(("title",), "A long title goes on " * 3), label="Title")
    two = bench.height(0)
    bench.desk.current.edit(SetValue(("title",), "A long title goes on " * 20), label="Title")
    assert one < two == bench.height(0)


def test_a_narrow_list_breaks_titles_elsewhere(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.current.edit(SetValue(("title",), "Rail freight strike ends"), label="Title")
    one = bench.height(0)
    bench.view.resize(160, 500)
    qtbot.waitUntil(lambda: bench.height(0) > one)


def test_model_keeps_qts_rules(bench: Bench) -> None:
    tester = QAbstractItemModelTester(
        bench.table.model(), QAbstractItemModelTester.FailureReportingMode.Warning
    )
    for query in ("ford", "", "category:News", "nothing", ""):
        bench.desk.context.listing.show_query(query)
    for order in ("title", "path", "newest"):
        bench.desk.context.listing.show_order(order)
    assert tester.model() is bench.table.model()
    assert len(bench.desk.listed) == 4


def test_unsaved_work_puts_a_dot_before_the_title(bench: Bench) -> None:
    bench.desk.context.navigation.go_to_post(DRAFT)
    before = bench.table.viewport().grab().toImage()
    bench.desk.context.navigation.go_to_post(RAIL)
    bench.desk.current.edit(SetValue(("title",), "Rail strike!"), label="Title")
    bench.desk.context.navigation.go_to_post(DRAFT)
    after = bench.table.viewport().grab().toImage()
    dot = bench.table.visualRect(bench.table.model().index(0, 0)).topLeft()
    place = (dot.x() + 15, dot.y() + 18)
    assert before.pixelColor(*place) != after.pixelColor(*place)
    assert after.pixelColor(*place).name() == bench.desk.context.theme.value("accent")


def test_the_open_post_is_marked_again_when_the_index_begins_anew(bench: Bench) -> None:
    folder = bench.desk.workspace.folder
    assert folder is not None
    bench.desk.context.navigation.go_to_post(RATES)
    news = bench.desk.workspace.catalogue.row(bench.desk.id_of(RATES))._replace(id=70)
    bench.desk.workspace.librarian = librarian = ScriptedLibrarian()
    bench.desk.workspace.open_folder(folder)
    librarian.tell(Rows((news,), 1, 1), Read())
    librarian.answer(70)
    bench.desk.context.navigation.go_to_post(RATES)
    librarian.tell(Opened(folder), Rows((news._replace(id=3),), 1, 1), Read())
    librarian.answer(3)
    assert bench.selected == [RATES]
