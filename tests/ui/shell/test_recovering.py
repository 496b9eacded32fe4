"""Unsaved work outlives the window, and comes back as the editor decides."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from reviewer.desk.journal.finding import claim
from reviewer.desk.journal.journal import Journal
from reviewer.desk.journal.restoring import Standing
from reviewer.desk.merging import Meeting
from reviewer.document.operations import SetValue
from reviewer.ui.prompts import SaveAnswer
from reviewer.ui.settings import Settings
from tests.support.shell import FORD, RAIL, RATES, SITE, Desk
from tests.support.sites import write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

THEIRS = SITE[FORD].replace("category: News", "category: Cars")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Starts Reviewer on the same site, with the same state folder and settings."""
    root = write_site(tmp_path / "economy", SITE)
    with ExitStack() as ending:

        def begin() -> Desk:
            store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
            journal = Journal(tmp_path / "journal")
            ending.callback(journal.close)
            desk = Desk(root, Settings(store), journal=journal)
            desk.journal = journal
            desk.asked = []
            desk.shell.recovering.asked.connect(
                lambda _none: desk.asked.append(len(desk.shell.recovering.offers))
            )
            desk.shell.open_folder(root)
            return desk

        yield begin


def retitle(desk: Desk, path: str, title: str) -> None:
    desk.show(path).edit(SetValue(("title",), title), label="Title")


def crash(desk: Desk) -> None:
    """The process ends without the window being closed, a while after the last keystroke."""
    assert desk.journal.flush()
    desk.journal.close()


def restore(desk: Desk) -> None:
    recovering = desk.shell.recovering
    recovering.restore(recovering.offers)


