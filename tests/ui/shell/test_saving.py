"""Saving from the window: what reaches the disk, and when the editor is asked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.merging import Meeting
from reviewer.document.merge import Choice
from reviewer.document.operations import SetValue
from reviewer.site.index.messages import Moved, Row, Rows
from reviewer.site.storage import LARGEST, StorageError
from reviewer.ui.prompts import GoneAnswer, SaveAnswer
from tests.support.held_tasks import HeldTasks
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import FORD, RAIL, RATES, SITE, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk

THEIRS = b"---\ntitle: Theirs\n---\n"


def retitle(desk: Desk, path: str, title: str) -> None:
    desk.show(path).edit(SetValue(("title",), title), label="Title")


def change_on_disk(desk: Desk, theirs: bytes = THEIRS) -> None:
    """Edit a post that somebody else writes meanwhile, and save."""
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).write_bytes(theirs)
    desk.shell.saving.save_current()


def test_save_writes_the_edit_and_nothing_else(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == SITE[FORD].replace("Ford talks", "Mine").encode()
    assert not desk.current.is_dirty


def test_save_all_writes_every_changed_post(desk: Desk) -> None:
    retitle(desk, FORD, "A")
    retitle(desk, RATES, "B")
    desk.shell.saving.save_all()
    assert b"title: A\n" in desk.on_disk(FORD)
    assert b"title: B\n" in desk.on_disk(RATES)
    assert not desk.workspace.dirty_posts()


def test_a_post_changed_elsewhere_on_disk_is_merged_and_saved(desk: Desk) -> None:
    change_on_disk(desk, SITE[FORD].replace("News", "Policy").encode())
    both = SITE[FORD].replace("News", "Policy").replace("Ford talks", "Mine")
    assert desk.on_disk(FORD) == both.encode()
    assert not desk.current.is_dirty


def test_what_contradicts_the_file_on_disk_is_not_written_unasked(desk: Desk) -> None:
    change_on_disk(desk)
    assert desk.on_disk(FORD) == THEIRS
    assert desk.current.is_dirty
    assert isinstance(desk.shell.merging.standing(desk.current), Meeting)


def test_saving_once_more_waits_for_the_decision(desk: Desk) -> None:
    change_on_disk(desk)
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == THEIRS


def test_saving_after_the_decision_writes_what_was_decided(desk: Desk) -> None:
    change_on_disk(desk)
    desk.shell.merging.choose(desk.current, 0, Choice.MINE)
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == THEIRS.replace(b"Theirs", b"Mine")
    assert not desk.current.is_dirty
    assert desk.shell.merging.standing(desk.current) is None


def test_a_contested_post_comes_into_view_when_all_are_saved(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).write_bytes(THEIRS)
    retitle(desk, RATES, "B")
    desk.shell.saving.save_all()
    assert desk.current.path == FORD


def test_overwrite_writes_mine(desk: Desk) -> None:
    change_on_disk(desk)
    desk.shell.saving.overwrite(desk.current)
    assert b"title: Mine" in desk.on_disk(FORD)
    assert not desk.current.is_dirty
    assert desk.shell.merging.standing(desk.current) is None


def test_taking_theirs_can_be_undone(desk: Desk) -> None:
    change_on_disk(desk)
    desk.shell.saving.take_theirs(desk.current)
    assert desk.current.post.to_bytes() == THEIRS
    assert not desk.current.is_dirty
    desk.current.undo()
    assert desk.current.post.data["title"] == "Mine"


def test_saving_beside_writes_mine_beside_theirs(desk: Desk) -> None:
    change_on_disk(desk)
    desk.shell.saving.save_beside(desk.current, alone=False)
    copies = [
        path for path in (desk.root / "_posts").iterdir() if b"title: Mine" in path.read_bytes()
    ]
    assert len(copies) == 1
    assert desk.on_disk(FORD) == THEIRS
    assert desk.current.post.to_bytes() == THEIRS
    assert copies[0].name in desk.notices[-1]


def test_a_deleted_post_is_told_as_such(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).unlink()
    desk.shell.saving.save_current()
    assert desk.answers.gone == ["Mine"]


def test_a_deleted_post_is_saved_again_with_its_folder(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    shutil.rmtree(desk.root / "_posts")
    desk.answers.on_gone = GoneAnswer.SAVE_AGAIN
    desk.shell.saving.save_current()
    assert b"title: Mine" in desk.on_disk(FORD)
    assert not desk.current.is_dirty


def test_a_folder_that_is_away_is_not_made_anew(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    shutil.rmtree(desk.root)
    desk.shell.saving.overwrite(desk.current)
    assert not desk.root.exists()
    assert desk.answers.errors
    assert desk.current.is_dirty


def test_a_deleted_post_saved_beside_goes_on_under_its_new_name(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).unlink()
    desk.answers.on_gone = GoneAnswer.SAVE_BESIDE
    gone: list[bool] = []
    desk.answers.on_unsaved = SaveAnswer.SAVE
    desk.shell.saving.leave(lambda: gone.append(True))
    assert gone
    assert not desk.answers.errors
    assert desk.current.path != FORD
    assert b"title: Mine" in desk.on_disk(desk.current.path)
    assert desk.current.path in desk.workspace.catalogue
    assert FORD not in desk.workspace.catalogue
    assert not desk.workspace.dirty_posts()


def test_a_deleted_post_edited_while_it_is_saved_beside_stays_unsaved(tmp_path: Path) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk, FORD, "One")
    (desk.root / FORD).unlink()
    desk.answers.on_gone = GoneAnswer.SAVE_BESIDE
    desk.shell.saving.save_current()
    desk.current.edit(SetValue(("title",), "Two"), label="Title")
    tasks.finish()
    assert desk.current.path == FORD
    assert desk.current.is_dirty


@pytest.mark.parametrize(
    ("answer", "left", "saved"),
    [
        (SaveAnswer.SAVE, True, True),
        (SaveAnswer.DISCARD, True, False),
        (SaveAnswer.CANCEL, False, False),
    ],
)
def test_leaving_asks_about_unsaved_posts(
    desk: Desk, answer: SaveAnswer, left: bool, saved: bool
) -> None:
    retitle(desk, FORD, "Mine")
    desk.answers.on_unsaved = answer
    gone: list[bool] = []
    desk.shell.saving.leave(lambda: gone.append(True))
    assert desk.answers.unsaved == [("Mine",)]
    assert bool(gone) is left
    assert (b"Mine" in desk.on_disk(FORD)) is saved


def test_posts_of_the_same_title_are_told_apart_by_their_paths(desk: Desk) -> None:
    retitle(desk, FORD, "Same")
    retitle(desk, RATES, "Same")
    retitle(desk, RAIL, "Other")
    desk.shell.saving.leave(lambda: None)
    assert desk.answers.unsaved == [(f"Same — {FORD}", f"Same — {RATES}", "Other")]


def test_leaving_with_nothing_unsaved_asks_nothing(desk: Desk) -> None:
    gone: list[bool] = []
    desk.shell.saving.leave(lambda: gone.append(True))
    assert gone
    assert not desk.answers.unsaved


def test_leaving_stays_when_a_save_is_called_off(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).write_bytes(THEIRS)
    desk.answers.on_unsaved = SaveAnswer.SAVE
    gone: list[bool] = []
    desk.shell.saving.leave(lambda: gone.append(True))
    assert not gone
    assert desk.on_disk(FORD) == THEIRS


def test_a_second_save_waits_for_the_first(tmp_path: Path) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk, FORD, "One")
    desk.shell.saving.save_current()
    desk.current.edit(SetValue(("title",), "Two"), label="Title")
    desk.shell.saving.save_current()
    tasks.finish()
    assert b"title: Two" in desk.on_disk(FORD)
    assert not desk.answers.gone
    assert not desk.current.is_dirty


def test_a_disk_that_refuses_is_told(desk: Desk) -> None:
    retitle(desk, FORD, "Mine")
    (desk.root / FORD).unlink()
    (desk.root / FORD).mkdir()
    desk.shell.saving.save_current()
    assert desk.answers.errors
    assert desk.current.is_dirty


@pytest.fixture
def held(tmp_path: Path) -> tuple[Desk, HeldTasks]:
    """A post with an edit that is about to be saved in the background."""
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk, FORD, "Mine")
    return desk, tasks


def test_leaving_goes_on_after_a_save_that_had_to_merge(held: tuple[Desk, HeldTasks]) -> None:
    desk, tasks = held
    desk.shell.saving.save_current()
    desk.answers.on_unsaved = SaveAnswer.SAVE
    gone: list[bool] = []
    desk.shell.saving.leave(lambda: gone.append(True))
    (desk.root / FORD).write_bytes(SITE[FORD].replace("News", "Policy").encode())
    tasks.finish()
    assert gone
    assert b"title: Mine" in desk.on_disk(FORD)
    assert b"Policy" in desk.on_disk(FORD)


def test_overwriting_waits_for_the_save_that_is_under_way(held: tuple[Desk, HeldTasks]) -> None:
    desk, tasks = held
    gone: list[bool] = []
    desk.shell.saving.save([desk.current], lambda: gone.append(True))
    desk.current.edit(SetValue(("title",), "Two"), label="Title")
    desk.shell.saving.overwrite(desk.current)
    tasks.finish()
    assert gone
    assert b"title: Two" in desk.on_disk(FORD)
    assert not desk.current.is_dirty


def test_a_post_that_moves_while_it_is_saved_is_saved_where_it_is(tmp_path: Path) -> None:
    tasks, librarian = HeldTasks(), ScriptedLibrarian()
    desk = make_desk(tmp_path, tasks, librarian)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    librarian.tell(Rows((Row(1, FORD, "Ford talks"),), 1, 1))
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk, FORD, "Mine")
    desk.shell.saving.save_current()
    moved = "_posts/2026-01-01-moved.md"
    (desk.root / FORD).rename(desk.root / moved)
    librarian.tell(Moved(1, moved))
    tasks.finish()
    assert not desk.answers.gone
    assert b"title: Mine" in desk.on_disk(moved)
    assert not (desk.root / FORD).exists()


def test_a_file_too_large_for_a_post_is_left_alone(desk: Desk) -> None:
    big = desk.root / "_posts" / "2026-01-01-big.md"
    with big.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(StorageError, match="too large"):
        desk.workspace.load("_posts/2026-01-01-big.md")
