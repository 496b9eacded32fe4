"""Prints how long a key press in the body takes to be seen in the preview.

``python -m tests.benchmarks.preview [--keys N]`` types into the sample post and
into longer ones made of it, in the real window off screen, in a Jekyll folder
and in one without an engine. "painted" is the time from the key event to the
end of the first frame that shows the change, by the page's own clock; "key
event" how long Qt's handling of the key took, all panels together; "preview"
the longest that the preview's own code kept the GUI thread, waiting for
Python's lock included, "worked" how much of that it had a processor; "more" by
how much a timer on the GUI thread was held up longer than under the same typing
with the preview told nothing.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtTest import QTest

from reviewer.document.post import Post
from reviewer.render.page import article
from reviewer.resources import resource
from reviewer.ui.automation.stage import Stage, stage
from reviewer.ui.automation.waiting import pause, until
from reviewer.ui.panels.preview.presenter import PreviewPresenter
from reviewer.ui.quiet_heap import quieten_heap
from reviewer.ui.widgets.code_edit import CodeEdit
from tests.benchmarks.heart import Heart
from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.timing import percentile
from tests.support.isolation import isolate, remove

SAMPLE = "sample-site/_posts/2026-02-01-ford-xiaomi-ev-partnership.md"
SIZES = {"sample": 0, "20 kB": 20_000, "250 kB": 250_000}
LIMITS = {"sample": 33, "20 kB": 60, "250 kB": 150}
HELD = 16
ENGINES = {"Jekyll": {"_config.yml": "title: Sample\n"}, "no engine": {}}
PATH = "_posts/2026-02-1{}-post.md"
BEAT = 5
REST = 30

WATCH = """
globalThis.painted = 0;
globalThis.channel = new MessageChannel();
channel.port1.onmessage = () => { painted = performance.timeOrigin + performance.now(); };
new MutationObserver(() => requestAnimationFrame(() => channel.port2.postMessage(0))).observe(
  document.querySelector("article"),
  { subtree: true, childList: true, characterData: true, attributes: true },
);
0
"""


@dataclass
class Times:
    """Milliseconds of every key press."""

    painted: list[float] = field(default_factory=list)
    handled: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    preview: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    held_without: list[float] = field(default_factory=list)


def text_of(size: int) -> str:
    """The sample post, its body repeated up to ``size`` bytes."""
    whole = resource(SAMPLE).read_text("utf-8")
    body = Post.from_bytes(whole.encode()).body
    return whole + body * max(0, (size - len(whole)) // len(body))


def measure(scene: Stage, path: str, keys: int, watch: Stopwatch) -> Times:
    """Type into the middle of the first paragraph of a post, one key at a time."""
    scene.show(path)
    scene.context.navigation.go_to_tab("body")
    scene.settle()
    (box,) = (one for one in scene.window.findChildren(CodeEdit) if one.isVisible())
    scene.context.navigation.go_to_line(18)
    scene.ask_preview(WATCH)
    times = Times()
    for number in range(keys):
        times_of_key(scene, box, "abcdefgh "[number % 9], times, watch)
    with watch.muted():
        for number in range(keys):
            times.held_without.append(hold_of_key(scene, box, "ijklmnop "[number % 9]))
    return times


def times_of_key(scene: Stage, box: CodeEdit, key: str, times: Times, watch: Stopwatch) -> None:
    """Press one key and wait until a frame shows it."""
    heart = Heart(BEAT)
    watch.clear()
    wall, begun = time.time() * 1000, time.perf_counter()
    heart.start()
    QTest.keyClicks(box, key)
    times.handled.append((time.perf_counter() - begun) * 1000)
    # Asking has its price too: first let the work be done, then ask for the time of the frame.
    until(lambda: not scene.context.tasks.is_busy(), "the rendering ends")
    times.held.append(heart.stop() - BEAT)
    until(lambda: float(scene.ask_preview("painted")) > wall, "the change is painted")
    times.preview.append(max(watch.spent))
    times.worked.append(max(watch.worked))
    times.painted.append(float(scene.ask_preview("painted")) - wall)
    pause(REST)


def hold_of_key(scene: Stage, box: CodeEdit, key: str) -> float:
    """How long the GUI thread is held by a key of which the preview is not told."""
    heart = Heart(BEAT)
    heart.start()
    QTest.keyClicks(box, key)
    pause(REST)
    until(lambda: not scene.context.tasks.is_busy(), "the work ends")
    return heart.stop() - BEAT


def render_time(text: str) -> float:
    """Milliseconds that rendering alone takes, the best of five."""
    post = Post.from_bytes(text.encode())
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        article(post)
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    results = run(args.keys)
    if args.json:
        print(json.dumps(results, indent=2))
        return
    print("  ".join(f"{name:>14}" for name in results[0]), " (milliseconds)")
    for row in results:
        print("  ".join(f"{value:>14}" for value in row.values()))


def run(keys: int) -> list[dict[str, object]]:
    """One row for each kind of folder and each size."""
    watch = Stopwatch(PreviewPresenter, ("_on_change", "_show"))
    with watch.running():
        return [row for engine in ENGINES for row in rows_of(engine, keys, watch)]


def rows_of(engine: str, keys: int, watch: Stopwatch) -> list[dict[str, object]]:
    """One row for each size."""
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as name:
        texts = {label: text_of(size) for label, size in SIZES.items()}
        folder = make_folder(Path(name), ENGINES[engine], list(texts.values()))
        with stage(journals=Path(name) / "journals") as scene:
            quieten_heap()
            scene.open(folder)
            for number, (label, text) in enumerate(texts.items()):
                times = measure(scene, PATH.format(number), keys, watch)
                rows.append({"folder": engine, "post": label, **row(label, text, times)})
    return rows


def make_folder(home: Path, files: dict[str, str], posts: list[str]) -> Path:
    """A site with these files and posts."""
    folder = home / "site"
    (folder / PATH).parent.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    for number, text in enumerate(posts):
        (folder / PATH.format(number)).write_text(text, "utf-8")
    return folder


def row(label: str, text: str, times: Times) -> dict[str, object]:
    """What is printed of one size."""
    more = percentile(times.held, 95) - percentile(times.held_without, 95)
    return {
        "render": round(render_time(text), 1),
        "painted_p50": round(percentile(times.painted, 50), 1),
        "painted_p95": round(percentile(times.painted, 95), 1),
        "limit": LIMITS[label],
        "handled_p95": round(percentile(times.handled, 95), 1),
        "preview_p95": round(percentile(times.preview, 95), 1),
        "preview_max": round(max(times.preview), 1),
        "worked_p95": round(percentile(times.worked, 95), 1),
        "held_p95": round(percentile(times.held, 95), 1),
        "more_p95": round(max(more, 0.0), 1),
        "held_limit": HELD,
    }


if __name__ == "__main__":
    private = isolate()
    try:
        main()
    finally:
        remove(private)
