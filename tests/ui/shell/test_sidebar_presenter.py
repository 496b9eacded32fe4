"""The lines of the sidebar and what picking one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.messages import (
    ALONE,
    FIELD,
    FOLDER,
    STATE,
    Choice,
    Group,
    Read,
    Row,
    Rows,
    Scope,
)
from reviewer.ui.panels.sidebar.presenter import SHOWN, SidebarPresenter
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import DRAFT, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk


@pytest.fixture
def sidebar(desk: Desk) -> SidebarPresenter:
    return SidebarPresenter(desk.context)


def lines(sidebar: SidebarPresenter) -> dict[str, int]:
    return {row.label: row.count for row in sidebar.rows}


def pick(sidebar: SidebarPresenter, label: str) -> None:
    sidebar.pick(next(i for i, row in enumerate(sidebar.rows) if row.label == label))


def test_queues_and_folders_count_posts(sidebar: SidebarPresenter) -> None:
    found = lines(sidebar)
    assert found["All posts"] == 4
    assert found["Problems"] == 2
    assert found["Drafts"] == 1
    assert (found["_posts"], found["_drafts"]) == (3, 1)


def test_nothing_is_offered_before_a_folder_is_open(newcomer: Desk) -> None:
    assert SidebarPresenter(newcomer.context).rows == ()


def test_picking_a_line_narrows_the_list(desk: Desk, sidebar: SidebarPresenter) -> None:
    pick(sidebar, "_drafts")
    assert desk.listed == [DRAFT]
    assert sidebar.rows[sidebar.selected].label == "_drafts"


def test_a_long_group_folds_and_unfolds(tmp_path: Path) -> None:
    count = SHOWN + 4
    names = [f"author-{number}" for number in range(count)]
    librarian = ScriptedLibrarian()
    choices = (Choice(Scope(FIELD, "author", name), name, 2) for name in names)
    librarian.groups = (Group("Author", tuple(choices)),)
    desk = make_desk(tmp_path, librarian=librarian)
    sidebar = SidebarPresenter(desk.context)
    desk.shell.open_folder(desk.root)
    librarian.tell(Rows((Row(1, "a.md"),), 1, 1), Read())
    shown = sum(label.startswith("author-") for label in lines(sidebar))
    assert shown == SHOWN
    pick(sidebar, f"{count - SHOWN} more…")
    assert sum(label.startswith("author-") for label in lines(sidebar)) == count
    pick(sidebar, "Show fewer")
    assert sum(label.startswith("author-") for label in lines(sidebar)) == SHOWN


@pytest.mark.parametrize(
    ("choice", "label"),
    [
        (Choice(Scope(STATE, "draft"), "Drafts", 1), "Drafts"),
        (Choice(Scope(FOLDER, "blog/en", ALONE), "en", 1), "directly in en"),
        (Choice(Scope(FOLDER, "", ALONE), "site", 1), "site"),
        (Choice(Scope(FIELD, "author", ""), "", 1), "(empty)"),
    ],
)
def test_a_choice_is_called(tmp_path: Path, choice: Choice, label: str) -> None:
    librarian = ScriptedLibrarian()
    librarian.groups = (Group("Group", (choice,)),)
    desk = make_desk(tmp_path, librarian=librarian)
    sidebar = SidebarPresenter(desk.context)
    desk.shell.open_folder(desk.root)
    librarian.tell(Rows((Row(1, "a.md"),), 1, 1), Read())
    assert [row.label for row in sidebar.rows if row.scope == choice.scope] == [label]


def test_counting_again_without_change_tells_nobody(sidebar: SidebarPresenter) -> None:
    told: list[None] = []
    sidebar.changed.connect(told.append)
    sidebar.refresh()
    assert not told
