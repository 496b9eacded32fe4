"""What other threads leave for the GUI thread: in order, and in small portions."""

from __future__ import annotations

import threading
from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from reviewer.site.index.messages import EVERYTHING, Checked, Read, Row, Rows, Search
from reviewer.ui.gui_librarian import MOST_COUNTS, MOST_ROWS, GuiLibrarian, portions
from reviewer.ui.mailbox import PORTION, Mailbox
from tests.support.scripted_librarian import ScriptedLibrarian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reviewer.site.index.messages import Answer, News


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    mailbox = Mailbox()
    yield mailbox
    mailbox.close()


def elsewhere(work: object) -> None:
    """Carry ``work`` through in another thread."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)


def test_what_is_posted_elsewhere_is_done_here_and_in_order(qtbot: QtBot, mailbox: Mailbox) -> None:
    seen: list[tuple[int, int]] = []

    def post_all() -> None:
        for number in range(50):
            mailbox.post(lambda number=number: seen.append((number, threading.get_ident())))

    elsewhere(post_all)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [(number, threading.get_ident()) for number in range(50)]


def test_the_window_has_its_turn_between_portions(qtbot: QtBot, mailbox: Mailbox) -> None:
    events: list[str] = []
    QTimer.singleShot(0, lambda: events.append("window"))

    def letter() -> None:
        events.append("letter")
        threading.Event().wait(PORTION)

    for _ in range(5):
        mailbox.post(letter)
    qtbot.waitUntil(lambda: events.count("letter") == 5)
    assert "window" in events[:3]


def test_a_closed_mailbox_does_nothing_more(qtbot: QtBot, mailbox: Mailbox) -> None:
    seen: list[int] = []
    mailbox.post(lambda: seen.append(1))
    mailbox.close()
    mailbox.post(lambda: seen.append(2))
    qtbot.wait(1)
    assert not seen


def test_long_news_come_in_portions_that_say_the_same() -> None:
    rows = tuple(Row(number, f"{number}.md") for number in range(2 * MOST_ROWS + 1))
    parts = list(portions(Rows(rows, 5, 9)))
    assert len(parts) == 3
    assert tuple(row for part in parts for row in part.rows) == rows
    assert {(part.done, part.total) for part in parts} == {(5, 9)}


def test_many_counts_come_in_portions_that_say_the_same() -> None:
    ids = array("I", range(MOST_COUNTS + 1))
    parts = list(portions(Checked(ids, ids, ids, ids)))
    assert [len(part.hints) for part in parts] == [MOST_COUNTS, 1]
    assert parts[1] == Checked(*(ids[MOST_COUNTS:] for _ in range(4)))


def test_short_news_stay_whole() -> None:
    assert list(portions(Read())) == [Read()]


def test_news_and_answers_arrive_on_this_thread_and_in_order(
    qtbot: QtBot, mailbox: Mailbox, tmp_path: Path
) -> None:
    inner = ScriptedLibrarian()
    librarian = GuiLibrarian(inner, mailbox)
    seen: list[News | Answer] = []
    threads: set[int] = set()

    def hear(what: News | Answer) -> None:
        seen.append(what)
        threads.add(threading.get_ident())

    librarian.open(tmp_path, hear)
    librarian.search(Search("", EVERYTHING), hear)

    def work() -> None:
        inner.tell(Rows((Row(1, "a.md"),), 1, 1))
        inner.answer(1)
        inner.tell(Read())

    elsewhere(work)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert [type(each).__name__ for each in seen] == ["Rows", "Answer", "Read"]
    assert threads == {threading.get_ident()}
