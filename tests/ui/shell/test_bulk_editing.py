"""The window carries out a bulk edit, takes it back, and mends what a crash cut short."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.transaction import NotPutBack
from reviewer.ui.prompts import MendAnswer
from tests.support.bulk import HookedDisk, contents, planned
from tests.support.shell import FORD, RATES, Answers, Desk, make_desk

if TYPE_CHECKING:
    from pathlib import Path


class Mending(Answers):
    """Says what to do about a bulk edit that was cut short."""

    def __init__(self, answer: MendAnswer) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[int] = []

    def ask_mend(self, count: int) -> MendAnswer:
        """As the test says."""
        self.asked.append(count)
        return self.answer


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def cut_short(root: Path) -> None:
    """Leave a bulk edit that could be neither finished nor put back."""

    def hook(step: str, count: int) -> None:
        if step == "replace" and count >= 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(NotPutBack):
        Shelf(root, disk=HookedDisk(hook)).apply(planned(root).changes(), "3 posts changed")


def test_the_rows_and_the_open_post_follow(desk: Desk) -> None:
    desk.shell.open_folder(desk.root)
    desk.show(FORD)
    desk.shell.bulk.apply(planned(desk.root).changes())
    assert desk.current.post.data["category"] == "Art"
    assert desk.row(RATES).category == "Art"


def test_undo_and_redo_are_offered_while_there_is_something(desk: Desk) -> None:
    bulk = desk.shell.bulk
    desk.shell.open_folder(desk.root)
    assert (bulk.can_undo(), bulk.can_redo()) == (False, False)
    bulk.apply(planned(desk.root).changes())
    assert (bulk.can_undo(), bulk.can_redo()) == (True, False)
    bulk.undo()
    assert (bulk.can_undo(), bulk.can_redo()) == (False, True)
    bulk.redo()
    assert (bulk.can_undo(), bulk.can_redo()) == (True, False)


def test_an_undo_is_still_there_after_a_new_start(desk: Desk, tmp_path: Path) -> None:
    before = contents(desk.root)
    desk.shell.open_folder(desk.root)
    desk.shell.bulk.apply(planned(desk.root).changes())
    again = make_desk_over(desk.root, tmp_path)
    again.shell.open_folder(desk.root)
    again.shell.bulk.undo()
    assert contents(desk.root) == before


def make_desk_over(root: Path, folder: Path) -> Desk:
    """A second window over the same files."""
    desk = make_desk(folder / "other")
    desk.root = root
    return desk


def test_what_was_changed_since_is_named(desk: Desk) -> None:
    desk.shell.open_folder(desk.root)
    desk.shell.bulk.apply(planned(desk.root).changes())
    (desk.root / FORD).write_bytes(b"theirs\n")
    desk.shell.bulk.undo()
    assert FORD in desk.notices[-1]
    assert (desk.root / FORD).read_bytes() == b"theirs\n"


def test_a_failure_is_shown_and_nothing_is_changed(desk: Desk) -> None:
    desk.shell.open_folder(desk.root)
    plan = planned(desk.root).changes()
    (desk.root / FORD).write_bytes(b"theirs\n")
    before = contents(desk.root)
    desk.shell.bulk.apply(plan)
    assert "changed by another program" in str(desk.answers.errors[0])
    assert contents(desk.root) == before


@pytest.mark.parametrize("answer", [MendAnswer.PUT_BACK, MendAnswer.FINISH])
def test_what_a_crash_cut_short_is_offered_at_the_next_start(
    desk: Desk, answer: MendAnswer
) -> None:
    before = contents(desk.root)
    cut_short(desk.root)
    desk.context.prompts = prompts = Mending(answer)
    desk.shell.open_folder(desk.root)
    assert prompts.asked == [3]
    if answer is MendAnswer.PUT_BACK:
        assert contents(desk.root) == before
    else:
        assert b"Art" in desk.on_disk(FORD)
        assert desk.shell.bulk.can_undo()


def test_it_may_wait_and_is_asked_again_before_the_next(desk: Desk) -> None:
    before = contents(desk.root)
    cut_short(desk.root)
    half = contents(desk.root)
    desk.context.prompts = prompts = Mending(MendAnswer.LATER)
    desk.shell.open_folder(desk.root)
    assert contents(desk.root) == half
    prompts.answer = MendAnswer.PUT_BACK
    desk.shell.bulk.undo()
    assert prompts.asked == [3, 3]
    assert contents(desk.root) == before
    assert not desk.shell.bulk.mend_first()
