"""Starting and stopping the program from a terminal."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from reviewer.errors import ReviewerError
from reviewer.ui.app import refuse_hopeless_start
from reviewer.ui.interrupts import Interrupts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a rule of Linux")


@on_linux
def test_without_a_display_the_start_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ReviewerError, match=r"no display.*reviewer demo"):
        refuse_hopeless_start()


@on_linux
def test_root_is_told_why_the_window_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    with pytest.raises(ReviewerError, match="ordinary user"):
        refuse_hopeless_start()


@on_linux
def test_a_user_with_a_display_may_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("DISPLAY", ":0")
    refuse_hopeless_start()


def test_ctrl_c_in_the_terminal_reaches_the_window(qtbot: QtBot) -> None:
    calls: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    interrupts = Interrupts(lambda: calls.append("close"))
    try:
        signal.raise_signal(signal.SIGINT)
        qtbot.waitUntil(lambda: calls == ["close"])
    finally:
        interrupts.remove()
    assert signal.getsignal(signal.SIGINT) is before
