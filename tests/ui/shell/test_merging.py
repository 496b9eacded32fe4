"""Posts that somebody else changes while they are being edited, told by a scripted librarian."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.merging import Meeting
from reviewer.document.edits import Span, TextEdit
from reviewer.document.merge import Choice
from reviewer.document.operations import SetValue
from reviewer.document.post import Post
from reviewer.site.index.messages import Away, Gone, Moved, Row, Rows, Touched
from reviewer.ui.flows.merging import Blended, Missing
from tests.support.held_tasks import HeldTasks
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import FORD, SITE, Desk, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.flows.merging import Standing

SAVED = SITE[FORD].encode()
MOVED = "_posts/2026-02-01-xiaomi.md"


@pytest.fixture
def librarian() -> ScriptedLibrarian:
    return ScriptedLibrarian()


@pytest.fixture
def desk(tmp_path: Path, librarian: ScriptedLibrarian) -> Desk:
    """A desk on which a post is shown."""
    made = make_desk(tmp_path, librarian=librarian)
    made.shell.open_folder(made.root)
    librarian.tell(Rows((Row(1, FORD, "Ford talks"),), 1, 1))
    made.show(FORD)
    return made


def rewrite(desk: Desk, librarian: ScriptedLibrarian, old: str, new: str) -> bytes:
    """Another program changes the post; what it wrote."""
    data = desk.on_disk(FORD).replace(old.encode(), new.encode())
    (desk.root / FORD).write_bytes(data)
    librarian.tell(Touched((FORD,)))
    return data


def retitle(desk: Desk, title: str = "Mine") -> None:
    desk.current.edit(SetValue(("title",), title), label="Title")


def standing(desk: Desk) -> Standing | None:
    return desk.shell.merging.standing(desk.current)


def contest(desk: Desk, librarian: ScriptedLibrarian) -> None:
    """Both give the post another title."""
    retitle(desk)
    rewrite(desk, librarian, "Ford talks", "Theirs")


def test_changes_of_different_fields_stand_together(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    retitle(desk)
    theirs = rewrite(desk, librarian, "News", "Policy")
    assert desk.current.post.to_bytes() == theirs.replace(b"Ford talks", b"Mine")
    assert desk.current.saved.to_bytes() == theirs
    assert desk.current.is_dirty
    assert isinstance(standing(desk), Blended)


def test_what_was_merged_can_be_saved(desk: Desk, librarian: ScriptedLibrarian) -> None:
    retitle(desk)
    theirs = rewrite(desk, librarian, "News", "Policy")
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == theirs.replace(b"Ford talks", b"Mine")
    assert standing(desk) is None


def test_what_a_save_merged_is_said_until_the_next_save(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    retitle(desk)
    (desk.root / FORD).write_bytes(SAVED.replace(b"News", b"Policy"))
    desk.shell.saving.save_current()
    librarian.tell(Touched((FORD,)))
    assert isinstance(standing(desk), Blended)
    retitle(desk, "Mine too")
    desk.shell.saving.save_current()
    assert standing(desk) is None


def test_the_same_change_on_both_sides_leaves_nothing_to_save(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    retitle(desk)
    rewrite(desk, librarian, "Ford talks", "Mine")
    assert not desk.current.is_dirty


def test_undo_takes_theirs_out_and_says_what_saving_would_do(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    retitle(desk)
    rewrite(desk, librarian, "News", "Policy")
    desk.current.undo()
    assert desk.current.post.to_bytes() == SAVED.replace(b"Ford talks", b"Mine")
    blended = standing(desk)
    assert isinstance(blended, Blended)
    assert blended.undone
    desk.current.redo()
    blended = standing(desk)
    assert isinstance(blended, Blended)
    assert not blended.undone
    assert desk.current.post.data["category"] == "Policy"


def test_all_undone_is_the_text_as_it_was_opened(desk: Desk, librarian: ScriptedLibrarian) -> None:
    retitle(desk)
    rewrite(desk, librarian, "News", "Policy")
    desk.current.undo()
    desk.current.undo()
    assert desk.current.post.to_bytes() == SAVED


def test_what_both_changed_waits_for_the_editor(desk: Desk, librarian: ScriptedLibrarian) -> None:
    contest(desk, librarian)
    assert isinstance(standing(desk), Meeting)
    assert desk.current.post.data["title"] == "Mine"
    assert not desk.shell.merging.settle(desk.current)
    assert desk.on_disk(FORD) == SAVED.replace(b"Ford talks", b"Theirs")


@pytest.mark.parametrize(
    ("choice", "title"),
    [(Choice.MINE, "Mine"), (Choice.THEIRS, "Theirs"), (Choice.BASE, "Ford talks")],
)
def test_the_decision_is_written(
    desk: Desk, librarian: ScriptedLibrarian, choice: Choice, title: str
) -> None:
    contest(desk, librarian)
    desk.shell.merging.choose(desk.current, 0, choice)
    desk.shell.saving.save_merged(desk.current)
    assert desk.on_disk(FORD) == SAVED.replace(b"Ford talks", title.encode())
    assert not desk.current.is_dirty
    assert standing(desk) is None


def test_the_decision_holds_for_what_is_typed_afterwards(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    contest(desk, librarian)
    desk.shell.merging.choose(desk.current, 0, Choice.MINE)
    retitle(desk, "Mine at last")
    desk.current.edit(SetValue(("category",), "Markets"), label="Category")
    desk.shell.saving.save_merged(desk.current)
    expected = SAVED.replace(b"Ford talks", b"Mine at last").replace(b"News", b"Markets")
    assert desk.on_disk(FORD) == expected


def test_a_third_version_on_disk_meets_the_same_editor(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    contest(desk, librarian)
    desk.shell.merging.choose(desk.current, 0, Choice.MINE)
    theirs = rewrite(desk, librarian, "News", "Policy")
    meeting = standing(desk)
    assert isinstance(meeting, Meeting)
    assert meeting.left == 0
    desk.shell.saving.save_merged(desk.current)
    assert desk.on_disk(FORD) == theirs.replace(b"Theirs", b"Mine")


def test_a_change_taken_back_on_disk_needs_no_decision(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    contest(desk, librarian)
    rewrite(desk, librarian, "Theirs", "Ford talks")
    assert standing(desk) is None
    assert desk.current.post.data["title"] == "Mine"


def test_what_is_typed_while_texts_are_merged_is_merged_too(
    tmp_path: Path, librarian: ScriptedLibrarian
) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks, librarian)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk)
    (desk.root / FORD).write_bytes(SAVED.replace(b"News", b"Policy"))
    librarian.tell(Touched((FORD,)))
    tasks.step()
    end = len(desk.current.post.text)
    desk.current.edit_text([TextEdit(Span(end, end), "More.\n")], label="Typing")
    tasks.finish()
    expected = SAVED.replace(b"Ford talks", b"Mine").replace(b"News", b"Policy") + b"More.\n"
    assert desk.current.post.to_bytes() == expected


def test_a_deleted_post_is_said_to_be_gone(desk: Desk, librarian: ScriptedLibrarian) -> None:
    (desk.root / FORD).unlink()
    librarian.tell(Touched((FORD,)), Gone(array("I", [1])))
    missing = standing(desk)
    assert isinstance(missing, Missing)
    assert missing.gone
    assert desk.current.post.to_bytes() == SAVED


def test_a_deleted_post_with_edits_keeps_them(desk: Desk, librarian: ScriptedLibrarian) -> None:
    retitle(desk)
    (desk.root / FORD).unlink()
    librarian.tell(Touched((FORD,)), Gone(array("I", [1])))
    desk.shell.saving.overwrite(desk.current)
    assert desk.on_disk(FORD) == SAVED.replace(b"Ford talks", b"Mine")
    assert standing(desk) is None


def test_a_deleted_post_without_edits_can_be_kept(desk: Desk, librarian: ScriptedLibrarian) -> None:
    (desk.root / FORD).unlink()
    librarian.tell(Gone(array("I", [1])))
    desk.shell.saving.overwrite(desk.current)
    assert desk.on_disk(FORD) == SAVED


def test_a_deleted_post_that_comes_back_is_as_usual(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    (desk.root / FORD).unlink()
    librarian.tell(Gone(array("I", [1])))
    (desk.root / FORD).write_bytes(SAVED)
    librarian.tell(Touched((FORD,)))
    assert standing(desk) is None


def test_a_moved_post_is_not_said_to_be_gone(desk: Desk, librarian: ScriptedLibrarian) -> None:
    retitle(desk)
    told: list[Standing | None] = []
    desk.shell.merging.changed.connect(lambda post: told.append(desk.shell.merging.standing(post)))
    (desk.root / FORD).rename(desk.root / MOVED)
    librarian.tell(Touched((FORD, MOVED)), Moved(1, MOVED))
    assert told == []
    assert desk.current.path == MOVED
    desk.shell.saving.save_current()
    assert desk.on_disk(MOVED) == SAVED.replace(b"Ford talks", b"Mine")


def test_a_post_moved_and_changed_is_merged_where_it_lies(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    retitle(desk)
    (desk.root / FORD).unlink()
    (desk.root / MOVED).write_bytes(SAVED.replace(b"News", b"Policy"))
    librarian.tell(Moved(1, MOVED))
    assert desk.current.post.data["category"] == "Policy"
    assert desk.current.post.data["title"] == "Mine"


def test_a_folder_in_the_files_place_is_said(desk: Desk, librarian: ScriptedLibrarian) -> None:
    (desk.root / FORD).unlink()
    (desk.root / FORD).mkdir()
    librarian.tell(Touched((FORD,)))
    missing = standing(desk)
    assert isinstance(missing, Missing)
    assert "folder stands" in missing.what
    assert desk.current.post.to_bytes() == SAVED


def test_a_folder_that_is_away_makes_no_post_gone(desk: Desk, librarian: ScriptedLibrarian) -> None:
    retitle(desk)
    elsewhere = desk.root.with_name("elsewhere")
    desk.root.rename(elsewhere)
    librarian.tell(Touched(()), Away("The folder cannot be reached."))
    assert standing(desk) is None
    assert desk.current.post.data["title"] == "Mine"
    elsewhere.rename(desk.root)
    librarian.tell(Away("", back=True))
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == SAVED.replace(b"Ford talks", b"Mine")


def test_unsaved_work_of_a_former_run_is_merged_with_what_the_file_says_now(desk: Desk) -> None:
    base = Post.from_bytes(SAVED.replace(b"category: News", b"category: Old"))
    mine = Post.from_bytes(SAVED.replace(b"category: News", b"category: Old") + b"More.\n")
    desk.shell.merging.restore(desk.current, base, mine)
    assert desk.current.post.to_bytes() == SAVED + b"More.\n"
    assert desk.current.is_dirty
    desk.shell.saving.save_current()
    assert desk.on_disk(FORD) == SAVED + b"More.\n"


def test_unsaved_work_that_contradicts_the_file_waits_for_the_editor(desk: Desk) -> None:
    base = Post.from_bytes(SAVED.replace(b"Ford talks", b"Old"))
    mine = Post.from_bytes(SAVED.replace(b"Ford talks", b"Mine"))
    desk.shell.merging.restore(desk.current, base, mine)
    assert isinstance(standing(desk), Meeting)
    assert desk.current.post.data["title"] == "Mine"


def test_unsaved_work_comes_back_as_it_was_where_the_file_is_the_same(desk: Desk) -> None:
    mine = Post.from_bytes(SAVED.replace(b"Ford talks", b"Mine"))
    desk.shell.merging.restore(desk.current, Post.from_bytes(SAVED), mine)
    assert desk.current.post.to_bytes() == mine.to_bytes()
    assert desk.current.is_dirty
    assert standing(desk) is None


def test_a_save_that_waits_for_a_merge_looks_again_where_the_file_is_another_by_then(
    tmp_path: Path, librarian: ScriptedLibrarian
) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks, librarian)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    desk.context.navigation.go_to_post(FORD)
    tasks.finish()
    retitle(desk)
    saved: list[bool] = []
    first = SAVED.replace(b"News", b"Policy")
    (desk.root / FORD).write_bytes(first)
    desk.shell.saving.save([desk.current], lambda: saved.append(True))
    while not tasks.is_busy(f"merge to save {FORD}"):
        tasks.step()
    second = first + b"Theirs.\n"
    (desk.root / FORD).write_bytes(second)
    theirs = desk.workspace.load(FORD)
    desk.current.take_over(desk.current.post, theirs.post, theirs.digest, label="Merge")
    tasks.finish()
    assert saved
    assert b"title: Mine" in desk.on_disk(FORD)
    assert not desk.current.is_dirty
