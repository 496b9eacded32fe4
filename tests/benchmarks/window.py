"""One window on one folder, measured in a process of its own; prints what it found as JSON.

``python -m tests.benchmarks.window WHAT FOLDER``, off screen, in the environment
that its caller made private. Run by ``tests.benchmarks.figures.window``.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from reviewer.ui.automation.stage import Stage, stage
from reviewer.ui.automation.waiting import NeverCame, pause, until
from reviewer.ui.flows.reading import Phase
from reviewer.ui.listing.order import ORDERS
from reviewer.ui.panels.posts.table import PostsTable
from reviewer.ui.panels.posts.view import PostsView
from reviewer.ui.quiet_heap import quieten_heap
from tests.benchmarks.heart import Heart
from tests.benchmarks.timing import percentile

if TYPE_CHECKING:
    from collections.abc import Callable

BEAT = 5
WHOLE = 900_000
"""Milliseconds after which a run that does not end is given up."""
LONGEST_WAIT = 3_000
"""Milliseconds after which a key counts as one that changes nothing."""
QUERIES = ("news", "energy", "tra", "2021", "oil", "mar")
TEXTS = ('"that is"', '"from the"', '"with its"', '"as by"')


class Painted(QObject):
    """Notes when the list has been painted with rows that it had not shown before."""

    def __init__(self, tree: PostsTable) -> None:
        super().__init__(tree)
        self._tree = tree
        self._fresh = False
        self.at = 0.0
        model = tree.model()
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted):
            changed.connect(self._rows_changed)
        model.rowsRemoved.connect(self._rows_changed)
        tree.viewport().installEventFilter(self)

    def await_new_rows(self, act: Callable[[], None], patience: int = WHOLE) -> float:
        """Milliseconds from ``act`` to the painting of the rows that came of it."""
        self.at, self._fresh = 0.0, False
        begun = time.perf_counter()
        act()
        until(lambda: self.at, "the list is painted anew", patience)
        return (self.at - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Painting comes after this; a timer's turn comes once it is done."""
        if event.type() == QEvent.Type.Paint and self._fresh and self._tree.model().rowCount():
            self._fresh = False
            QTimer.singleShot(0, self._note)
        return False

    def _rows_changed(self) -> None:
        self._fresh = True

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


def opening(scene: Stage, root: Path) -> dict[str, float]:
    """How soon rows are seen, and how long the window stands still until all is known."""
    painted = Painted(scene.window.findChild(PostsTable))
    heart = Heart(BEAT)
    heart.start()
    first = painted.await_new_rows(lambda: scene.window.shell.open_folder(root))
    until(lambda: is_known(scene), "the folder is known", WHOLE)
    longest = heart.stop()
    return {
        "first": first,
        "longest": longest,
        "p99": percentile(heart.pauses, 99),
        "memory": memory(),
    }


def narrowing(scene: Stage, root: Path) -> dict[str, float]:
    """How soon the list shows what was typed or in which order it was asked to stand."""
    scene.window.shell.open_folder(root)
    until(lambda: is_known(scene), "the folder is known", WHOLE)
    painted = Painted(scene.window.findChild(PostsTable))
    view = scene.window.findChild(PostsView)
    view.show_filter(True)
    keys = [key_times(painted, view, query) for query in QUERIES]
    sorts = [
        painted.await_new_rows(lambda order=order: scene.window.shell.choose_order(order))
        for _ in range(3)
        for order in ("title", "oldest", "problems", "newest")
        if order in ORDERS
    ]
    gather_texts(scene, view)
    texts = [key_times(painted, view, text, last=3) for text in TEXTS]
    return {
        "filter": percentile([each for row in keys for each in row], 95),
        "sort": percentile(sorts, 95),
        "text": percentile([each for row in texts for each in row], 95),
    }


def gather_texts(scene: Stage, view: PostsView) -> None:
    """Search the bodies once: the first such search has them all read, with a count shown."""
    view.filter.setText(TEXTS[0])
    pause(1000)
    listing = scene.context.listing
    until(lambda: not (listing.searching or listing.found.pending), "all texts are known", WHOLE)


def key_times(painted: Painted, view: PostsView, query: str, last: int = 99) -> list[float]:
    """Type a query key by key; the times of the ``last`` keys that changed the list."""
    view.filter.clear()
    pause(300)
    before, keys = query[:-last], query[-last:]
    view.filter.setText(before)
    pause(1000 if before else 300)
    times: list[float] = []
    for key in keys:
        with suppress(NeverCame):  # the same posts fit as before
            times.append(painted.await_new_rows(lambda key=key: press(view, key), LONGEST_WAIT))
        pause(100)
    return times


def press(view: PostsView, key: str) -> None:
    """One key into the filter line."""
    view.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.keyClicks(view.filter, key)


def is_known(scene: Stage) -> bool:
    """Whether the folder has been read and checked."""
    scene.raise_errors()
    return scene.window.shell.reading.state.phase in (Phase.CHECKED, Phase.STOPPED)


def memory() -> float:
    """Bytes that belong to this process alone."""
    gc.collect()
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return float(sum(int(line.split()[1]) * 1024 for line in lines if "Private" in line))


MEASURES = {"opening": opening, "narrowing": narrowing}


def main() -> None:
    """Measure and print."""
    what, folder = sys.argv[1:]
    with stage() as scene:
        quieten_heap()  # as the program does once its window is shown
        print(json.dumps(MEASURES[what](scene, Path(folder))))


if __name__ == "__main__":
    main()
