"""Hands files that are meant to hang or crash their readers to every reader that Reviewer has.

``python -m tests.measure.bombs [READER ...]`` runs each reader on each bomb in a process of its
own. An answer is a result or an error in plain words. A reader that takes more than two seconds of
the processor (however busy the machine is), raises what nobody expects, or dies, is printed and
counts as a failure.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.checks import baseline, waivers
from reviewer.document.dialect import Dialect
from reviewer.document.merge import merge
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from reviewer.render.flavours.registry import FLAVOURS
from reviewer.render.markdown import BodyOptions, render_body
from reviewer.schema.declared import reading as declared
from reviewer.schema.imports import find as imports
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 2.0
"""Seconds of the processor that an answer may take."""
PATIENCE = 60
DEEP = 10_000

YAML_BOMBS = {
    "aliases, 9 levels of 9": "".join(
        f"k{n}: &k{n} [{', '.join([f'*k{n - 1}' if n else 'lol'] * 9)}]\n" for n in range(9)
    ),
    "merged aliases": "k0: &k0 {a: b}\n"
    + "".join(
        f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 9)}], x{n}: 1}}\n" for n in range(1, 10)
    ),
    "an alias of itself": "a: &a [*a]\nb: &b {<<: *b}\n",
    "10,000 lists deep": f"a: {'[' * DEEP}{']' * DEEP}\n",
    "100,000 lists deep, open": f"a: {'[' * 10 * DEEP}\n",
    "10,000 groups deep": f"a: {'{b: ' * DEEP}1{'}' * DEEP}\n",
    "3,000 lines deep": "".join(f"{' ' * n}k:\n" for n in range(3_000)),
    "10,000 dashes deep": "- " * DEEP + "x\n",
    "50 MB of fields": "key: value\n" * 4_500_000,
    "50 MB in one text": f"a: {'x' * 50_000_000}\n",
    "50 MB, never closed": 'a: "' + "x\n" * 25_000_000,
    "100,000 anchors": "".join(f"a{n}: &x{n} {n}\n" for n in range(100_000)),
    "tags that name code": "a: !!python/object/apply:os.system ['touch /tmp/reviewer-ran']\n"
    "b: !!python/name:os.system\nc: !ruby/object:Gem::Installer {}\n",
    "question marks": "? " * DEEP + "\n",
}
TOML_BOMBS = {
    "10,000 lists deep": f"a = {'[' * DEEP}{']' * DEEP}\n",
    "10,000 groups deep": f"a = {'{b = ' * DEEP}1{'}' * DEEP}\n",
    "10,000 tables deep": f"[{'.'.join(['a'] * DEEP)}]\n",
    "1,000,000 tables": "[[a]]\n" * 1_000_000,
    "50 MB in one text": f'a = "{"x" * 50_000_000}"\n',
}
JSON_BOMBS = {
    "10,000 lists deep": f'{{"a": {"[" * DEEP}{"]" * DEEP}}}\n',
    "1,000,000 lists deep": f'{{"a": {"[" * 1_000_000}\n',
    "50 MB in one text": f'{{"a": "{"x" * 50_000_000}"}}\n',
}
CHANGES = {
    "20,000 fields": "".join(f"k{n}: {n}\n" for n in range(20_000)),
    "1,000 fields": "".join(f"k{n}: {n}\n" for n in range(1_000)),
    "20,000 items": "a:\n" + "".join(f"- i{n}\n" for n in range(20_000)),
    "50,000 lines": "a: x\n---\n" + "".join(f"line {n}\n" for n in range(50_000)),
    "1 MB of lines alike": "a: x\n---\n" + "x\n" * 500_000,
}
BODIES = {
    "10,000 quotes deep": ">" * DEEP + " x\n",
    "10,000 lists deep": "- " * DEEP + "x\n",
    "1,000 lines of lists": "".join(f"{'  ' * n}- x\n" for n in range(1_000)),
    "100,000 brackets": "[" * 100_000,
    "50,000 links": "[" * 50_000 + "a" + "](b)" * 50_000,
    "100,000 stars": "*a **b " * 50_000,
    "100,000 backticks": "".join("`" * (n % 300) + " " for n in range(3_000)),
    "10,000 elements deep": "<div>" * DEEP + "x",
    "20,000 table columns": "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|b" * 20_000 + "\n",
    "20,000 references": "".join(f"[a{n}]: b\n" for n in range(20_000)) + "[a1] " * 20_000,
    "20,000 footnotes": "".join(f"[^{n}] " for n in range(20_000)) + "\n\n[^1]: x\n",
    "entities": "&#" * 100_000 + "&lt;" * 100_000,
    "braces": "{{" * 50_000 + "{%" * 50_000 + "{:" * 50_000,
    "50 MB of words": "words and words\n" * 3_250_000,
    "50 MB in one line": "words " * 8_000_000,
}


def of_file(name: str, read: Callable[[Path], object]) -> Callable[[str], object]:
    """A reader of the file ``name`` in a folder."""

    def reader(text: str) -> object:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            return read(Path(place))

    return reader


def of_body(options: BodyOptions) -> Callable[[str], object]:
    """A reader of bodies."""
    return lambda text: render_body(text, options)


def of_post(text: str) -> object:
    """Front matter as both dialects of YAML read it, and edited."""
    for dialect in Dialect:
        post = Post.from_bytes(text.encode(), dialect=dialect)
        if post.problem is not None:
            raise post.problem
        post.set(("title",), "x")
    return post


def of_index(root: Path) -> object:
    """The list's row of a post."""
    with Library(Folder.open(root)) as library:
        return list(library.rows())


