"""Lets each call to the system fail in turn while a post is saved or a journal kept.

In every trial one call fails, the first, the second, and so on to the last.
After it, each file must be old or new and whole, nothing but the posts may lie
in the folder, the journal must give the newest text that it had confirmed, and
the message must name the cause. Three ways of failing:

* calls of Python's ``os`` that raise, short writes among them;
* with strace: system calls that fail in the kernel's name, in a child process;
* as root: a file system of 64 KB that is really full.

    python -m tests.measure.faults
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.desk.journal import pages
from reviewer.desk.journal.finding import claim
from reviewer.desk.journal.pages import Note, Pages
from reviewer.desk.journal.work import Place
from reviewer.document.edits import Span, TextEdit
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from reviewer.site import storage
from tests.measure.real_faults import CALLS, DONE, can_trace, fill, small_disk, traced
from tests.support.faults import ERRORS, Fault, failing, short_writes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

OLD = b"---\ntitle: Old\n---\n" + b"old line\n" * 2000
NEW = b"---\ntitle: New\n---\n" + b"new line\n" * 2100
PLACE = Place("/site", "post.md")
SAVED = Post.from_bytes(OLD)


@dataclass(slots=True)
class Result:
    """How the trials of one scenario went."""

    trials: int = 0
    refused: int = 0
    struck: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is done, from a folder made ready to a look at what became of it.

    ``judge`` is told the message of the error that the work ended with, "" for
    none, and the error number that was injected.
    """

    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    judge: Callable[[Path, str, int], Iterator[str]]


def cause(error: int) -> str:
    """What a message says of an error of the system."""
    return storage.explained(OSError(error, os.strerror(error)), Path()).what


# Saving


def _prepare_post(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "post.md").write_bytes(OLD)


def _save(folder: Path) -> None:
    storage.save(folder / "site" / "post.md", NEW, storage.Stored.of(OLD).digest)


def _save_new(folder: Path) -> None:
    storage.save(folder / "site" / "new.md", NEW, None)


def _keep_both(folder: Path) -> None:
    storage.keep_both(folder / "site" / "post.md", NEW)


def _judge_post(folder: Path, message: str, error: int) -> Iterator[str]:
    expected = {"post.md": OLD if message else NEW}
    yield from _judge_files(folder, expected, message, error)


def _judge_new(folder: Path, message: str, error: int) -> Iterator[str]:
    expected = {"post.md": OLD} | ({} if message else {"new.md": NEW})
    yield from _judge_files(folder, expected, message, error)


def _judge_both(folder: Path, message: str, error: int) -> Iterator[str]:
    expected = {"post.md": OLD} | ({} if message else {"post (mine).md": NEW})
    yield from _judge_files(folder, expected, message, error)


def _judge_files(
    folder: Path, expected: dict[str, bytes], message: str, error: int
) -> Iterator[str]:
    found = {file.name: file.read_bytes() for file in (folder / "site").iterdir()}
    if set(found) - set(expected):
        yield f"left behind: {sorted(set(found) - set(expected))}"
    if found != expected:
        yield f"the files are not as they should be after “{message}”"
    if message and cause(error) not in message:
        yield f"the message does not name the cause: {message}"


# The journal


def note(count: int, letters: str = "x") -> Note:
    """The post after so many keystrokes."""
    end = len(SAVED.text)
    noise = random.Random(count).choices(letters, k=count)
    typed = SAVED.with_edits([TextEdit(Span(end, end), "".join(noise))])
    return Note(SAVED, typed, "Old", float(count))


def _journal(folder: Path) -> None:
    """Write, write again, and so much that the journal is rewritten; say what is sure."""
    book = Pages(folder / "journal")
    error: OSError | None = None
    for count in (1, 2, 3000, 3001, 3002):
        book.take({PLACE: note(count)})
        error = _twice(book.write, error)
        _make_sure(folder, count)
    try:
        book.close()
    except OSError as failed:
        error = failed
    if error is not None:
        raise storage.explained(error, folder)


