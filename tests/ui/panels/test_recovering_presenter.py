"""What the editor is told about unsaved work, and what the buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from reviewer.desk.journal.journal import Journal
from reviewer.desk.journal.work import Place
from reviewer.document.edits import Span, TextEdit
from reviewer.document.post import Post
from reviewer.ui.panels.recovering.presenter import Line, RecoveringPresenter, Shown
from reviewer.ui.settings import Settings
from tests.support.shell import FORD, RATES, SITE, Desk
from tests.support.sites import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reviewer.ui.panels.changes.rows import Row


class View:
    """Keeps what was shown last."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.chosen = -1
        self.shown = Shown("", "", True)
        self.rows: list[Row] = []
        self.finished = False

    def show_lines(self, lines: Sequence[Line], chosen: int) -> None:
        self.lines, self.chosen = list(lines), chosen

    def show_chosen(self, shown: Shown) -> None:
        self.shown = shown

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows = list(rows)

    def finish(self) -> None:
        self.finished = True


class Table:
    """A desk after a crash, with the dialog's presenter."""

    def __init__(self, folder: Path) -> None:
        self.root = write_site(folder / "economy", SITE)
        self.other = write_site(folder / "other", SITE)
        self._leave(folder / "journal")
        self.journal = Journal(folder / "journal")
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.desk = Desk(self.root, Settings(store), journal=self.journal)
        self.desk.shell.open_folder(self.root)
        self.view = View()
        shell = self.desk.shell
        self.presenter = RecoveringPresenter(
            self.desk.context, shell.recovering, self.view, shell.open_folder
        )
        self.presenter.show()

    def _leave(self, journals: Path) -> None:
        journal = Journal(journals)
        for root, path in ((self.other, FORD), (self.root, FORD), (self.root, RATES)):
            saved = Post.from_bytes(SITE[path].encode())
            end = len(saved.text)
            typed = saved.with_edits([TextEdit(Span(end, end), "More.\n")])
            journal.note(Place(str(root), path), saved, typed, path)
        assert journal.flush()
        journal.close()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Three posts with unsaved work, one of them in another folder."""
    table = Table(tmp_path)
    yield table
    table.desk.shell.recovering.close()


def test_posts_of_the_open_folder_come_first(table: Table) -> None:
    assert [line.title for line in table.view.lines] == [RATES, FORD, FORD]
    assert "other" in table.view.lines[2].about
    assert table.view.lines[2].path == str(table.other / FORD)


def test_the_difference_to_the_file_is_shown_and_offers_no_revert(table: Table) -> None:
    assert [row.text for row in table.view.rows if row.kind == "added"] == ["More."]
    assert not any(row.leads for row in table.view.rows)


def test_a_fold_opens(table: Table) -> None:
    (fold,) = (row.fold for row in table.view.rows if row.kind == "fold")
    table.presenter.unfold(fold)
    assert not any(row.kind == "fold" for row in table.view.rows)


def test_restoring_takes_the_post_off_the_list(table: Table) -> None:
    table.presenter.act()
    assert [line.title for line in table.view.lines] == [FORD, FORD]
    assert table.desk.current.post.body.endswith("More.\n")


def test_work_in_another_folder_offers_to_open_that(table: Table) -> None:
    table.presenter.choose(2)
    assert table.view.shown.action == "Open that folder"
    assert str(table.other) in table.view.shown.says
    table.presenter.act()
    assert table.view.finished
    assert table.desk.workspace.folder is not None
    assert table.desk.workspace.folder.root == table.other
    assert len(table.desk.shell.recovering.offers) == 3


def test_restoring_all_restores_those_of_the_open_folder(table: Table) -> None:
    table.presenter.restore_all()
    assert {post.path for post in table.desk.workspace.dirty_posts()} == {FORD, RATES}
    assert len(table.view.lines) == 1


def test_the_dialog_ends_with_the_last_post(table: Table) -> None:
    for _ in range(3):
        table.presenter.discard()
    assert table.view.finished
    assert not table.desk.workspace.dirty_posts()
