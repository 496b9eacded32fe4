"""Feeds mutated posts and configurations to parsing, editing, rendering and the importers.

``python -m tests.measure.fuzz [--minutes M] [--seed N]`` mutates seeds of its own (and, where they
are, real posts) and expects of each input a result or a ``ReviewerError`` within two seconds, bytes
that stay as they were, and undone edits that leave no trace. What it finds is printed so that it
can become a case in ``tests/document/test_hostile_input.py`` or beside the part at fault.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.document.edits import apply, invert
from reviewer.document.merge import merge
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.page import article
from reviewer.schema.imports import find as imports
from reviewer.site.folder import Folder
from tests.support.corpora import corpora
from tests.support.harmless import complaints

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

LIMIT = 2
"""Seconds of the processor that one input may take in one part, however busy the machine is."""
SHOWN = 300
SEEDS = (
    b"---\ntitle: A title\ndate: 2026-02-01 06:54:02 +0000\ntags: [a, b]\n---\nbody *text*\n",
    b"---\na: &x {b: 'c', d: \"e\\n\"}\nf: *x\ng: |-\n  lines\n  more\nh:\n- 1\n- k: v\n---\n",
    b"+++\ntitle = 'x'\ndate = 2026-02-01T06:54:02Z\n[a.b]\nc = [1, 2.5]\n[[d]]\ne = true\n+++\n",
    b'{"title": "x", "tags": ["a", {"b": null}], "n": 1e5}\n\nbody\n',
    b"# Head {#id .cls}\n\n> quote\n> - item\n>   1. one\n\n| a | b |\n|---|--:|\n| c | d |\n",
    b'[link](a.md "t") ![i](b.png){: .x }\n\n```python\ncode\n```\n\nterm\n: def\n',
    b"Words[^1] and ==marked== ~~gone~~ H~2~O $$a^2$$\n\n[^1]: A note.\n",
    b"{% include a.html b='c' %} {{ page.title | upcase }} {{< youtube id >}}\n",
    b"{{% x %}}\ninside\n{{% /x %}}\n\n{% raw %}{{ y }}{% endraw %}\n",
    b"<div markdown='1'>\n*x*\n</div>\n<!-- c --> &amp; &#x41; <b>x</i> \\* \n",
    b"import X from './x'\n\n<X a={1}>text</X>\n\n[[wiki|link]] %%c%% ^id\n",
    b'!!! note "t"\n    in it\n\n=== "Tab"\n    more\n',
)
TOKENS = (
    *(b"---\n", b"+++\n", b"\r\n", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\xe2\x80\xa8"),
    *(b": ", b"- ", b"? ", b"&a ", b"*a", b"<<: ", b"!!binary ", b"|2-\n", b">+\n", b"'", b'"'),
    *(b"[", b"]", b"{", b"}", b"{%", b"%}", b"{{", b"}}", b"{:", b"](", b"![", b"[^", b"```"),
    *(b"***", b"__", b"~~", b"$$", b"<div>", b"</div>", b"<!--", b"-->", b"<script>", b"&#", b"|"),
    *(
        "é".encode(),
        "\U0001f600".encode(),
        b"\xed\xb2\x80",
        b"\\",
        b"#",
        b"    ",
        b"\n\n",
        b"9" * 99,
    ),
)
FILES = (
    *(".pages.yml", "static/admin/config.yml", "frontmatter.json", "cloudcannon.config.yml"),
    *("tina/config.ts", ".obsidian/types.json", "_config.yml", "hugo.toml", "mkdocs.yml"),
)


class Hang(Exception):
    """An input took too long."""


class Fuzzer:
    """Mutates seeds by chance; the same seed gives the same inputs."""

    def __init__(self, seeds: Sequence[bytes], number: int) -> None:
        self.chance = random.Random(number)
        self._seeds = list(seeds)
        self._makes = list(FLAVOURS.values())

    def data(self) -> bytes:
        """One input: a seed cut, doubled, swapped and sprinkled, some of it nested deeply."""
        data = bytearray(self.chance.choice(self._seeds))
        for _ in range(self.chance.randrange(1, 8)):
            self._mutate(data)
        return bytes(data[:20_000])

    def _mutate(self, data: bytearray) -> None:
        at = self.chance.randrange(len(data) + 1)
        end = min(len(data), at + self.chance.randrange(40))
        match self.chance.randrange(6):
            case 0:
                data[at:at] = self.chance.choice(TOKENS)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * self.chance.choice((1, 2, 50))
            case 3:
                data[at:at] = self.chance.choice(TOKENS) * self.chance.choice((3, 30, 1000))
            case 4 if data:
                data[at % len(data)] = self.chance.randrange(256)
            case _:
                other = self.chance.choice(self._seeds)
                cut = self.chance.randrange(len(other) + 1)
                data[at:end] = other[cut : cut + 200]

    # What is done with an input

    def parse(self, data: bytes) -> None:
        """Reading keeps every byte, whatever the dialect."""
        post = Post.from_bytes(data, dialect=self.chance.choice(list(Dialect)))
        if post.to_bytes() != data:
            raise AssertionError("the bytes have changed")

    def edit(self, data: bytes) -> None:
        """An edit is made or refused, and undone it leaves no trace."""
        post = Post.from_bytes(data)
        keys = [*(post.data if isinstance(post.data, dict) else ()), "new"]
        changed = post.set((self.chance.choice(keys),), self._value())
        if apply(changed.text, invert(post.text, changed.edits)) != post.text:
            raise AssertionError("undone, the edit leaves a trace")
        if Post.from_bytes(changed.to_bytes()).body != post.body:
            raise AssertionError("an edit of a field has changed the body")

    def merge(self, data: bytes) -> None:
        """Merging with what did not change gives the change."""
        base, mine = Post.from_bytes(data), Post.from_bytes(self.data())
        merged = merge(base, mine, base)
        if merged.post.text != mine.text:
            raise AssertionError("a merge with an unchanged side is not the changed one")

    def render(self, data: bytes) -> None:
        """Every flavour renders it, and nothing of it acts."""
        options = BodyOptions(flavour=self.chance.choice(self._makes)({}))
        text = Post.from_bytes(data).text
        if found := complaints(render_body(text, options).html):
            raise AssertionError(f"not harmless: {found[:3]}")

    def show(self, data: bytes) -> None:
        """The page of the preview, header and all."""
        article(Post.from_bytes(data), BodyOptions(flavour=self.chance.choice(self._makes)({})))

    def import_(self, data: bytes) -> None:
        """A folder that holds it as a configuration opens, and importers say what they can."""
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / self.chance.choice(FILES)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.removeprefix(b"---\n"))
            Folder.open(Path(place))
            for source in imports.find(Path(place)):
                imports.load(source)

    def _value(self) -> Any:
        words = ("x", "", "yes", "12:30", "a: b", "# c", "é\n", "- x", "1", "null", " ", "'\"")
        return self.chance.choice((*words, 1, 2.5, True, None, ["a", "b: c"], {"k": "v"}))


def parts_of(fuzzer: Fuzzer) -> dict[str, Callable[[bytes], None]]:
    """What is tried, by name."""
    return {
        "parse": fuzzer.parse,
        "edit": fuzzer.edit,
        "merge": fuzzer.merge,
        "render": fuzzer.render,
        "show": fuzzer.show,
        "import": fuzzer.import_,
    }


def seeds_of(folder: Path | None) -> list[bytes]:
    """Our own, and some real posts where they are."""
    found = list(SEEDS)
    if folder is not None:
        posts = sorted((folder / "dev").rglob("*.md"))
        found += [each.read_bytes()[:5_000] for each in posts[:: max(1, len(posts) // 150)]]
    return found


def attempt(work: Callable[[bytes], None], data: bytes) -> str:
    """What is wrong with how ``work`` took ``data``; empty if nothing is."""
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        work(data)
    except ReviewerError:
        return ""
    except Hang:
        return f"more than {LIMIT} s"
    except Exception as error:  # noqa: BLE001 - whatever it is, is what we look for
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def run(
    seconds: float, number: int, seeds: Sequence[bytes]
) -> tuple[Counter[str], dict[str, bytes]]:
    """Fuzz for so long; how many inputs each part took, and the first input of each finding."""
    signal.signal(signal.SIGPROF, _ring)
    fuzzer = Fuzzer(seeds, number)
    parts = parts_of(fuzzer)
    counts: Counter[str] = Counter()
    findings: dict[str, bytes] = {}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = fuzzer.data()
        for name, work in parts.items():
            counts[name] += 1
            found = attempt(work, data)
            # One input for each place that fails, not one for each message.
            kind = found.partition(":")[0] + found.rpartition("(")[2]
            if found and kind not in findings:
                findings[kind] = data
                print(f"{name}: {found}\n    {data[:SHOWN]!r}", flush=True)
    return counts, findings


def main() -> int:
    """Fuzz and count; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="begin with this number")
    parser.add_argument("--keep", type=Path, help="write what is found into this folder")
    args = parser.parse_args()
    number = args.seed if args.seed is not None else time.time_ns() % 1_000_000
    counts, findings = run(args.minutes * 60, number, seeds_of(corpora()))
    told = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    print(f"seed {number}: {told}; {len(findings)} findings")
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
        for each, data in enumerate(findings.values()):
            (args.keep / f"{each}.bin").write_bytes(data)
    return 1 if findings else 0


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Hang


if __name__ == "__main__":
    sys.exit(main())