def _make_sure(folder: Path, count: int) -> None:
    """Write down what the journal has confirmed, whichever call fails."""
    for _ in range(3):
        with suppress(OSError):
            (folder / "sure").write_text(str(count))
            return


def _twice(write: Callable[[], None], before: OSError | None) -> OSError | None:
    """As the window does: what failed is tried again."""
    try:
        write()
    except OSError as error:
        write()
        return error
    return before


def _judge_journal(folder: Path, message: str, error: int) -> Iterator[str]:
    sure = int((folder / "sure").read_text() or 0) if (folder / "sure").exists() else 0
    texts = [work.text for found in claim(folder / "journal") for work in _released(found)]
    if len(texts) > 1 or (sure and not texts):
        yield f"{len(texts)} texts where one is to be found"
    if sure and texts and not texts[0].startswith(note(sure).now.text):
        yield f"the text that was confirmed ({sure}) is not there"
    if message and cause(error) not in message:
        yield f"the message does not name the cause: {message}"


def _prepare_left(folder: Path) -> None:
    book = Pages(folder / "journal")
    other = Place("/site", "other.md")
    book.take({PLACE: note(5), other: note(7)})
    book.write()
    book.close()


def _settle(folder: Path) -> None:
    """Find what was left, and take one of two posts off the record."""
    (found,) = claim(folder / "journal")
    try:
        found.settle([PLACE])
    except OSError as error:
        raise storage.explained(error, folder) from error
    finally:
        found.release()


def _judge_left(folder: Path, message: str, error: int) -> Iterator[str]:
    places = [work.place.path for each in claim(folder / "journal") for work in _released(each)]
    if "other.md" not in places:
        yield "a post that nobody settled is gone"
    if not message and "post.md" in places:
        yield "a settled post is offered again"


def _released(found: object) -> Iterator[object]:
    found.release()
    return iter(found.works)


SCENARIOS = {
    "save": Scenario(_prepare_post, _save, _judge_post),
    "save a new file": Scenario(_prepare_post, _save_new, _judge_new),
    "keep both": Scenario(_prepare_post, _keep_both, _judge_both),
    "journal": Scenario(lambda _folder: None, _journal, _judge_journal),
    "settle": Scenario(_prepare_left, _settle, _judge_left),
}


