"""What the window does about changes that other programs make, told by a scripted librarian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.document.operations import SetValue
from reviewer.site.index.messages import Away, Slow, Touched
from tests.support.inline_tasks import InlineTasks
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import FORD, RATES, Desk, make_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class LateTasks(InlineTasks):
    """Reads files when it is asked to, and hands them over when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self._read: list[Callable[[], None]] = []

    def run(
        self,
        key: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Keep the answer of those who look at a file."""
        if not key.startswith("look at"):
            super().run(key, work, done, failed)
            return
        answer = work()
        self._read.append(lambda: done(answer))

    def arrive(self) -> None:
        """Hand over what was read, and what is read then."""
        while self._read:
            self._read.pop()()


@pytest.fixture
def librarian() -> ScriptedLibrarian:
    return ScriptedLibrarian()


@pytest.fixture
def desk(tmp_path: Path, librarian: ScriptedLibrarian) -> Desk:
    """A desk on which a post is shown."""
    made = make_desk(tmp_path, librarian=librarian)
    made.shell.open_folder(made.root)
    made.show(FORD)
    return made


def rewrite(desk: Desk, path: str = FORD) -> None:
    """Another program gives the post another title."""
    (desk.root / path).write_bytes(desk.on_disk(path).replace(b"title: ", b"title: Their "))


def test_a_post_without_edits_shows_what_its_file_says_now(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    rewrite(desk)
    librarian.tell(Touched((FORD,)))
    assert desk.current.post.data["title"] == "Their Ford talks"
    assert not desk.current.is_dirty


@pytest.mark.parametrize("places", [("_posts",), ()])
def test_changes_of_a_folder_or_of_everything_are_changes_of_the_post(
    desk: Desk, librarian: ScriptedLibrarian, places: tuple[str, ...]
) -> None:
    rewrite(desk)
    librarian.tell(Touched(places))
    assert desk.current.post.data["title"] == "Their Ford talks"


def test_changes_elsewhere_do_not_concern_the_post(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    rewrite(desk)
    librarian.tell(Touched((RATES, "_drafts")))
    assert desk.current.post.data["title"] == "Ford talks"


def test_a_post_with_edits_keeps_them(desk: Desk, librarian: ScriptedLibrarian) -> None:
    desk.current.edit(SetValue(("title",), "Mine"), label="Title")
    rewrite(desk)
    librarian.tell(Touched((FORD,)))
    assert desk.current.post.data["title"] == "Mine"
    assert desk.current.saved.data["title"] == "Ford talks"


def test_a_file_that_was_only_touched_adds_nothing_to_undo(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Touched((FORD,)))
    assert not desk.current.can_undo


def test_a_file_that_is_gone_leaves_the_post_as_it_is(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    (desk.root / FORD).unlink()
    librarian.tell(Touched((FORD,)))
    assert desk.current.post.data["title"] == "Ford talks"
    assert desk.answers.errors == []


def test_what_was_read_before_a_save_is_not_shown_after_it(
    tmp_path: Path, librarian: ScriptedLibrarian
) -> None:
    tasks = LateTasks()
    desk = make_desk(tmp_path, tasks, librarian)
    desk.shell.open_folder(desk.root)
    desk.show(FORD)
    librarian.tell(Touched((FORD,)))
    desk.current.edit(SetValue(("title",), "Mine"), label="Title")
    desk.workspace.save(desk.current)
    tasks.arrive()
    assert desk.current.post.data["title"] == "Mine"
    assert desk.current.undo_label == "Title"


def test_a_folder_that_is_away_is_said_until_it_is_back(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    told: list[str] = []
    desk.shell.disk_changes.trouble_changed.connect(told.append)
    librarian.tell(Away("The folder cannot be reached."), Away("The folder cannot be reached."))
    assert told == ["The folder cannot be reached."]
    rewrite(desk)
    librarian.tell(Away("", back=True))
    assert told[-1] == ""
    assert desk.notices == ["The folder is there again."]
    assert desk.current.post.data["title"] == "Their Ford talks"


def test_late_changes_are_said_until_they_are_told_again(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Slow("the limit is reached"))
    assert "the limit is reached" in desk.shell.disk_changes.trouble
    librarian.tell(Slow(""))
    assert desk.shell.disk_changes.trouble == ""


def test_another_folder_begins_without_trouble(desk: Desk, librarian: ScriptedLibrarian) -> None:
    librarian.tell(Slow("the limit is reached"))
    desk.shell.open_folder(desk.root)
    assert desk.shell.disk_changes.trouble == ""
