"""A Reviewer that dies in the middle of a bulk edit leaves nothing half done for good.

A real process does the edit and ends itself at one step; then a new start mends
what it left.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.desk.bulk.intentions import Set
from reviewer.desk.bulk.shelf import Shelf
from reviewer.errors import ReviewerError
from tests.support.bulk import HookedDisk, contents, planned, posts_in

REPOSITORY = Path(__file__).resolve().parents[3]
DIED = 77

DYING = f"""
import os, sys
from pathlib import Path
from reviewer.desk.bulk.shelf import Shelf
from tests.support.bulk import HookedDisk, planned

root, state, what, step, number = sys.argv[1:]

def hook(reached, count):
    if (reached, count) == (step, int(number)):
        os._exit({DIED})

shelf = Shelf(Path(root), state=Path(state), disk=HookedDisk(hook))
if what == "apply":
    shelf.apply(planned(Path(root)).changes(), "5 posts changed")
else:
    getattr(shelf, what)()
"""

MOMENTS = [
    *(("write", number) for number in (1, 4)),
    *(("flush", number) for number in (1, 5)),
    *(("digest", number) for number in (1, 7)),
    *(("replace", number) for number in (1, 2, 5)),
    ("flush_folder", 1),
]


def die(root: Path, state: Path, what: str, step: str, number: int) -> None:
    """Let a process do one thing and end at one step, as if it were killed."""
    command = [sys.executable, "-c", DYING, str(root), str(state), what, step, str(number)]
    ended = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": "."})
    assert ended.returncode == DIED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    posts_in(folder)
    return folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.mark.parametrize(("step", "number"), MOMENTS)
def test_the_next_start_can_put_everything_back(
    root: Path, state: Path, step: str, number: int
) -> None:
    before = contents(root)
    die(root, state, "apply", step, number)
    shelf = Shelf(root, state=state)
    batch = shelf.interrupted()
    assert batch is not None
    assert shelf.put_back(batch).left == ()
    assert contents(root) == before
    assert shelf.interrupted() is None


@pytest.mark.parametrize(("step", "number"), [("write", 2), ("replace", 3), ("flush_folder", 1)])
def test_the_next_start_can_finish(root: Path, state: Path, step: str, number: int) -> None:
    before = contents(root)
    die(root, state, "apply", step, number)
    shelf = Shelf(root, state=state)
    batch = shelf.interrupted()
    assert batch is not None
    shelf.finish(batch)
    assert all(b"Art" in data for data in contents(root).values())
    assert set(contents(root)) == set(before)
    shelf.undo()
    assert contents(root) == before


@pytest.mark.parametrize("finish", [True, False])
@pytest.mark.parametrize("what", ["undo", "redo"])
def test_an_undo_or_redo_cut_short_is_mended_too(
    root: Path, state: Path, what: str, finish: bool
) -> None:
    old = contents(root)
    shelf = Shelf(root, state=state)
    shelf.apply(planned(root).changes(), "5 posts changed")
    new = contents(root)
    if what == "redo":
        shelf.undo()
    die(root, state, what, "replace", 3)
    batch = shelf.interrupted()
    assert batch is not None
    (shelf.finish if finish else shelf.put_back)(batch)
    is_old = (what == "undo") == finish
    assert contents(root) == (old if is_old else new)
    assert (shelf.redoable() if is_old else shelf.undoable()) is not None


def test_files_changed_after_the_crash_are_kept_and_named(root: Path, state: Path) -> None:
    die(root, state, "apply", "replace", 4)
    (root / "post-0.md").write_bytes(b"theirs\n")
    shelf = Shelf(root, state=state)
    batch = shelf.interrupted()
    assert batch is not None
    assert shelf.put_back(batch).left == ("post-0.md",)
    assert (root / "post-0.md").read_bytes() == b"theirs\n"


def test_nothing_new_is_begun_before_the_old_is_mended(root: Path, state: Path) -> None:
    die(root, state, "apply", "replace", 2)
    with pytest.raises(ReviewerError, match="cut short"):
        Shelf(root, state=state).undo()


def test_a_record_that_was_not_finished_is_swept_away_by_the_next_edit(
    root: Path, state: Path
) -> None:
    shelf = Shelf(root, state=state)
    shelf.apply(planned(root).changes(), "5 posts changed")
    record = next(state.rglob("*.done"))
    torn = record.with_name("20000101T000000000000-00000000.part")
    torn.write_bytes(record.read_bytes()[:100])
    assert shelf.interrupted() is None
    assert torn.exists(), "another Reviewer may be writing it"
    shelf.apply(planned(root, Set(("category",), "Sport")).changes(), "5 posts changed")
    assert not torn.exists()


def test_an_interruption_of_the_putting_back_keeps_the_record(root: Path, state: Path) -> None:
    before = contents(root)

    def hook(step: str, count: int) -> None:
        if step == "replace" and count in (4, 6):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Shelf(root, state=state, disk=HookedDisk(hook)).apply(planned(root).changes(), "5")
    assert contents(root) != before
    shelf = Shelf(root, state=state)
    batch = shelf.interrupted()
    assert batch is not None
    shelf.put_back(batch)
    assert contents(root) == before