def message_of(act: Callable[[Path], None], folder: Path) -> str:
    """What the work ends with: the message of its error, or nothing."""
    try:
        act(folder)
    except (ReviewerError, OSError, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


def raising(name: str, errors: tuple[int, ...] = ERRORS) -> Result:
    """Every call of ``os`` fails once with every error."""
    result, scenario = Result(), SCENARIOS[name]
    for error in errors:
        at = 1
        while _trial(scenario, Fault(at, error), result):
            at += 1
    return result


def _trial(scenario: Scenario, fault: Fault, result: Result) -> bool:
    """One trial; whether the fault struck, so that there may be a later call to strike."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        scenario.prepare(folder)
        with failing(fault):
            message = message_of(scenario.act, folder)
        if not fault.struck:
            return False
        result.trials += 1
        result.refused += bool(message)
        result.struck[fault.struck] += 1
        for wrong in scenario.judge(folder, message, fault.error):
            what = errno.errorcode[fault.error]
            result.wrong.append(f"{fault.struck} ({fault.at}) fails with {what}: {wrong}")
    return True


def writing_little(name: str, most: int = 7) -> Result:
    """The system takes a few bytes at a time."""
    result, scenario = Result(trials=1), SCENARIOS[name]
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        scenario.prepare(Path(folder))
        with short_writes(most):
            message = message_of(scenario.act, Path(folder))
        result.wrong += scenario.judge(Path(folder), message, 0)
        if message:
            result.wrong.append(f"short writes: {message}")
    return result


def report(way: str, name: str, result: Result) -> None:
    """Print a line, and what went wrong."""
    print(f"{way:<14}{name:<18}{result.trials:>6}{result.refused:>9}{len(result.wrong):>7}", end="")
    print("  " + ", ".join(f"{name} {count}" for name, count in sorted(result.struck.items())))
    for wrong in result.wrong[:10]:
        print(f"    {wrong}")


def failing_in_kernel(name: str) -> Result:
    """Every system call fails once in every way, in a process of its own."""
    result, scenario = Result(), SCENARIOS[name]
    for call, codes in CALLS.items():
        for code in codes:
            at = 1
            while _traced_trial(name, scenario, (call, code, at), result):
                at += 1
    return result


def _traced_trial(
    name: str, scenario: Scenario, fault: tuple[str, str, int], result: Result
) -> bool:
    with tempfile.TemporaryDirectory(prefix="faults-") as place:
        folder = Path(place)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        scenario.prepare(folder)
        message, met = traced(name, folder, *fault)
        if not met.struck:
            return False
        result.trials += 1
        result.refused += bool(message)
        result.struck[met.struck] += 1
        for wrong in scenario.judge(folder, message, met.error):
            call, code, at = fault
            result.wrong.append(f"{call} ({at}) fails with {code}: {wrong}")
    return True


def filling_disk() -> Result:
    """A disk fills up while a post is saved and a journal kept, and has room again."""
    result = Result()
    with small_disk() as disk:
        if disk is None:
            return result
        result.trials = 1
        os.environ["XDG_STATE_HOME"] = str(disk / "state")
        _prepare_post(disk)
        book = Pages(disk / "journal")
        book.take({PLACE: note(1)})
        book.write()
        ballast = fill(disk)
        message = message_of(_save, disk)
        result.refused = bool(message)
        result.wrong += _judge_post(disk, message, errno.ENOSPC)
        book.take({PLACE: note(40_000, "é§x¤\u2603")})
        message = message_of(lambda _folder: book.write(), disk)
        if "No space" not in message:
            result.wrong.append(f"the journal says “{message}” on a full disk")
        ballast.unlink()
        book.write()
        book.close()
        (disk / "sure").write_text("1")
        texts = [work.text for each in claim(disk / "journal") for work in _released(each)]
        if texts != [note(40_000, "é§x¤\u2603").now.text]:
            result.wrong.append("the journal does not have the newest text once there is room")
    return result


def work_in_child(name: str, folder: Path) -> None:
    """Get ready, wait for a line, do the work of a scenario, and say how it ended."""
    pages.ROOM, pages.SPARE = 500, 1
    note(1)  # which imports what is imported late: that is not what is tried here
    _say("ready\n")
    with suppress(OSError):
        os.read(0, 10)
    _say(DONE + message_of(SCENARIOS[name].act, folder) + "\n")


def _say(text: str) -> None:
    # The call that fails may be one of these, which are not what is tried here.
    for _ in range(3):
        with suppress(OSError):
            os.write(1, text.encode())
            return


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--scenario", choices=SCENARIOS, action="append", help="only this one")
    parser.add_argument("--way", choices=WAYS, action="append", help="only this way of failing")
    args = parser.parse_args()
    if args.child:
        work_in_child(args.child[0], Path(args.child[1]))
        return
    print(f"{'way':<14}{'scenario':<18}{'trials':>6}{'refused':>9}{'wrong':>7}")
    pages.ROOM, pages.SPARE = 500, 1
    results = _results(args.way or WAYS, args.scenario or SCENARIOS)
    wrong = sum(len(result.wrong) for result in results)
    raise SystemExit(bool(wrong))


def _results(ways: Iterable[str], scenarios: Iterable[str]) -> Iterator[Result]:
    for way in ways:
        if way == STRACE and not can_trace():
            print("strace is not there or may not trace: those trials are left out")
            continue
        for name in scenarios:
            result = WAYS[way](name)
            report(way, name, result)
            yield result
    result = filling_disk()
    report("full disk", "save and journal", result)
    yield result


STRACE = "strace"
WAYS: dict[str, Callable[[str], Result]] = {
    "os": raising,
    "short writes": writing_little,
    STRACE: failing_in_kernel,
}


if __name__ == "__main__":
    main()
