"""Carries out bulk edits on copies of the large test data and prints how they went.

``python -m tests.measure.bulk`` sets, adds, renames and removes fields in all posts of
each site, holds each file against the contract (the body's bytes stay, reading
gives the old data with that one change), and undoes it. Then it replays the bulk
edits that people really made.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.desk.bulk.guides import NeighbourGuides
from reviewer.desk.bulk.intentions import Append, Intention, Remove, RenameField, Set
from reviewer.desk.bulk.planning import CHANGED, REFUSED, BulkEdit, Plan
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.workers import Planners
from reviewer.document.operations import same
from reviewer.document.post import Post
from reviewer.site.folder import Folder
from tests.measure.replays import line_diff
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Callable

INTENTIONS: dict[str, tuple[Intention, Callable[[dict[Any, Any]], dict[Any, Any]]]] = {
    "set title": (
        Set(("title",), "A: new #title"),
        lambda data: {**data, "title": "A: new #title"},
    ),
    "add field": (Set(("reviewed",), True), lambda data: {**data, "reviewed": True}),
    "rename title": (
        RenameField(("title",), "headline"),
        lambda data: {"headline" if key == "title" else key: each for key, each in data.items()},
    ),
    "remove title": (
        Remove(("title",)),
        lambda data: {key: each for key, each in data.items() if key != "title"},
    ),
    "add to tags": (
        Append(("tags",), ("zzz",)),
        lambda data: {**data, "tags": [*(data.get("tags") or []), "zzz"]},
    ),
}


@dataclass
class Run:
    """How one bulk edit of one site went."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Run over everything and print a table; 1 if the contract was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print reasons of refusals")
    args = parser.parse_args()
    data = corpora()
    if data is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    faults = _sites(data / "dev" / "sites", verbose=args.v) + _history(data / "dev" / "bulk.jsonl")
    for fault in faults[:20]:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def _sites(sites: Path, *, verbose: bool) -> list[str]:
    faults: list[str] = []
    for site in sorted(path for path in sites.iterdir() if path.is_dir()):
        for name, (intention, expected) in INTENTIONS.items():
            run = edit_site(site, intention, expected)
            faults += run.faults
            print(f"{site.name:20} {name:14} {dict(run.counts)}")
            if verbose:
                print("\n".join(f"    {count} {why}" for why, count in run.reasons.most_common(5)))
    return faults


def edit_site(
    site: Path, intention: Intention, expected: Callable[[dict[Any, Any]], dict[Any, Any]]
) -> Run:
    """Edit all posts of a copy, hold each against the contract, and undo it."""
    run = Run()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "site")
        shutil.copytree(site, root, symlinks=True)
        folder = Folder.open(root)
        paths = folder.files()
        before = {path: (folder.root / path).read_bytes() for path in paths}
        plan = _planned(folder, tuple(paths), intention)
        run.counts = plan.counts
        run.reasons = Counter(each.says for each in plan.posts if each.outcome == REFUSED)
        shelf = Shelf(folder.root, state=Path(name, "state"))
        shelf.apply(plan.changes(), "all posts")
        changed = {each.path for each in plan.posts if each.outcome == CHANGED}
        for path, old in before.items():
            new = (folder.root / path).read_bytes()
            fault = _fault(old, new, folder, expected) if path in changed else old != new
            if fault:
                run.faults.append(f"{site.name}/{path}: {fault}")
        if changed:
            shelf.undo()
        run.faults += [
            f"{site.name}/{path}: not undone"
            for path, old in before.items()
            if (folder.root / path).read_bytes() != old
        ]
    return run


def _planned(folder: Folder, paths: tuple[str, ...], intention: Intention) -> Plan:
    plan = Plan()
    planners = Planners(folder, NeighbourGuides(folder), processes=1)
    for batch in planners.plan(BulkEdit(paths, (intention,)), lambda: False):
        plan.add(batch)
    return plan


def _fault(
    old: bytes,
    new: bytes,
    folder: Folder,
    expected: Callable[[dict[Any, Any]], dict[Any, Any]],
) -> str:
    """How a changed file breaks the contract; nothing if it does not."""
    before, after = (Post.from_bytes(each, dialect=folder.engine.dialect) for each in (old, new))
    if after.problem is not None:
        return "cannot be read any more"
    if before.body != after.body:
        return "another body"
    return "" if same(after.data, expected(before.data)) else "other data"


# What people did


def _history(file: Path) -> list[str]:
    faults: list[str] = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            commit = json.loads(line)
            same_bytes, no_larger, total, refused = replay(commit)
            print(
                f"{commit['site']:20} {commit['op']} {commit['key']}: of {total} files"
                f" {same_bytes} as people did, {no_larger} no larger, {refused} refused"
            )
            if no_larger + refused < total:
                faults.append(f"{commit['site']} {commit['op']} {commit['key']}: larger changes")
    return faults


def replay(commit: dict[str, Any]) -> tuple[int, int, int, int]:
    """One commit as bulk edits, one for each new value: same bytes, no larger, all, refused."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "site").resolve()
        (root / "posts").mkdir(parents=True)
        wanted: dict[str, tuple[str, str]] = {}
        groups: dict[str, tuple[Intention, list[str]]] = {}
        for number, each in enumerate(commit["files"]):
            path = f"posts/{number}.md"
            (root / path).write_bytes(each["old_head"].encode())
            wanted[path] = (each["old_head"], each["new_head"])
            intention = _intention(commit, each)
            groups.setdefault(repr(intention), (intention, []))[1].append(path)
        folder = Folder.open(root)
        refused = 0
        for intention, paths in groups.values():
            plan = _planned(folder, tuple(paths), intention)
            Shelf(root, state=Path(name, "state")).apply(plan.changes(), commit["op"])
            refused += len(plan.posts) - len(plan.changes())
        texts = {path: (root / path).read_bytes().decode() for path in wanted}
        found = [(texts[path], *pair) for path, pair in wanted.items() if texts[path] != pair[0]]
        no_larger = sum(
            len(line_diff(old, ours)) <= len(line_diff(old, new)) for ours, old, new in found
        )
        return sum(ours == new for ours, _, new in found), no_larger, len(wanted), refused


def _intention(commit: dict[str, Any], each: dict[str, Any]) -> Intention:
    key = commit["key"]
    old, new = (Post.from_bytes(each[head].encode()).data for head in ("old_head", "new_head"))
    if commit["op"] == "rename_key":
        fresh = next(name for name in new if name not in old)
        return RenameField((next(name for name in old if name not in new),), fresh)
    if key not in new:
        return Remove((key,))
    return Set((key,), new[key])


if __name__ == "__main__":
    sys.exit(main())
