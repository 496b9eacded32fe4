"""An hour of an editor's work replayed at speed in one real window, and what it leaves behind.

``python -m tests.measure.soak [--rounds N]``: each round opens a post, types in a field and in the
body, undoes some of it, saves, goes through the tabs, searches, and has another program change,
add and remove files. After a warm-up, memory may grow by a tenth at most, and open files, threads
and temporary files not at all.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.resources import resource
from reviewer.ui.automation.off_screen import go_off_screen
from reviewer.ui.automation.stage import Stage, stage
from reviewer.ui.navigation import TABS

ROUNDS = 360
"""One every ten seconds, for an hour."""
WARM_UP = 0.25
GROWTH = 1.10
WORDS = ("rates", "news", "draft:yes", "a", "")


@dataclass(frozen=True, slots=True)
class Load:
    """What the window's process holds at a moment."""

    megabytes: float
    files: int
    threads: int
    temporary: int

    def __str__(self) -> str:
        return f"{self.megabytes:>8.1f}{self.files:>8}{self.threads:>9}{self.temporary:>11}"


def load() -> Load:
    """Weigh this process, once all that can go has gone."""
    gc.collect()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    return Load(
        _resident(),
        len(os.listdir("/proc/self/fd")),
        threading.active_count(),
        len(os.listdir(tempfile.gettempdir())),
    )


def soak(scene: Stage, root: Path, rounds: int) -> tuple[Load, Load]:
    """Work so many rounds; the load after the warm-up and at the end."""
    editor = Editor(scene, root)
    warm = max(1, int(rounds * WARM_UP))
    loads: dict[int, Load] = {}
    print(f"{'round':>6}{'MB':>8}{'files':>8}{'threads':>9}{'temporary':>11}")
    for number in range(1, rounds + 1):
        editor.work()
        if number in (1, warm, rounds) or number % max(1, rounds // 8) == 0:
            loads[number] = load()
            print(f"{number:>6}{loads[number]}", flush=True)
    return loads[warm], loads[rounds]


class Editor:
    """Somebody at work, and others who change files meanwhile; the same each time."""

    def __init__(self, scene: Stage, root: Path) -> None:
        self._scene = scene
        self._root = root
        self._chance = random.Random(7)
        self._posts = sorted(row.path for row in scene.context.workspace.catalogue)
        self._rounds = 0

    def work(self) -> None:
        """One round."""
        self._rounds += 1
        for step in (self._edit, self._look_around, self._search, self._others):
            step()
            self._scene.settle()

    def _edit(self) -> None:
        self._scene.show(self._chance.choice(self._posts))
        post = self._scene.context.workspace.current
        if post is None or post.post.problem is not None:
            return
        words = f"\nword {self._rounds % 10}\n"
        for typed in words:
            end = len(post.post.text)
            post.edit_text([TextEdit(Span(end, end), typed)], label="Typing", merge_key="body")
        post.edit(SetValue(("title",), f"Title {self._rounds}"), label="Title")
        post.undo()
        post.redo()
        self._scene.window.shell.saving.save_current()
        self._scene.settle()
        end = len(post.post.text)
        post.edit_text([TextEdit(Span(end - len(words), end), "")], label="Cut")
        self._scene.window.shell.saving.save_current()

    def _look_around(self) -> None:
        for tab in TABS:
            self._scene.context.navigation.go_to_tab(tab)
            self._scene.settle()

    def _search(self) -> None:
        self._scene.context.listing.show_query(self._chance.choice(WORDS))

    def _others(self) -> None:
        """Another program writes into the folder."""
        file = self._root / self._chance.choice(self._posts)
        if file.exists():
            file.write_bytes(file.read_bytes()[:20_000])
        extra = self._root / "_posts" / "2026-03-01-passing.md"
        if extra.exists():
            extra.unlink()
        else:
            extra.write_text("---\ntitle: Passing\n---\nx\n", "utf-8")


def own_folders(place: Path) -> None:
    """Temporary files and state in folders of our own, where nobody else's count."""
    for variable, name in (("TMPDIR", "tmp"), ("XDG_STATE_HOME", "state")):
        (place / name).mkdir()
        os.environ[variable] = str(place / name)
    tempfile.tempdir = None


def _resident() -> float:
    """Megabytes of this process that are its own."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Soak and judge; 1 where something grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    go_off_screen()
    with tempfile.TemporaryDirectory(prefix="reviewer-soak-") as place:
        own_folders(Path(place))
        root = Path(shutil.copytree(resource("sample-site"), Path(place) / "site"))
        with stage() as scene:
            scene.open(root)
            warm, end = soak(scene, root, rounds)
    grown = end.megabytes / warm.megabytes
    print(f"memory at the end is {grown:.2f} of that after the warm-up")
    steady = (
        end.files <= warm.files and end.threads <= warm.threads and end.temporary <= warm.temporary
    )
    return 0 if grown <= GROWTH and steady else 1


if __name__ == "__main__":
    sys.exit(main())
