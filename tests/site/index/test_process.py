"""The librarian in a process of its own: what it tells, and that it outlives its process."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from reviewer.site.index.messages import (
    Answer,
    Checked,
    Failed,
    Found,
    Gone,
    Learnt,
    Opened,
    Read,
    Ready,
    Rows,
    Search,
)
from reviewer.site.index.place import place_of
from reviewer.site.index.process import ProcessLibrarian
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

News = TypeVar("News")
GUARD = 60


class Ears:
    """Takes news from another thread."""

    def __init__(self) -> None:
        self.heard: Queue[Any] = Queue()
        self.all: list[Any] = []

    def hear(self, news: Any) -> None:
        self.heard.put(news)

    def until(self, kind: type[News]) -> News:
        """The next news of this kind; what comes before is kept in ``all``."""
        while True:
            news = self.heard.get(timeout=GUARD)
            self.all.append(news)
            if isinstance(news, kind):
                return news


@pytest.fixture
def librarian() -> Iterator[ProcessLibrarian]:
    made = ProcessLibrarian()
    yield made
    made.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {f"posts/{n}.md": post(f"title: Post {n}\ncategory: News") for n in range(20)}
    return write_site(tmp_path / "site", files)


def opened(librarian: ProcessLibrarian, root: Path) -> Ears:
    ears = Ears()
    librarian.open(root, ears.hear)
    ears.until(Ready)
    return ears


def asked(librarian: ProcessLibrarian, query: str) -> Found:
    answers: Queue[Answer] = Queue()
    librarian.search(Search(query), answers.put)
    while True:
        found = answers.get(timeout=GUARD).value
        assert isinstance(found, Found)
        if not found.pending:
            return found


def child_of(librarian: ProcessLibrarian) -> subprocess.Popen[bytes]:
    process = librarian._process
    assert process is not None
    return process


def test_folder_is_read_learnt_and_checked(librarian: ProcessLibrarian, site: Path) -> None:
    ears = opened(librarian, site)
    kinds = list(dict.fromkeys(type(news) for news in ears.all))
    assert kinds == [Opened, Rows, Read, Learnt, Checked, Ready]
    rows = [row for news in ears.all if isinstance(news, Rows) for row in news.rows]
    assert sorted(row.path for row in rows) == sorted(f"posts/{n}.md" for n in range(20))


def test_searches_are_answered(librarian: ProcessLibrarian, site: Path) -> None:
    opened(librarian, site)
    assert len(asked(librarian, "").ids) == 20
    assert len(asked(librarian, "category:News").ids) == 20
    assert len(asked(librarian, "category:Policy").ids) == 0
    assert asked(librarian, 'date>="').problem is not None


def test_all_who_ask_the_same_are_answered(librarian: ProcessLibrarian, site: Path) -> None:
    opened(librarian, site)
    answers: Queue[Answer] = Queue()
    for _ in range(20):
        librarian.values("category", answers.put)
    groups = [answers.get(timeout=GUARD).value for _ in range(20)]
    assert {choice.count for group in groups for choice in group.choices} == {20}


def test_file_changed_by_another_program_is_noticed(
    librarian: ProcessLibrarian, site: Path
) -> None:
    ears = opened(librarian, site)
    write_site(site, {"posts/3.md": post("title: Changed elsewhere")})
    assert [row.title for row in ears.until(Rows).rows] == ["Changed elsewhere"]


def test_another_folder_can_be_opened_at_any_time(
    librarian: ProcessLibrarian, site: Path, tmp_path: Path
) -> None:
    other = write_site(tmp_path / "other", {"a.md": post("title: A")})
    first, second = Ears(), Ears()
    librarian.open(site, first.hear)
    librarian.open(other, second.hear)
    assert second.until(Opened).folder.root == other.resolve()
    assert [row.path for row in second.until(Rows).rows] == ["a.md"]
    second.until(Ready)


def test_death_of_the_process_goes_unnoticed(librarian: ProcessLibrarian, site: Path) -> None:
    ears = opened(librarian, site)
    before = child_of(librarian)
    before.kill()
    ears.until(Opened)
    ears.until(Ready)
    assert child_of(librarian) is not before
    assert not any(isinstance(news, Failed) for news in ears.all)
    assert len(asked(librarian, "").ids) == 20


def test_process_that_dies_again_and_again_is_told_of(
    librarian: ProcessLibrarian, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.site.index.process.CHILD", "reviewer.site.index.no_such_module")
    ears = Ears()
    librarian.open(site, ears.hear)
    assert "several times" in str(ears.until(Failed).error)
    monkeypatch.undo()
    assert opened(librarian, site).all


def test_whoever_asks_while_a_folder_is_being_opened_is_answered_about_it(
    librarian: ProcessLibrarian, site: Path, tmp_path: Path
) -> None:
    opened(librarian, write_site(tmp_path / "other", {"a.md": post("title: A")}))
    librarian.open(site, Ears().hear)
    answers: Queue[Answer] = Queue()
    librarian.values("title", answers.put)
    answer = answers.get(timeout=GUARD)
    assert answer.error is None
    assert "A" not in {choice.label for choice in answer.value.choices}


def test_searches_are_answered_with_an_index_made_by_other_code(
    librarian: ProcessLibrarian, site: Path
) -> None:
    opened(librarian, site)
    librarian.close()
    with closing(sqlite3.connect(place_of(site.resolve()))) as db, db:
        db.execute("UPDATE meta SET value = 'Reviewer of old' WHERE name = 'stamp'")
    ears = Ears()
    librarian.open(site, ears.hear)
    asked(librarian, "Post")
    ears.until(Ready)
    assert len(asked(librarian, "Post").ids) == 20


def test_what_was_asked_of_a_process_that_died_is_answered_by_the_next(
    librarian: ProcessLibrarian, site: Path
) -> None:
    opened(librarian, site)
    answers: Queue[Answer] = Queue()
    child_of(librarian).kill()
    librarian.search(Search("Post"), answers.put)
    librarian.survey(answers.put)
    assert [answers.get(timeout=GUARD).error for _ in range(2)] == [None, None]


def test_whoever_waits_for_a_process_that_is_given_up_hears_of_it(
    librarian: ProcessLibrarian, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.site.index.process.CHILD", "reviewer.site.index.no_such_module")
    answers: Queue[Answer] = Queue()
    librarian.open(site, Ears().hear)
    librarian.facets(answers.put)
    assert "several times" in str(answers.get(timeout=GUARD).error)
    librarian.search(Search(""), answers.put)
    assert "several times" in str(answers.get(timeout=GUARD).error)


def test_work_can_be_stopped_and_taken_up_again(
    librarian: ProcessLibrarian, tmp_path: Path
) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}") for n in range(2000)})
    ears = Ears()
    librarian.open(tmp_path, ears.hear)
    ears.until(Rows)
    librarian.stop()
    assert not ears.until(Read).complete
    librarian.refresh()
    assert ears.until(Read).complete
    ears.until(Ready)
    assert not any(isinstance(news, Gone) for news in ears.all)
    paths = {row.path for news in ears.all if isinstance(news, Rows) for row in news.rows}
    assert len(paths) == 2000


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
def test_nothing_is_left_running(librarian: ProcessLibrarian, site: Path) -> None:
    opened(librarian, site)
    process = child_of(librarian)
    family = {process.pid, *_children(process.pid)}
    librarian.close()
    assert process.returncode == 0
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
def test_process_dies_with_the_one_it_works_for(site: Path) -> None:
    code = (
        "import sys, threading, pathlib, os\n"
        "from reviewer.site.index.messages import Ready\n"
        "from reviewer.site.index.process import ProcessLibrarian\n"
        "done = threading.Event()\n"
        "made = ProcessLibrarian()\n"
        "made.open(pathlib.Path(sys.argv[1]), lambda n: isinstance(n, Ready) and done.set())\n"
        "assert done.wait(60)\n"
        "print(made._process.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    window = subprocess.Popen(
        [sys.executable, "-c", code, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with window:
        assert window.stdout is not None
        child = int(window.stdout.readline())
        ended = os.pidfd_open(child)
        window.send_signal(signal.SIGKILL)
    poller = select.poll()
    poller.register(ended)
    assert poller.poll(GUARD * 1000)
    os.close(ended)


def test_child_needs_no_qt(tmp_path: Path) -> None:
    code = "import sys, reviewer.site.index.child; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _children(pid: int) -> set[int]:
    tasks = Path(f"/proc/{pid}/task")
    texts = [(task / "children").read_text() for task in tasks.iterdir()]
    return {int(each) for text in texts for each in text.split()}
