"""Kills the desk at random moments and looks at what is left: files whole, typing recovered.

Each round is a process that edits, journals and saves three posts as the window
does, and says each keystroke that the desk has accepted. It is killed by
``SIGKILL`` at a random moment. Then every file must be a version that was to be
saved, whole, and the journal must give back all that was typed until a second
before the end. ``--window`` does rounds with the real window off screen.

    python -m tests.measure.crashes --rounds 500
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.desk.journal.journal import Journal
from reviewer.desk.journal.recorder import Recorder
from reviewer.desk.journal.restoring import offers_in
from reviewer.desk.workspace import Workspace
from reviewer.document.edits import Span, TextEdit
from reviewer.site.folder import Folder
from reviewer.site.index.inline import InlineLibrarian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.queues import SimpleQueue

LANES = 4
GRACE = 1.0
"""Seconds before the end from which on typing may be lost."""
LONGEST = 2.4
"""Seconds that a round lives at most."""
POSTS = ("short.md", "notes/long.md", "windows.md")
TEXTS = (
    b"---\ntitle: Short\n---\n\nBegin: ",
    b"---\ntitle: Long\ntags: [a, b]\n---\n\n"
    + b"A line of sixty characters, as prose has.\n" * 1500,
    b"\xef\xbb\xbf---\r\ntitle: Windows\r\n---\r\n\r\nBegin: ",
)
PROSE = "".join(f"{number} words, " for number in range(4000))
OFF_SCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
}
TYPED, SAVING = 0, 1
_SAID = struct.Struct("=BBId")


@dataclass(slots=True)
class Result:
    """What became of some rounds."""

    rounds: int = 0
    typed: int = 0
    saves: int = 0
    offers: int = 0
    left_over: int = 0
    worst: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Count another's rounds too."""
        for name in ("rounds", "typed", "saves", "offers", "left_over"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.worst = max(self.worst, other.worst)
        self.faults += other.faults


def version(post: int, count: int) -> bytes:
    """A post after so many keystrokes."""
    return TEXTS[post] + PROSE[:count].encode()


def write_site(root: Path) -> None:
    """The posts as they are before a round."""
    (root / "notes").mkdir(parents=True)
    for name, text in zip(POSTS, TEXTS, strict=True):
        (root / name).write_bytes(text)


def edit_for_ever(root: Path, journals: Path, pipe: int, seed: int) -> None:
    """What the process does that is going to be killed."""
    dice = random.Random(seed)
    workspace = Workspace(InlineLibrarian())
    Recorder(workspace, Journal(journals))
    workspace.open_folder(Folder.open(root))
    posts = [workspace.lay(workspace.load(name)) for name in POSTS]
    counts = [0] * len(posts)
    rush = dice.choice((0.0002, 0.003, 0.02))
    often = dice.choice((0.0, 0.01, 0.2))
    chosen = 0
    while True:
        if dice.random() < 0.02:
            chosen = dice.randrange(len(posts))
        post, count = posts[chosen], counts[chosen]
        end = len(post.post.text)
        edit = TextEdit(Span(end, end), PROSE[count])
        post.edit_text([edit], label="Typing", merge_key="typing")
        counts[chosen] = count + 1
        os.write(pipe, _SAID.pack(TYPED, chosen, count + 1, time.monotonic()))
        if dice.random() < often:
            os.write(pipe, _SAID.pack(SAVING, chosen, count + 1, time.monotonic()))
            workspace.save(post)
        time.sleep(dice.expovariate(1 / rush))


def run_round(folder: Path, seed: int) -> Result:
    """One process from its start to its end, and a look at what it left."""
    root, journals = folder / "site", folder / "journals"
    write_site(root)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        edit_for_ever(root, journals, writing, seed)
    os.close(writing)
    said = bytearray(os.read(reading, _SAID.size))  # its first keystroke
    os.set_blocking(reading, False)
    deadline = time.monotonic() + random.Random(seed).uniform(0, LONGEST)
    while (now := time.monotonic()) < deadline:
        said += _heard(reading)
        time.sleep(min(0.005, max(0.0, deadline - now)))
    killed = time.monotonic()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := _heard(reading):
        said += more
    os.close(reading)
    whole = len(said) // _SAID.size * _SAID.size
    return judged(root, journals, list(_SAID.iter_unpack(said[:whole])), killed)


def _heard(pipe: int) -> bytes:
    try:
        return os.read(pipe, 1 << 16)
    except BlockingIOError:
        return b""


def judged(
    root: Path, journals: Path, said: list[tuple[int, int, int, float]], killed: float
) -> Result:
    """Compare what is left with what was said."""
    result = Result(rounds=1)
    result.typed = sum(kind == TYPED for kind, *_rest in said)
    result.saves = len(said) - result.typed
    offers = offers_in(journals)
    result.offers = len(offers)
    texts = {offer.work.place.path: offer.work.text for offer in offers}
    for offer in offers:
        offer.found.release()
    for number, name in enumerate(POSTS):
        mine = [one for one in said if one[1] == number]
        result.faults += _faults(root / name, number, texts.get(name), mine, killed, result)
    files = [file for file in root.rglob("*") if file.is_file()]
    result.left_over = len(files) - len(POSTS)
    return result


def _faults(
    file: Path,
    number: int,
    text: str | None,
    said: list[tuple[int, int, int, float]],
    killed: float,
    result: Result,
) -> Iterator[str]:
    """What is wrong with one post."""
    on_disk = file.read_bytes()
    saved = len(on_disk) - len(TEXTS[number])
    begun = {0, *(count for kind, _post, count, _time in said if kind == SAVING)}
    if saved not in begun or on_disk != version(number, saved):
        yield f"{file.name}: neither an old nor a new version ({saved})"
    recovered = saved
    if text is not None:
        plain = version(number, 0).decode("utf-8-sig")
        recovered = max(saved, len(text) - len(plain))
        if text != plain + PROSE[: len(text) - len(plain)]:
            yield f"{file.name}: the journal gives a text that nobody typed"
    lost = [at for kind, _post, count, at in said if kind == TYPED and count > recovered]
    if lost:
        age = killed - lost[0]
        result.worst = max(result.worst, age)
        if age > GRACE:
            yield f"{file.name}: {len(lost)} keystrokes lost, the first {age:.2f} s old"


def run_lane(seeds: range, told: SimpleQueue[Result]) -> None:
    """Rounds one after the other."""
    for seed in seeds:
        with tempfile.TemporaryDirectory(prefix="crash-") as folder:
            os.environ["XDG_STATE_HOME"] = folder
            told.put(run_round(Path(folder), seed))


def run_rounds(rounds: int, seed: int = 0) -> Result:
    """So many rounds, some at a time."""
    context = multiprocessing.get_context("fork")
    told: SimpleQueue[Result] = context.SimpleQueue()
    lanes = [
        context.Process(target=run_lane, args=(range(seed + lane, seed + rounds, LANES), told))
        for lane in range(min(LANES, rounds))
    ]
    for lane in lanes:
        lane.start()
    total = Result()
    for _ in range(rounds):
        total.add(told.get())
    for lane in lanes:
        lane.join()
    told.close()
    return total


def run_window_round(folder: Path, seed: int) -> Result:
    """The real window off screen with somebody at the keys, killed in between."""
    root = folder / "site"
    write_site(root)
    command = [sys.executable, "-m", "tests.e2e.typist", str(root), POSTS[0], PROSE[:400]]
    private = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
    with subprocess.Popen(
        command,
        env=os.environ | OFF_SCREEN | private,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()  # its first keystroke
        time.sleep(random.Random(seed).uniform(0, LONGEST))
        killed = time.monotonic()
        process.kill()
        said += process.stdout.read()
    words = [line.split() for line in said.decode().splitlines(keepends=True) if line[-1] == "\n"]
    typed = [(TYPED, 0, int(count), float(at)) for count, at in words]
    return judged(root, folder / "state" / "reviewer" / "journal", typed, killed)


def run_window_rounds(rounds: int, seed: int) -> Result:
    """So many rounds, one after the other."""
    total = Result()
    for number in range(seed, seed + rounds):
        with tempfile.TemporaryDirectory(prefix="crash-", ignore_cleanup_errors=True) as folder:
            total.add(run_window_round(Path(folder), number))
    return total


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--window", action="store_true", help="the real window, off screen")
    args = parser.parse_args()
    begun = time.monotonic()
    run = run_window_rounds if args.window else run_rounds
    result = run(args.rounds, args.seed)
    print(f"{result.rounds} processes killed in {time.monotonic() - begun:.0f} s")
    print(f"{result.typed:,} keystrokes, {result.saves:,} saves, {result.offers:,} posts offered")
    print(f"oldest keystroke lost: {result.worst:.2f} s before the end ({GRACE:.0f} s allowed)")
    print(f"temporary files left by the killed: {result.left_over}")
    print(f"faults: {len(result.faults)}")
    for text, count in Counter(result.faults).most_common(20):
        print(f"  {count} x {text}")
    raise SystemExit(bool(result.faults))


if __name__ == "__main__":
    main()
