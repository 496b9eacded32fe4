"""Replays edits that people made and compares the differences line by line."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import Rename, SetValue, Unset, same
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from tests.measure.guides import site_guide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.document.operations import Operation
    from tests.measure.guides import SiteGuide


@dataclass
class Replays:
    """How the replays of one file of edits went."""

    name: str
    tried: int = 0
    same_data: int = 0
    no_larger: int = 0
    same_bytes: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def replay(name: str, edits: Iterator[dict[str, Any]], sites: Path | None = None) -> Replays:
    """Carry out each edit on the old text and hold the result against the new one.

    With ``sites``, new keys take the style of the site's other posts.
    """
    result = Replays(name)
    for edit in edits:
        guide = site_guide(sites, edit["site"], edit["path"]) if sites is not None else None
        _replay_one(result, edit, guide)
    return result


def single_edits(folder: Path) -> Iterator[dict[str, Any]]:
    """The edits of edits.jsonl."""
    with (folder / "dev" / "edits.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def bulk_edits(folder: Path) -> Iterator[dict[str, Any]]:
    """The edits of bulk.jsonl, file by file."""
    with (folder / "dev" / "bulk.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            bulk = json.loads(line)
            for part in bulk["files"]:
                yield {"op": bulk["op"], "key": bulk["key"], "site": bulk["site"], **part}


def _replay_one(result: Replays, edit: dict[str, Any], guide: SiteGuide | None) -> None:
    old = Post.from_bytes(edit["old_head"].encode(), guide=guide)
    new = Post.from_bytes(edit["new_head"].encode())
    for side, post in (("old", old), ("new", new)):
        if post.problem or post.read_only or post.format is None:
            reason = post.read_only or (str(post.problem.what) if post.problem else "no block")
            result.skipped[f"{side}: {reason[:60]}"] += 1
            return
    result.tried += 1
    label = f"{edit['path']} {edit['op']} {edit['key']}"
    try:
        ours = old
        for operation in operations(old, new, edit):
            ours = ours.apply(operation)
    except ReviewerError as error:
        result.faults.append(f"{label}: refused: {error}")
        return
    result.same_data += same(ours.data, new.data)
    theirs, mine = line_diff(old.text, new.text), line_diff(old.text, ours.text)
    result.same_bytes += ours.text == new.text
    if not same(ours.data, new.data):
        result.faults.append(f"{label}: other data")
    elif len(mine) > len(theirs):
        result.faults.append(f"{label}: {len(mine)} lines against {len(theirs)}\n{_shown(mine)}")
    else:
        result.no_larger += 1


def operations(old: Post, new: Post, edit: dict[str, Any]) -> list[Operation]:
    """What a form would ask for: a rename, or each changed key set or unset."""
    gone = [key for key in old.data if key not in new.data]
    fresh = [key for key in new.data if key not in old.data]
    if edit["op"] == "rename_key" and len(gone) == len(fresh) == 1:
        renamed: list[Operation] = [Rename((gone[0],), fresh[0])]
        if not same(old.data[gone[0]], new.data[fresh[0]]):
            renamed.append(SetValue((fresh[0],), new.data[fresh[0]]))
        return renamed
    steps: list[Operation] = [Unset((key,)) for key in gone]
    for key, value in new.data.items():
        if key not in old.data or not same(old.data[key], value):
            steps.append(SetValue((key,), value))
    return steps


def line_diff(old: str, new: str) -> list[str]:
    """The lines that differ, with their signs."""
    diff = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(diff)[2:] if line[:1] in "+-"]


def _shown(lines: list[str]) -> str:
    return "\n".join(f"        {line[:110]}" for line in lines[:12])
