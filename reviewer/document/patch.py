"""A change as ``git diff`` and ``patch`` write it, for terminals and scripts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from reviewer.document.diff import Range, changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CONTEXT = 3

_ODD_NAME = re.compile(r'[\x00-\x1f\x7f"\\]')
# Only LF parts lines here: patch takes a CR for a character of the line.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def unified(old: str, new: str, name: str) -> str:
    """The unified diff from ``old`` to ``new``; empty where they are the same."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    groups = list(_groups(changes(before, after)))
    if not groups:
        return ""
    head = f"--- {_shown('a', name)}\n+++ {_shown('b', name)}\n"
    return head + "".join(_hunk(before, after, group) for group in groups)


def _shown(side: str, name: str) -> str:
    """A file's name; in quotes where a line end or a quote in it would mislead patch."""
    shown = f"{side}/{name.lstrip('/')}"
    return json.dumps(shown, ensure_ascii=False) if _ODD_NAME.search(shown) else shown


def _groups(ranges: Sequence[Range]) -> Iterator[list[Range]]:
    """Changes so near each other that their contexts meet."""
    group: list[Range] = []
    for each in ranges:
        if group and each.old_start - group[-1].old_end > 2 * CONTEXT:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _hunk(before: Sequence[str], after: Sequence[str], group: Sequence[Range]) -> str:
    first, last = group[0], group[-1]
    start = max(first.old_start - CONTEXT, 0)
    end = min(last.old_end + CONTEXT, len(before))
    lines: list[str] = []
    at = start
    for each in group:
        lines += [_line(" ", text) for text in before[at : each.old_start]]
        lines += [_line("-", text) for text in before[each.old_start : each.old_end]]
        lines += [_line("+", text) for text in after[each.new_start : each.new_end]]
        at = each.old_end
    lines += [_line(" ", text) for text in before[at:end]]
    new_start = first.new_start - (first.old_start - start)
    new_end = last.new_end + (end - last.old_end)
    return f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n" + "".join(lines)


def _line(sign: str, text: str) -> str:
    ending = "" if text.endswith("\n") else "\n\\ No newline at end of file\n"
    return sign + text + ending


def _range(start: int, end: int) -> str:
    """Lines as patch counts them: from 1, or the line before where there are none."""
    count = end - start
    return f"{start + bool(count)}" + ("" if count == 1 else f",{count}")
