"""Questions in plain words; the last resort when something unexpected happens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reviewer.errors import ReviewerError, Where
from reviewer.resources import resource
from reviewer.ui.crash import CrashHandler, crash_message, report
from reviewer.ui.prompts import GoneAnswer, QtPrompts, SaveAnswer, error_texts
from reviewer.ui.sample_site import sample_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def press(qtbot: QtBot) -> Callable[[str], None]:
    """Presses a button of the message that comes up next."""

    def press_soon(label: str) -> None:
        def press_now() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            next(button for button in box.buttons() if button.text() == label).click()

        QTimer.singleShot(0, press_now)

    return press_soon


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("Save", SaveAnswer.SAVE),
        ("Don’t save", SaveAnswer.DISCARD),
        ("Keep for next time", SaveAnswer.KEEP),
        ("Cancel", SaveAnswer.CANCEL),
    ],
)
def test_unsaved_work_is_asked_about(
    press: Callable[[str], None], label: str, answer: SaveAnswer
) -> None:
    press(label)
    assert QtPrompts().ask_save(["One", "Two"]) is answer


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("Save it again", GoneAnswer.SAVE_AGAIN),
        ("Save under another name", GoneAnswer.SAVE_BESIDE),
        ("Cancel", GoneAnswer.CANCEL),
    ],
)
def test_a_deleted_post_is_asked_about(
    press: Callable[[str], None], label: str, answer: GoneAnswer
) -> None:
    press(label)
    assert QtPrompts().ask_gone("One") is answer


def test_many_unsaved_posts_are_counted_rather_than_listed(qtbot: QtBot) -> None:
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.informativeText())
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.reject()

    QTimer.singleShot(0, look)
    QtPrompts().ask_save([f"Post {number}" for number in range(60)])
    assert "… and 48 more" in said[0].splitlines()


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = ReviewerError("It is full.", where=Where(Path("/x/a.md"), 3), remedy="Make room.")
    assert error_texts(error) == ("It is full.", f"Make room.\n{Path('/x/a.md')}:3")


def error() -> tuple[type[BaseException], BaseException, None]:
    found = ValueError("unexpected")
    return type(found), found, None


def test_report_names_error_and_versions() -> None:
    text = report(*error())
    assert "ValueError: unexpected" in text
    assert "Qt" in text.splitlines()[1]


def test_message_says_where_the_log_is_and_has_the_report(qtbot: QtBot, tmp_path: Path) -> None:
    box = crash_message("the report", tmp_path / "reviewer.log")
    qtbot.addWidget(box)
    assert str(tmp_path / "reviewer.log") in box.informativeText()
    assert box.detailedText() == "the report"


@pytest.fixture
def crashes() -> Iterator[CrashHandler]:
    handler = CrashHandler()
    handler.install()
    yield handler
    handler.remove()


def test_an_unexpected_error_is_written_down_and_shown(crashes: CrashHandler, qtbot: QtBot) -> None:
    texts: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(box.detailedText())
        box.accept()

    crashes.showing.connect(lambda: QTimer.singleShot(0, look))
    sys.excepthook(*error())
    qtbot.waitUntil(lambda: bool(texts))
    assert "ValueError: unexpected" in texts[0]
    assert "ValueError: unexpected" in crashes.file.read_text(encoding="utf-8")


def test_the_sample_is_a_copy_that_keeps_what_the_user_did() -> None:
    copy = sample_site()
    assert copy != resource("sample-site")
    (copy / "mine.md").write_text("mine", encoding="utf-8")
    assert (sample_site() / "mine.md").is_file()