def test_a_start_after_a_crash_offers_each_post(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    retitle(before, RATES, "Mine too")
    crash(before)
    desk = start()
    assert desk.asked == [2]
    offers = desk.shell.recovering.offers
    assert [each.work.title for each in offers] == ["Mine too", "Mine"]
    assert {each.standing for each in offers} == {Standing.SAME}
    assert not desk.workspace.dirty_posts()


def test_restoring_brings_the_text_back_unsaved(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    desk = start()
    restore(desk)
    assert desk.current.path == FORD
    assert desk.current.post.data["title"] == "Mine"
    assert desk.current.is_dirty
    assert desk.on_disk(FORD) == SITE[FORD].encode()
    desk.current.undo()
    assert desk.current.post.text == SITE[FORD]


def test_what_was_restored_survives_the_next_crash_and_is_offered_once(
    start: Callable[[], Desk],
) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    second = start()
    restore(second)
    crash(second)
    desk = start()
    assert desk.asked == [1]


def test_what_was_discarded_is_not_offered_again(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    second = start()
    second.shell.recovering.discard(second.shell.recovering.offers)
    assert not second.shell.recovering.offers
    assert not start().asked


def test_what_was_not_decided_is_offered_by_the_next_start(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    second = start()
    second.shell.recovering.close()
    assert start().asked == [1]


def test_what_was_saved_is_not_offered(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    assert before.journal.flush()
    before.shell.saving.save_current()
    crash(before)
    assert not start().asked


def test_what_reached_the_file_in_the_last_moment_is_not_offered(
    start: Callable[[], Desk],
) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    (before.root / FORD).write_bytes(before.current.post.to_bytes())
    assert not start().asked


def test_a_file_that_changed_is_merged(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    (before.root / FORD).write_text(THEIRS, encoding="utf-8")
    desk = start()
    assert desk.shell.recovering.offers[0].standing is Standing.CHANGED
    restore(desk)
    assert desk.current.post.text == THEIRS.replace("Ford talks", "Mine")
    assert desk.current.saved.text == THEIRS


def test_a_file_that_changed_in_the_same_place_waits_for_decisions(
    start: Callable[[], Desk],
) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    theirs = SITE[FORD].replace("Ford talks", "Theirs")
    (before.root / FORD).write_text(theirs, encoding="utf-8")
    desk = start()
    restore(desk)
    assert desk.current.post.data["title"] == "Mine"
    standing = desk.shell.merging.standing(desk.current)
    assert isinstance(standing, Meeting)
    assert standing.left == 1
    assert desk.on_disk(FORD) == theirs.encode()


def test_a_file_that_is_gone_can_be_had_again(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    (before.root / FORD).unlink()
    desk = start()
    assert desk.shell.recovering.offers[0].standing is Standing.GONE
    restore(desk)
    assert desk.workspace.open_posts[FORD].post.data["title"] == "Mine"
    assert desk.workspace.open_posts[FORD].is_dirty


def test_what_was_typed_before_restoring_stays(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    desk = start()
    desk.show(FORD).edit(SetValue(("category",), "Cars"), label="Category")
    restore(desk)
    assert desk.current.post.data["title"] == "Mine"
    assert desk.current.post.data["category"] == "Cars"


def test_work_in_another_folder_is_told(start: Callable[[], Desk], tmp_path: Path) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    crash(before)
    desk = start()
    desk.shell.open_folder(write_site(tmp_path / "other", SITE))
    assert desk.notices[-1] == "There is unsaved work of 1 post in another folder."
    restore(desk)
    assert not desk.workspace.dirty_posts()
    assert desk.shell.recovering.has_offers()


# Closing


def leave(desk: Desk, answer: SaveAnswer) -> bool:
    """Close the window with this answer; whether it closed."""
    desk.answers.on_unsaved = answer
    gone: list[bool] = []
    desk.shell.saving.leave(lambda: gone.append(True))
    if gone:
        desk.shell.recovering.close()
    return bool(gone)


def test_what_is_not_to_be_saved_is_gone(start: Callable[[], Desk], tmp_path: Path) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    assert leave(before, SaveAnswer.DISCARD)
    assert not list((tmp_path / "journal").glob("*"))
    assert not start().asked


def test_what_is_kept_is_open_again_unasked(start: Callable[[], Desk]) -> None:
    before = start()
    retitle(before, FORD, "Mine")
    retitle(before, RATES, "Mine too")
    assert leave(before, SaveAnswer.KEEP)
    assert before.on_disk(FORD) == SITE[FORD].encode()
    desk = start()
    assert not desk.asked
    assert {post.path for post in desk.workspace.dirty_posts()} == {FORD, RATES}
    assert desk.notices[-1] == "2 posts are open again with your unsaved work."
    assert not desk.shell.recovering.has_offers()


def test_keeping_again_and_again_loses_nothing(start: Callable[[], Desk]) -> None:
    desk = start()
    retitle(desk, FORD, "One")
    assert leave(desk, SaveAnswer.KEEP)
    desk = start()
    retitle(desk, RAIL, "Two")
    assert leave(desk, SaveAnswer.KEEP)
    desk = start()
    titles = {post.path: post.post.data["title"] for post in desk.workspace.dirty_posts()}
    assert titles == {FORD: "One", RAIL: "Two"}


def test_the_setting_keeps_without_asking(start: Callable[[], Desk]) -> None:
    before = start()
    before.shell.recovering.choose_keeping()
    retitle(before, FORD, "Mine")
    assert leave(before, SaveAnswer.CANCEL)
    assert not before.answers.unsaved
    assert start().current.post.data["title"] == "Mine"


def test_a_folder_left_with_its_work_kept_has_it_again(
    start: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = start()
    retitle(desk, FORD, "Mine")
    desk.answers.on_unsaved = SaveAnswer.KEEP
    desk.shell.open_folder(write_site(tmp_path / "other", SITE))
    assert not desk.workspace.dirty_posts()
    desk.shell.open_folder(desk.root)
    assert [post.path for post in desk.workspace.dirty_posts()] == [FORD]


def test_what_cannot_be_kept_holds_the_window_open(
    start: Callable[[], Desk], tmp_path: Path
) -> None:
    before = start()
    (tmp_path / "journal").write_text("a file in its place", encoding="utf-8")
    retitle(before, FORD, "Mine")
    assert not leave(before, SaveAnswer.KEEP)
    assert "could not be put by" in str(before.answers.errors[-1])
    assert before.current.is_dirty
    (tmp_path / "journal").unlink()


def test_a_full_disk_is_shown_as_long_as_it_lasts(
    start: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = start()
    shown: list[str] = []
    desk.shell.recovering.trouble.connect(shown.append)
    (tmp_path / "journal").write_text("a file in its place", encoding="utf-8")
    retitle(desk, FORD, "Mine")
    assert not desk.journal.flush()
    assert shown[-1].startswith("Unsaved work is safe only once you save it: ")
    (tmp_path / "journal").unlink()
    assert desk.journal.flush()
    assert shown[-1] == ""
    crash(desk)
    (found,) = claim(tmp_path / "journal")
    found.release()
