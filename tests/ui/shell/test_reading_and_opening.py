"""Folders and posts on their way from the disk to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.operations import SetValue
from reviewer.site.index.messages import Read, Row, Rows
from reviewer.ui.flows.reading import Phase, State
from tests.support.held_tasks import HeldTasks
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import DRAFT, FORD, RAIL, RATES, make_desk
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk


def test_an_opened_folder_is_read_learnt_and_checked(desk: Desk) -> None:
    assert desk.shell.reading.state.phase is Phase.CHECKED
    assert desk.workspace.schema is not None
    assert desk.row(RAIL).errors == 1


def test_reading_goes_through_its_phases_in_order(newcomer: Desk) -> None:
    seen: list[Phase] = []
    newcomer.shell.reading.state_changed.connect(lambda state: seen.append(state.phase))
    newcomer.shell.open_folder(newcomer.root)
    assert list(dict.fromkeys(seen)) == [
        Phase.READING,
        Phase.LEARNING,
        Phase.CHECKING,
        Phase.CHECKED,
        Phase.EXAMINING,
    ]
    assert seen[-1] is Phase.CHECKED


def test_the_topmost_post_is_shown_first(desk: Desk) -> None:
    assert desk.current.path == RAIL


def test_the_topmost_post_of_a_large_folder_is_shown_first(desk: Desk, tmp_path: Path) -> None:
    posts = {
        f"_posts/{number:03}.md": post(f"title: P\ndate: {2000 + number % 90}-01-01")
        for number in range(90)
    }
    desk.shell.open_folder(write_site(tmp_path / "large", posts))
    assert desk.current.path == desk.listed[0] == "_posts/089.md"


def test_by_most_problems_the_worst_post_is_shown_first(newcomer: Desk) -> None:
    newcomer.shell.choose_order("problems")
    newcomer.shell.open_folder(newcomer.root)
    assert newcomer.current.path == newcomer.listed[0] == DRAFT


def test_a_post_chosen_while_the_folder_is_read_stays(tmp_path: Path) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks)
    desk.shell.open_folder(desk.root)
    desk.shell.reading.state_changed.connect(
        lambda state: state.done and desk.context.navigation.go_to_post(RATES)
    )
    tasks.finish()
    assert desk.current.path == RATES


def test_a_file_opens_its_site_and_is_shown(newcomer: Desk) -> None:
    newcomer.shell.open_folder(newcomer.root / FORD)
    folder = newcomer.workspace.folder
    assert folder is not None
    assert folder.root == newcomer.root.resolve()
    assert newcomer.current.path == FORD


def test_an_opened_folder_is_remembered(desk: Desk) -> None:
    assert desk.context.settings.recent_folders == [desk.root.resolve()]


def test_a_missing_folder_is_told_and_what_was_open_stays(desk: Desk) -> None:
    before = desk.workspace.folder
    desk.shell.open_folder(desk.root / "nowhere")
    assert desk.answers.errors
    assert desk.workspace.folder is before
    assert len(desk.listed) == 4


def test_reading_again_finds_new_posts_and_drops_gone_ones(desk: Desk) -> None:
    (desk.root / "_posts/2026-03-01-new.md").write_text(post("title: New"), encoding="utf-8")
    (desk.root / RATES).unlink()
    desk.shell.reading.reload()
    assert "_posts/2026-03-01-new.md" in desk.listed
    assert RATES not in desk.listed


def test_reading_again_keeps_unsaved_work(desk: Desk) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Mine"), label="Title")
    desk.shell.reading.reload()
    assert desk.current.post.data["title"] == "Mine"
    assert desk.current.is_dirty


def test_reading_again_keeps_the_row_of_unsaved_work(desk: Desk) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Mine"), label="Title")
    desk.shell.reading.reload()
    assert desk.row(FORD).title == "Mine"


def test_reading_again_takes_over_a_post_that_changed_on_disk(desk: Desk) -> None:
    desk.show(FORD)
    (desk.root / FORD).write_text(post("title: Theirs"), encoding="utf-8")
    desk.shell.reading.reload()
    assert desk.current.post.data["title"] == "Theirs"
    assert not desk.current.is_dirty


def test_stop_leaves_what_has_been_read(tmp_path: Path) -> None:
    librarian = ScriptedLibrarian()
    desk = make_desk(tmp_path, librarian=librarian)
    desk.shell.open_folder(desk.root)
    librarian.tell(Rows((Row(1, FORD, "Ford talks"),), 1, 4))
    desk.shell.reading.stop()
    librarian.tell(Read(complete=False))
    assert librarian.stopped
    assert desk.shell.reading.state == State(Phase.STOPPED, 1, 4)
    assert desk.listed == [FORD]


def test_of_several_posts_asked_for_the_last_is_shown(tmp_path: Path) -> None:
    tasks = HeldTasks()
    desk = make_desk(tmp_path, tasks)
    desk.shell.open_folder(desk.root)
    tasks.finish()
    for path in (RATES, RAIL, FORD):
        desk.context.navigation.go_to_post(path)
    tasks.finish()
    assert desk.current.path == FORD


def test_a_post_that_is_gone_is_told_in_passing(desk: Desk) -> None:
    (desk.root / RATES).unlink()
    desk.context.navigation.go_to_post(RATES)
    assert RATES in desk.notices[-1]
    assert desk.current.path == RAIL


def test_stepping_follows_the_list(desk: Desk) -> None:
    desk.shell.opening.step(1)
    assert desk.current.path == FORD
    desk.shell.opening.step(-1)
    assert desk.current.path == RAIL


def test_opening_posts_writes_nothing(desk: Desk) -> None:
    before = {path: (desk.root / path).stat().st_mtime_ns for path in desk.listed}
    for path in desk.listed:
        desk.show(path)
    assert {path: (desk.root / path).stat().st_mtime_ns for path in before} == before


def test_another_folder_asks_about_unsaved_work_first(desk: Desk, tmp_path: Path) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Mine"), label="Title")
    desk.shell.open_folder(tmp_path)
    assert desk.answers.unsaved == [("Mine",)]
    assert desk.current.path == FORD


def test_the_chosen_folder_is_opened(newcomer: Desk) -> None:
    newcomer.answers.folder = newcomer.root
    newcomer.shell.ask_folder()
    assert newcomer.shell.has_folder()


def test_the_sample_is_opened_from_its_copy(newcomer: Desk) -> None:
    newcomer.shell.open_sample()
    folder = newcomer.workspace.folder
    assert folder is not None
    assert folder.root == newcomer.root.resolve()


def test_folder_and_file_are_shown_in_the_file_manager(desk: Desk) -> None:
    desk.shell.show_folder()
    desk.shell.post.show_file()
    root = desk.root.resolve()
    assert desk.revealed == [root, root / "_posts"]
