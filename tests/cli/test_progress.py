"""Progress is shown on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from reviewer.cli import progress


class Terminal(io.StringIO):
    """Standard error that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)


def test_a_terminal_shows_how_far_a_run_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress.tracked(range(3), "Editing")) == [0, 1, 2]
    assert "Editing" in terminal.getvalue()


def test_a_file_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    assert list(progress.tracked(range(3), "Editing")) == [0, 1, 2]
    assert file.getvalue() == ""


def test_output_and_complaints_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    progress.say("result")
    progress.complain("problem")
    assert capsys.readouterr() == ("result\n", "problem\n")


def test_lines_are_printed_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for _ in progress.tracked(range(2), "Editing"):
        progress.complain("problem")
    assert "\rproblem\n" in terminal.getvalue()


def test_a_bar_brings_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    before = threading.active_count()
    monkeypatch.setattr(sys, "stderr", Terminal())
    counts = [threading.active_count() for _ in progress.tracked(range(2), "Editing")]
    assert counts == [before, before]


def test_a_short_run_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1000)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress.tracked(range(3), "Editing")) == [0, 1, 2]
    assert terminal.getvalue() == ""
