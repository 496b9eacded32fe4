"""Prints how long a key press in the body takes to be seen in the preview.

``python -m tests.benchmarks.preview [--keys N]`` types into the sample post and
into longer ones made of it, in the real window off screen. "painted" is the
time from the key event to the end of the first frame that shows the change, by
the page's own clock; "key event" how long Qt's handling of the key itself took;
"GUI thread" the longest time between two beats of a timer while waiting.
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
from reviewer.ui.automation.waiting import until
from reviewer.ui.widgets.code_edit import CodeEdit
from tests.benchmarks.heart import Heart
from tests.benchmarks.timing import percentile
from tests.support.isolation import isolate, remove

SAMPLE = "sample-site/_posts/2026-02-01-ford-xiaomi-ev-partnership.md"
SIZES = {"sample": 0, "20 kB": 20_000, "250 kB": 250_000}
LIMITS = {"sample": 33, "20 kB": 60, "250 kB": 150}

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


def text_of(size: int) -> str:
    """The sample post, its body repeated up to ``size`` bytes."""
    whole = resource(SAMPLE).read_text("utf-8")
    body = Post.from_bytes(whole.encode()).body
    return whole + body * max(0, (size - len(whole)) // len(body))


def measure(scene: Stage, path: str, keys: int) -> Times:
    """Type into the middle of the first paragraph of a post, one key at a time."""
    scene.show(path)
    scene.context.navigation.go_to_tab("body")
    scene.settle()
    (box,) = (one for one in scene.window.findChildren(CodeEdit) if one.isVisible())
    scene.context.navigation.go_to_line(18)
    scene.ask_preview(WATCH)
    times = Times()
    for number in range(keys):
        times_of_key(scene, box, "abcdefgh "[number % 9], times)
    return times


def times_of_key(scene: Stage, box: CodeEdit, key: str, times: Times) -> None:
    """Press one key and wait until a frame shows it."""
    heart = Heart()
    wall, begun = time.time() * 1000, time.perf_counter()
    heart.start()
    QTest.keyClicks(box, key)
    times.handled.append((time.perf_counter() - begun) * 1000)
    # Asking has its price too: first let the work be done, then ask for the time of the frame.
    until(lambda: not scene.context.tasks.is_busy(), "the rendering ends")
    until(lambda: float(scene.ask_preview("painted")) > wall, "the change is painted")
    times.held.append(heart.stop())
    times.painted.append(float(scene.ask_preview("painted")) - wall)
    QTest.qWait(30)


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
    names = ("post", "render", "painted p50", "p95", "limit", "key event p95", "GUI thread p95")
    print("  ".join(f"{name:>14}" for name in names), " (milliseconds)")
    for row in results:
        print("  ".join(f"{value:>14}" for value in row.values()))


def run(keys: int) -> list[dict[str, object]]:
    """One row for each size."""
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = {label: text_of(size) for label, size in SIZES.items()}
        for number, text in enumerate(texts.values()):
            (folder / f"{number}.md").write_text(text, "utf-8")
        with stage() as scene:
            scene.open(folder)
            for number, (label, text) in enumerate(texts.items()):
                times = measure(scene, f"{number}.md", keys)
                rows.append(row(label, text, times))
    return rows


def row(label: str, text: str, times: Times) -> dict[str, object]:
    """What is printed of one size."""
    return {
        "post": label,
        "render": round(render_time(text), 1),
        "painted_p50": round(percentile(times.painted, 50), 1),
        "painted_p95": round(percentile(times.painted, 95), 1),
        "limit": LIMITS[label],
        "handled_p95": round(percentile(times.handled, 95), 1),
        "held_p95": round(percentile(times.held, 95), 1),
    }


if __name__ == "__main__":
    private = isolate()
    try:
        main()
    finally:
        remove(private)
