"""Killed in the middle of a word, the program has the word again at its next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.journal.frames import unpacked
from reviewer.desk.journal.ledger import ENDING
from reviewer.desk.journal.work import left_by
from reviewer.ui.app import journal_folder
from reviewer.ui.automation.stage import stage
from reviewer.ui.automation.waiting import until
from reviewer.ui.prompts import SaveAnswer
from tests.e2e.driver import Answers, Editor
from tests.e2e.site import FORD, POSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from reviewer.ui.panels.recovering.view import RecoveringDialog

TEXT = "A word in the middle of which"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for this test alone, also for the processes that it starts."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return journal_folder()


@pytest.fixture
def again(qapp: QApplication, folder: Path, journals: Path) -> Iterator[Editor]:
    """The program started after another one, on the same state folder."""
    answers = Answers()
    with stage(prompts=answers, journals=journals) as scene:
        yield Editor(scene, answers, folder)


def on_record(journals: Path) -> str:
    """The text that the living program has put on record."""
    texts = [
        work.text
        for file in journals.glob(f"*{ENDING}")
        for work in left_by(unpacked(file.read_bytes()), lambda _place, _digest: None).works
    ]
    return texts[0] if texts else ""


def type_and_kill(folder: Path, journals: Path) -> None:
    """Let somebody type into the real program, and kill it before anything is saved."""
    command = [sys.executable, "-m", "tests.e2e.typist", str(folder), FORD, TEXT]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        said = [line for _key, line in zip(TEXT, process.stdout, strict=False)]
        assert len(said) == len(TEXT), "the program ended before all was typed"
        until(lambda: TEXT in on_record(journals), "what was typed is on record")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def offered(editor: Editor) -> RecoveringDialog:
    """The dialog that offers unsaved work."""
    panel = editor.scene.window.recovering
    until(lambda: panel.dialog is not None, "unsaved work is offered")
    return panel.dialog


def test_what_was_typed_before_a_kill_is_offered_and_restored(
    folder: Path, journals: Path, again: Editor
) -> None:
    type_and_kill(folder, journals)
    assert (folder / FORD).read_bytes() == POSTS[FORD]
    again.open_folder()
    dialog = offered(again)
    assert dialog.posts.count() == 1
    assert "Ford held talks" in dialog.posts.item(0).text()
    until(lambda: dialog.diff.model().rowCount(), "the difference is shown")
    dialog.act.click()
    until(lambda: again.scene.window.recovering.dialog is None, "the dialog closes")
    again.scene.settle()
    assert TEXT in again.post.post.body
    assert again.post.is_dirty
    assert (folder / FORD).read_bytes() == POSTS[FORD]
    again.scene.window.activateWindow()  # what a window manager does when a dialog closes
    until(again.scene.window.isActiveWindow, "the window has the keyboard")
    again.save()
    assert TEXT.encode() in (folder / FORD).read_bytes()


def test_what_is_kept_for_next_time_is_open_again(
    qapp: QApplication, folder: Path, journals: Path
) -> None:
    answers = Answers()
    answers.on_unsaved = SaveAnswer.KEEP
    with stage(prompts=answers, journals=journals) as scene:
        editor = Editor(scene, answers, folder)
        editor.open_folder()
        editor.pick(FORD)
        editor.fill_in("title", "Ford denies talks")
        scene.window.close()
        until(lambda: not scene.window.isVisible(), "the window closes")
    assert (folder / FORD).read_bytes() == POSTS[FORD]
    with stage(prompts=answers, journals=journals) as scene:
        editor = Editor(scene, answers, folder)
        editor.open_folder()
        assert editor.field_text("title") == "Ford denies talks"
        assert editor.post.is_dirty
        assert scene.window.recovering.dialog is None
        answers.on_unsaved = SaveAnswer.DISCARD


def test_two_living_programs_do_not_offer_each_others_work(
    folder: Path, journals: Path, again: Editor
) -> None:
    again.open_folder()
    again.pick(FORD)
    again.fill_in("title", "Ford denies talks")
    until(lambda: "denies" in on_record(journals), "the edit is on record")
    with stage(prompts=Answers(), journals=journals) as scene:
        other = Editor(scene, Answers(), folder)
        other.open_folder()
        assert scene.window.recovering.dialog is None
        assert not scene.window.shell.recovering.offers
