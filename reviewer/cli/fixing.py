"""Mends what ``reviewer check`` finds, as one bulk edit for each folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.mending import fixable
from reviewer.cli.progress import complain, meter, say
from reviewer.desk.bulk.planning import REFUSED, Plan, before_and_after
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.wording import posts
from reviewer.desk.bulk.workers import Planners
from reviewer.desk.mending import MendEdit, Mender
from reviewer.document.patch import unified
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.checks.selection import Choice
    from reviewer.cli.checking import Asked


def fix_all(asked: Iterable[Asked], choice: Choice) -> int:
    """Make all safe fixes that are wanted; returns in how many posts. Undo takes them back."""
    return sum(_fix(each, choice) for each in _by_folder(asked))


def _fix(asked: Asked, choice: Choice) -> int:
    changed = _planned(asked, choice).changes()
    if changed:
        root = asked.known.library.folder.root
        said = f"{posts(len(changed))} mended"
        with meter("Writing") as show:
            Shelf(root).apply(changed, said, lambda done, total: show(done // 2, total // 2))
        complain(f"{said}. To take it back: reviewer edit --undo {root}")
    return len(changed)


def print_diffs(asked: Iterable[Asked], choice: Choice) -> bool:
    """Print what ``fix_all`` would change; whether that is anything."""
    found = False
    for each in _by_folder(asked):
        for planned in _planned(each, choice).changes():
            texts = before_and_after(each.known.library.folder, planned)
            if texts is not None:
                found = True
                say(unified(*texts, each.shown[planned.path]).rstrip("\n"))
    return found


def _by_folder(asked: Iterable[Asked]) -> Iterator[Asked]:
    """All posts of one folder together, so that they are written and undone together."""
    joined: dict[int, Asked] = {}
    for each in asked:
        found = joined.setdefault(id(each.known), each)
        found.shown.update(each.shown)
    yield from joined.values()


def _planned(asked: Asked, choice: Choice) -> Plan:
    known = asked.known
    folder = known.library.folder
    paths = [path for path in asked.shown if _is_fixable(asked, path, choice)]
    schema = known.library.rules.schema
    mender = Mender.of(folder, schema, known.sieve, choice)
    plan = Plan()
    planners = Planners(folder)
    try:
        with meter("Mending") as show:
            for batch in planners.plan(MendEdit(tuple(paths), mender), never):
                plan.add(batch)
                show(len(plan.posts), len(paths))
    finally:
        planners.close()
    for planned in plan.posts:
        if planned.outcome == REFUSED:
            complain(f"{asked.shown[planned.path]}: {planned.says}")
    return plan


def _is_fixable(asked: Asked, path: str, choice: Choice) -> bool:
    return any(choice.has(each.source) for each in fixable(asked.known.findings(path)))
