"""Prints how merges of real posts go, beside ``git merge-file``.

``python -m tests.measure.merge [--cases N] [--seed N] [-v]``: two editors each
make one to three random edits of one post, to fields through operations and to
lines of the body; both programs merge. Right is what an independent reckoning
says: each field has the value of the side that alone changed it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from reviewer.document.lines import split_lines
from reviewer.document.merge import Merged, merge
from reviewer.document.operations import EditRefused, Rename, same
from reviewer.document.post import Post
from tests.measure.contract import posts
from tests.measure.trials import paths, trials
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY_SHARE = 0.3
"""How many of the edits are in the body."""
LARGEST = 40_000
"""Bytes; longer posts only take longer."""


@dataclass(frozen=True, slots=True)
class Case:
    """One post, what two editors made of it, and the fields that they renamed (new to old)."""

    label: str
    base: Post
    mine: Post
    theirs: Post
    renamed: dict[Any, Any]


def cases(folder: Path, count: int, seed: int) -> Iterator[Case]:
    """So many cases from posts taken at random; the same for the same seed."""
    random = Random(seed)
    found = [
        (label, Post.from_bytes(data, dialect=dialect))
        for label, data, dialect in posts(folder)
        if len(data) < LARGEST
    ]
    usable = [(label, post) for label, post in found if post.data and not post.problem]
    while count:
        label, base = random.choice(usable)
        ours: dict[Any, Any] = {}
        others: dict[Any, Any] = {}
        mine, theirs = _edited(random, base, ours), _edited(random, base, others)
        if mine.text != base.text != theirs.text:
            count -= 1
            yield Case(label, base, mine, theirs, _renamed(base, ours, others))


def _renamed(base: Post, ours: dict[Any, Any], others: dict[Any, Any]) -> dict[Any, Any]:
    """The fields of the base that have other names now, new to old.

    Two fields that came to one name are a new field of that name (``None``); one
    that was added and then renamed was never there for the other editor.
    """
    joint = {**ours, **others}
    for new in ours.keys() & others.keys():
        joint[new] = ours[new] if ours[new] == others[new] else None
    return {new: old for new, old in joint.items() if old is None or old in base.data}


def _edited(random: Random, post: Post, renamed: dict[Any, Any]) -> Post:
    for _ in range(random.randint(1, 3)):
        try:
            if random.random() < BODY_SHARE:
                post = _with_other_line(random, post)
            elif post.data:
                post = _with_other_field(random, post, renamed)
        except EditRefused:
            continue
    return post


def _with_other_field(random: Random, post: Post, renamed: dict[Any, Any]) -> Post:
    path = random.choice([*paths(post.data)])
    operation = random.choice([*trials(post.data, path)])
    edited = post.apply(operation)
    if isinstance(operation, Rename) and len(path) == 1 and path[0] != operation.new:
        renamed[operation.new] = renamed.pop(path[0], path[0])
    for new in renamed.keys() - edited.data.keys():
        del renamed[new]
    return edited


def _with_other_line(random: Random, post: Post) -> Post:
    lines = split_lines(post.body)
    at = random.randrange(len(lines) + 1)
    fresh = f"A line of {random.choice(['hers', 'his'])}, {random.randrange(1000)}.{post.line_end}"
    kind = random.choice(("insert", "replace", "remove"))
    lines[at : at + (kind != "insert")] = [] if kind == "remove" else [fresh]
    return post.with_body("".join(lines))


def by_git(case: Case, folder: Path) -> str | None:
    """What ``git merge-file`` makes of it; ``None`` for a conflict."""
    files = []
    for name in ("mine", "base", "theirs"):
        file = folder / name
        file.write_bytes(getattr(case, name).to_bytes())
        files.append(str(file))
    answer = subprocess.run(
        ["git", "merge-file", "-p", "-q", *files], capture_output=True, check=False
    )
    if answer.returncode:
        return None
    return Post.from_bytes(answer.stdout).text


def is_right(case: Case, text: str) -> bool:
    """Whether merged text reads well and every field is whose it must be."""
    post = Post.from_bytes(text.encode("utf-8", "surrogateescape"), dialect=case.base.dialect)
    doubled = {note.path for note in post.notes if note.code == "duplicate-key"}
    known = {note.path for side in (case.mine, case.theirs) for note in side.notes}
    if post.problem or not doubled <= known:
        return False
    sides = [side.data for side in (case.base, case.mine, case.theirs, post)]
    return all(
        _is_due(*(_under(side, key, case.renamed) for side in sides), renamed=key in case.renamed)
        for key in {key: None for side in sides for key in side}
        if key not in case.renamed.values()
    )


_NONE = object()


def _under(data: dict[Any, Any], key: Any, renamed: dict[Any, Any]) -> Any:
    """What stands under a key, or under the name that it was given in its place."""
    return data.get(key, data.get(renamed.get(key), _NONE))


def _same(a: Any, b: Any) -> bool:
    return a is b or (a is not _NONE and b is not _NONE and same(a, b))


def _is_due(base: Any, mine: Any, theirs: Any, merged: Any, *, renamed: bool) -> bool:
    """Whether a field has the value it should; one that both changed may only blend the two.

    Where one took away what the other renamed, either may have its way.
    """
    if renamed and _NONE in (mine, theirs):
        return _same(merged, mine) or _same(merged, theirs)
    if _same(mine, base):
        return _same(merged, theirs)
    if _same(theirs, base) or _same(mine, theirs):
        return _same(merged, mine)
    kinds = {type(each) for each in (mine, theirs, merged)}
    return len(kinds) == 1 and kinds <= {dict, list, str}


def verdict(case: Case, merged: Merged, git: str | None) -> str:
    """The row of the table that a case belongs to."""
    ours = merged.post if merged.is_clean else None
    if ours and not is_right(case, ours.text):
        return "WRONG DATA by us"
    if git is None:
        return "clean where git conflicts" if ours else "both conflict"
    if not is_right(case, git):
        return f"git clean with WRONG DATA, we {'right' if ours else 'ask'}"
    if ours is None:
        return "WORSE: we conflict where git is right"
    same_body = ours.body == Post.from_bytes(git.encode("utf-8", "surrogateescape")).body
    return "both clean" if same_body else "WRONG BODY: another than git's"


def main() -> int:
    """Run the cases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("The large test data (shared/corpora) is not on this machine.")
        return 2
    table: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        for number, case in enumerate(cases(folder / "dev" / "sites", options.cases, options.seed)):
            merged = merge(case.base, case.mine, case.theirs)
            row = verdict(case, merged, by_git(case, Path(scratch)))
            table[row] += 1
            if options.verbose and row.startswith(("WORSE", "WRONG")):
                print(f"case {number} {case.label}: {row}")
    for row, number in table.most_common():
        print(f"{number:6}  {row}")
    return 1 if any(row.startswith(("WORSE", "WRONG")) for row in table) else 0


if __name__ == "__main__":
    sys.exit(main())
