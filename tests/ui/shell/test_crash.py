"""Whatever goes wrong, and wherever, is written down and told in plain words."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from reviewer.errors import ReviewerError
from reviewer.ui.crash import CrashHandler, crash_message
from reviewer.ui.logbook import LOG_SIZE
from reviewer.ui.mailbox import Mailbox
from reviewer.ui.prompts import QtPrompts
from reviewer.ui.tasks import ThreadTasks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Bench:
    """The handler, and what its messages said before somebody closed them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.handler = CrashHandler()
        self.reports: list[str] = []
        self._qtbot = qtbot
        self.handler.showing.connect(lambda: QTimer.singleShot(0, self._read))

    def _read(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.reports.append(box.detailedText())
        box.button(QMessageBox.StandardButton.Ok).click()

    def wait(self, count: int = 1) -> None:
        """Until so many messages have come and gone."""
        self._qtbot.waitUntil(lambda: len(self.reports) >= count)

    @property
    def log(self) -> str:
        return self.handler.file.read_text(encoding="utf-8")


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr("reviewer.ui.crash.log_file", lambda: tmp_path / "reviewer.log")
    made = Bench(qtbot)
    made.handler.install()
    yield made
    made.handler.remove()


class Sender(QObject):
    happened = Signal()


def fail() -> None:
    raise ZeroDivisionError("of ours")


def test_an_error_in_a_slot_is_shown(bench: Bench) -> None:
    sender = Sender()
    sender.happened.connect(fail)
    sender.happened.emit()
    bench.wait()
    assert "ZeroDivisionError: of ours" in bench.reports[0]
    assert "in fail" in bench.log


def test_an_error_in_a_timer_is_shown(bench: Bench) -> None:
    QTimer.singleShot(0, fail)
    bench.wait()
    assert "ZeroDivisionError: of ours" in bench.reports[0]


def test_an_error_in_a_thread_is_shown(bench: Bench) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    bench.wait()
    thread.join()
    assert "ZeroDivisionError: of ours" in bench.reports[0]


def test_an_error_in_background_work_is_shown_with_its_report(bench: Bench) -> None:
    mailbox = Mailbox()
    tasks = ThreadTasks(QtPrompts().show_error, mailbox)
    tasks.run("work", fail, lambda _none: None)
    bench.wait()
    tasks.close()
    assert "in fail" in bench.reports[0]


def test_an_error_that_was_expected_has_no_report(bench: Bench, qtbot: QtBot) -> None:
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), box.detailedText()])
        box.reject()

    QTimer.singleShot(0, look)
    QtPrompts().show_error(ReviewerError("The disk is full."))
    assert said == ["The disk is full.", ""]
    assert bench.reports == []


class Painter(QWidget):
    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted += 1
        fail()


def test_what_fails_at_each_repaint_is_shown_once(bench: Bench, qtbot: QtBot) -> None:
    painter = Painter()
    qtbot.addWidget(painter)
    painter.show()
    bench.wait()
    for _ in range(3):
        seen = painter.painted
        painter.update()
        qtbot.waitUntil(lambda seen=seen: painter.painted > seen)
    assert len(bench.reports) == 1
    assert bench.log.count("ZeroDivisionError: of ours") >= 4


def test_two_errors_are_shown_one_after_the_other(bench: Bench) -> None:
    QTimer.singleShot(0, fail)
    bench.wait()
    QTimer.singleShot(0, lambda: [].pop())
    bench.wait(2)
    assert "IndexError" in bench.reports[1]


class Falling:
    def __del__(self) -> None:
        fail()


def test_an_error_while_an_object_goes_is_written_down(bench: Bench) -> None:
    Falling()
    assert "ZeroDivisionError: of ours" in bench.log
    assert bench.reports == []


@pytest.mark.qt_log_ignore("not as it should be")
def test_what_qt_says_goes_to_the_log(bench: Bench, capfd: pytest.CaptureFixture[str]) -> None:
    qWarning("not as it should be")
    assert "WARNING Qt: not as it should be" in bench.log
    assert capfd.readouterr().err == ""


def test_warnings_of_python_go_to_the_log(bench: Bench) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old habit", DeprecationWarning, stacklevel=1)
    assert "DeprecationWarning: old habit" in bench.log


def test_the_log_never_grows_large(bench: Bench) -> None:
    for _ in range(30):
        logging.getLogger("reviewer").warning("x" * (LOG_SIZE // 10))
    files = list(bench.handler.file.parent.glob("reviewer.log*"))
    assert len(files) == 2
    assert all(file.stat().st_size <= LOG_SIZE for file in files)


def test_text_that_is_none_does_not_stop_the_log(bench: Bench) -> None:
    logging.getLogger("reviewer").warning("caf\udce9.md")
    assert "WARNING reviewer" in bench.log


def test_hooks_are_given_back(bench: Bench) -> None:
    ours = sys.excepthook, threading.excepthook, sys.unraisablehook
    bench.handler.remove()
    theirs = sys.excepthook, threading.excepthook, sys.unraisablehook
    bench.handler.install()
    assert not set(map(id, ours)) & set(map(id, theirs))


def test_the_report_can_be_copied_and_the_message_stays(qtbot: QtBot, tmp_path: Path) -> None:
    box = crash_message("the report", tmp_path / "reviewer.log")
    qtbot.addWidget(box)
    box.show()
    copying = next(b for b in box.findChildren(QPushButton) if b.text() == "Copy report")
    copying.click()
    assert QGuiApplication.clipboard().text() == "the report"
    assert box.isVisible()