def of_imports(root: Path) -> object:
    """What other tools' configurations say."""
    return [imports.load(source) for source in imports.find(root)]


def of_merge(text: str) -> object:
    """Three texts, two of them changed at the end, and then but one."""
    base, mine, theirs = (Post.from_bytes(f"{text}{end}".encode()) for end in ("", "a\n", "b\n"))
    return merge(base, mine, theirs), merge(base, base, theirs)


def of_changes(text: str) -> object:
    """Every other line changed by one side, the lines between by the other."""
    lines = text.splitlines(keepends=True)
    mine = "".join(line if number % 2 else f"{line[:-1]}a\n" for number, line in enumerate(lines))
    theirs = "".join(f"{line[:-1]}b\n" if number % 2 else line for number, line in enumerate(lines))
    base, *changed = (Post.from_bytes(yaml_post(each).encode()) for each in (text, mine, theirs))
    return merge(base, *changed)


def yaml_post(text: str) -> str:
    """A post with this front matter."""
    return f"---\n{text}---\nbody\n"


READERS: dict[str, tuple[dict[str, str], Callable[[str], object]]] = {
    "a post's YAML": (YAML_BOMBS, lambda text: of_post(yaml_post(text))),
    "a post's TOML": (TOML_BOMBS, lambda text: of_post(f"+++\n{text}+++\nbody\n")),
    "a post's JSON": (JSON_BOMBS, of_post),
    "merging": (YAML_BOMBS, lambda text: of_merge(yaml_post(text))),
    "merging changes": (CHANGES, of_changes),
    "the index": (YAML_BOMBS, lambda text: of_file("a.md", of_index)(yaml_post(text))),
    "_config.yml": (YAML_BOMBS, of_file("_config.yml", Folder.open)),
    "mkdocs.yml": (YAML_BOMBS, of_file("mkdocs.yml", Folder.open)),
    "hugo.toml": (TOML_BOMBS, of_file("hugo.toml", Folder.open)),
    "package.json": (JSON_BOMBS, of_file("package.json", Folder.open)),
    "reviewer.yml": (YAML_BOMBS, of_file("reviewer.yml", declared.load)),
    ".pages.yml": (YAML_BOMBS, of_file(".pages.yml", of_imports)),
    "admin/config.yml": (YAML_BOMBS, of_file("static/admin/config.yml", of_imports)),
    "frontmatter.json": (JSON_BOMBS, of_file("frontmatter.json", of_imports)),
    "a waiver": (YAML_BOMBS, of_file(f"{waivers.FOLDER}/a.md/b{waivers.ENDING}", waivers.load)),
    "the baseline": (JSON_BOMBS, of_file(baseline.FILE, baseline.load)),
    **{
        f"{name} body": (BODIES, of_body(BodyOptions(flavour=make({}))))
        for name, make in FLAVOURS.items()
    },
}


def main() -> int:
    """Run all, each in a process of its own; 1 if one did not answer well."""
    if sys.argv[1:2] == ["--one"]:
        return one(*sys.argv[2:4])
    failures = runs = 0
    worst = 0.0
    for reader, (bombs, _read) in READERS.items():
        for bomb in bombs if reader in (sys.argv[1:] or READERS) else ():
            runs += 1
            answer, seconds = in_process(reader, bomb)
            worst = max(worst, seconds)
            is_bad = answer not in ("read", "refused") or seconds > LIMIT
            failures += is_bad
            if is_bad:
                print(f"{reader:<20} {bomb:<28} {answer} after {seconds:.2f} s", flush=True)
    print(f"{runs} readings, {failures} not as they should be, the slowest took {worst:.2f} s")
    return 1 if failures else 0


def in_process(reader: str, bomb: str) -> tuple[str, float]:
    """What a reader answered, and after how many seconds without the start of the process."""
    command = [sys.executable, "-m", "tests.measure.bombs", "--one", reader, bomb]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return "hung", float(PATIENCE)
    answer, _, seconds = done.stdout.strip().rpartition(" ")
    if done.returncode or not answer:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        return f"died ({done.returncode}: {last[:80]})", 0.0
    return answer, float(seconds)


def one(reader: str, bomb: str) -> int:
    """One reading in this process."""
    bombs, read = READERS[reader]
    text = bombs[bomb]
    begun = time.process_time()
    try:
        read(text)
        answer = "read"
    except ReviewerError:
        answer = "refused"
    print(f"{answer} {time.process_time() - begun:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
