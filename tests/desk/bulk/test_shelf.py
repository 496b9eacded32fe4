"""Bulk edits are carried out whole or not at all, and taken back as one step."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.desk.bulk import shelf as shelves
from reviewer.desk.bulk import transaction
from reviewer.desk.bulk.intentions import Append, Remove, RenameField, Set
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.transaction import Cancelled, NotPutBack
from reviewer.errors import ReviewerError
from reviewer.site.storage import ChangedOnDisk, StorageError
from tests.support.bulk import HookedDisk, contents, planned, posts_in
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.desk.bulk.planning import Planned

LABEL = "5 posts changed"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    posts_in(folder)
    return folder


@pytest.fixture
def shelf(root: Path, tmp_path: Path) -> Shelf:
    return Shelf(root, state=tmp_path / "state")


def failing(at: str, number: int, error: int = errno.ENOSPC) -> HookedDisk:
    """A disk on which one step fails once."""

    def hook(step: str, count: int) -> None:
        if (step, count) == (at, number):
            raise OSError(error, os.strerror(error))

    return HookedDisk(hook)


def test_all_posts_of_a_plan_are_written(root: Path, shelf: Shelf) -> None:
    outcome = shelf.apply(planned(root).changes(), LABEL)
    assert outcome.written == 5
    assert all(b"category: Art" in data for data in contents(root).values())


def test_undo_gives_the_bytes_back_and_redo_the_new_ones(root: Path, shelf: Shelf) -> None:
    before = contents(root)
    shelf.apply(planned(root).changes(), LABEL)
    after = contents(root)
    assert shelf.undo().written == 5
    assert contents(root) == before
    assert shelf.redo().written == 5
    assert contents(root) == after


def test_bulk_edits_are_undone_one_after_the_other(root: Path, shelf: Shelf) -> None:
    before = contents(root)
    for name in ("Art", "Sport"):
        shelf.apply(planned(root, Set(("category",), name)).changes(), name)
    labels = []
    while (batch := shelf.undoable()) is not None:
        labels.append(batch.label)
        shelf.undo()
    assert labels == ["Sport", "Art"]
    assert contents(root) == before
    redone = shelf.redoable()
    assert redone is not None
    assert redone.label == "Art"


def test_a_new_bulk_edit_ends_what_could_be_redone(root: Path, shelf: Shelf) -> None:
    shelf.apply(planned(root).changes(), LABEL)
    shelf.undo()
    shelf.apply(planned(root, Set(("category",), "Sport")).changes(), LABEL)
    assert shelf.redoable() is None


def test_a_plan_without_changes_leaves_nothing_to_undo(root: Path, shelf: Shelf) -> None:
    assert shelf.apply(planned(root, Set(("category",), "News")).changes(), LABEL).written == 0
    assert shelf.undoable() is None
    with pytest.raises(ReviewerError, match="no bulk edit to undo"):
        shelf.undo()


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("step", ["write", "flush", "replace"])
def test_a_failure_at_any_step_leaves_every_file_as_it_was(
    root: Path, tmp_path: Path, step: str, number: int
) -> None:
    before = contents(root)
    shelf = Shelf(root, state=tmp_path / "state", disk=failing(step, number))
    with pytest.raises(ReviewerError, match="disk is full"):
        shelf.apply(planned(root).changes(), LABEL)
    assert contents(root) == before
    assert shelf.undoable() is None
    assert shelf.interrupted() is None


@pytest.mark.parametrize("step", ["write", "flush", "replace"])
def test_an_undo_that_fails_leaves_every_file_as_edited(
    root: Path, tmp_path: Path, shelf: Shelf, step: str
) -> None:
    shelf.apply(planned(root).changes(), LABEL)
    after = contents(root)
    with pytest.raises(ReviewerError):
        Shelf(root, state=tmp_path / "state", disk=failing(step, 3)).undo()
    assert contents(root) == after
    assert shelf.undoable() is not None


def test_what_cannot_be_put_back_either_is_kept_and_named(root: Path, tmp_path: Path) -> None:
    before = contents(root)

    def hook(step: str, count: int) -> None:
        if step == "replace" and count >= 3:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    state = tmp_path / "state"
    with pytest.raises(NotPutBack) as caught:
        Shelf(root, state=state, disk=HookedDisk(hook)).apply(planned(root).changes(), LABEL)
    assert caught.value.paths == ("post-0.md", "post-1.md")
    shelf = Shelf(root, state=state)
    batch = shelf.interrupted()
    assert batch is not None
    shelf.put_back(batch)
    assert contents(root) == before


@pytest.mark.parametrize("calls", [0, 1, 3, 5])
def test_cancelling_puts_everything_back(root: Path, shelf: Shelf, calls: int) -> None:
    before = contents(root)
    asked = iter([False] * calls)
    plan = planned(root).changes()
    with pytest.raises(Cancelled):
        shelf.apply(plan, LABEL, cancelled=lambda: next(asked, True))
    assert contents(root) == before
    assert shelf.undoable() is None


def test_a_file_changed_since_the_plan_stops_it_all(root: Path, shelf: Shelf) -> None:
    plan = planned(root).changes()
    (root / "post-3.md").write_bytes(b"theirs\n")
    before = contents(root)
    with pytest.raises(ChangedOnDisk) as caught:
        shelf.apply(plan, LABEL)
    assert caught.value.where.path == root / "post-3.md"
    assert contents(root) == before


@pytest.mark.parametrize("theirs", [b"theirs\n", None])
def test_a_file_changed_while_writing_is_kept_and_the_others_put_back(
    root: Path, tmp_path: Path, theirs: bytes | None
) -> None:
    before = contents(root)
    file = root / "post-3.md"

    def hook(step: str, count: int) -> None:
        if (step, count) == ("replace", 2):
            file.unlink() if theirs is None else file.write_bytes(theirs)

    shelf = Shelf(root, state=tmp_path / "state", disk=HookedDisk(hook))
    with pytest.raises(ChangedOnDisk) as caught:
        shelf.apply(planned(root).changes(), LABEL)
    assert caught.value.where.path == file
    del before["post-3.md"]
    assert contents(root) == (before if theirs is None else {**before, "post-3.md": theirs})


def test_undo_leaves_and_names_what_was_changed_since(root: Path, shelf: Shelf) -> None:
    before = contents(root)
    shelf.apply(planned(root).changes(), LABEL)
    (root / "post-1.md").write_bytes(b"theirs\n")
    (root / "post-2.md").unlink()
    outcome = shelf.undo()
    assert (outcome.written, outcome.left) == (3, ("post-1.md", "post-2.md"))
    del before["post-2.md"]
    assert contents(root) == {**before, "post-1.md": b"theirs\n"}


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def as_link(file: Path) -> None:
    moved = file.with_suffix(".moved")
    file.rename(moved)
    file.symlink_to(moved)


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes here")
@pytest.mark.parametrize("replace", [as_folder, as_pipe, as_link])
def test_undo_leaves_what_is_no_longer_a_file(
    root: Path, shelf: Shelf, replace: Callable[[Path], None]
) -> None:
    shelf.apply(planned(root).changes(), LABEL)
    file = root / "post-1.md"
    replace(file)
    kind = file.lstat().st_mode
    outcome = shelf.undo()
    assert (outcome.written, outcome.left) == (4, ("post-1.md",))
    assert file.lstat().st_mode == kind


def test_undo_leaves_posts_whose_folder_has_become_a_file(tmp_path: Path) -> None:
    root = tmp_path / "posts"
    write_site(root, {f"{name}/post.md": post("category: News") for name in "ab"})
    shelf = Shelf(root, state=tmp_path / "state")
    shelf.apply(planned(root).changes(), LABEL)
    (root / "a/post.md").unlink()
    (root / "a").rmdir()
    (root / "a").write_bytes(b"")
    outcome = shelf.undo()
    assert (outcome.written, outcome.left) == (1, ("a/post.md",))


def test_a_state_folder_that_cannot_be_made_is_explained(root: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    before = contents(root)
    with pytest.raises(StorageError) as caught:
        Shelf(root, state=tmp_path / "state").apply(planned(root).changes(), LABEL)
    assert str(tmp_path / "state") in str(caught.value)
    assert contents(root) == before


def test_cancelling_stops_the_putting_on_record(root: Path, shelf: Shelf, tmp_path: Path) -> None:
    taken = []

    def plan() -> Iterator[Planned]:
        for each in planned(root).changes():
            taken.append(each.path)
            yield each

    with pytest.raises(Cancelled):
        shelf.apply(plan(), LABEL, cancelled=lambda: len(taken) == 2)
    assert taken == ["post-0.md", "post-1.md"]
    assert [each.name for each in (tmp_path / "state").rglob("*-*.*")] == []


def test_undo_passes_over_what_is_back_already(root: Path, shelf: Shelf) -> None:
    before = contents(root)
    shelf.apply(planned(root).changes(), LABEL)
    (root / "post-1.md").write_bytes(before["post-1.md"])
    assert shelf.undo().left == ()
    assert contents(root) == before


def test_the_mode_of_a_file_stays(root: Path, shelf: Shelf) -> None:
    (root / "post-1.md").chmod(0o640)
    shelf.apply(planned(root).changes(), LABEL)
    assert (root / "post-1.md").stat().st_mode & 0o777 == 0o640


def test_symbolic_links_are_written_through_once(root: Path, shelf: Shelf) -> None:
    (root / "also.md").symlink_to(root / "post-1.md")
    shelf.apply(planned(root).changes(), LABEL)
    assert (root / "also.md").is_symlink()
    assert b"Art" in (root / "post-1.md").read_bytes()


def test_a_hundred_and_more_posts_are_counted_to_the_end(tmp_path: Path) -> None:
    posts_in(tmp_path / "posts", 150)
    seen: list[tuple[int, int]] = []
    Shelf(tmp_path / "posts", state=tmp_path / "state").apply(
        planned(tmp_path / "posts").changes(), LABEL, lambda *done: seen.append(done)
    )
    assert seen == sorted(seen)
    assert seen[-1] == (300, 300)


def test_how_far_it_is_is_told_a_thousand_times_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "STEPS", 10)
    posts_in(tmp_path / "posts", 100)
    seen: list[tuple[int, int]] = []
    Shelf(tmp_path / "posts", state=tmp_path / "state").apply(
        planned(tmp_path / "posts").changes(), LABEL, lambda *done: seen.append(done)
    )
    assert len(seen) <= 10
    assert seen[-1] == (200, 200)


def test_two_at_once_are_kept_apart(root: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    refused = []

    def hook(step: str, count: int) -> None:
        if (step, count) == ("replace", 1):
            with pytest.raises(ReviewerError, match="Another Reviewer"):
                Shelf(root, state=state).undo()
            refused.append(Shelf(root, state=state).interrupted())

    Shelf(root, state=state, disk=HookedDisk(hook)).apply(planned(root).changes(), LABEL)
    assert refused == [None]


def test_a_damaged_record_is_passed_over(root: Path, shelf: Shelf, tmp_path: Path) -> None:
    shelf.apply(planned(root).changes(), LABEL)
    record = next((tmp_path / "state").rglob("*.done"))
    record.write_bytes(b"garbage")
    assert shelf.undoable() is None


INTENTIONS = st.lists(
    st.one_of(
        st.builds(Set, st.just(("category",)), st.sampled_from(["Art", "a: b", "", 7, None])),
        st.builds(Set, st.just(("new",)), st.sampled_from(["x", ["y"], {"z": 1}])),
        st.builds(Append, st.just(("tags",)), st.tuples(st.sampled_from(["a", "b"]))),
        st.builds(RenameField, st.just(("title",)), st.sampled_from(["headline", "title"])),
        st.builds(Remove, st.sampled_from([("tags",), ("nope",)])),
    ),
    min_size=1,
    max_size=4,
)


@given(wanted=INTENTIONS)
def test_whatever_is_done_undo_gives_the_first_bytes(
    tmp_path_factory: pytest.TempPathFactory, wanted: list
) -> None:
    root = tmp_path_factory.mktemp("posts")
    before = posts_in(root, 2)
    shelf = Shelf(root, state=tmp_path_factory.mktemp("state"))
    shelf.apply(planned(root, *wanted).changes(), LABEL)
    after = contents(root)
    if shelf.undoable() is None:
        assert after == before
        return
    shelf.undo()
    assert contents(root) == before
    shelf.redo()
    assert contents(root) == after


def edits_that_can_be_undone(root: Path, shelf: Shelf, made: int) -> int:
    for number in range(made):
        shelf.apply(planned(root, Set(("category",), f"Number {number}")).changes(), LABEL)
    undone = 0
    while shelf.undoable() is not None:
        undone += bool(shelf.undo().written)
    return undone


def test_only_the_last_edits_are_kept(root: Path, shelf: Shelf) -> None:
    assert edits_that_can_be_undone(root, shelf, shelves.KEPT + 2) == shelves.KEPT


def test_records_that_take_too_much_room_make_way_for_the_newest(
    root: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "ROOM", 1)
    assert edits_that_can_be_undone(root, shelf, 3) == 1
