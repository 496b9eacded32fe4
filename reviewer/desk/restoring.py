"""Giving one field the very text again that it has on disk.

Setting the old value is not enough: it would be written in the style of what
stands there now, and the comments that went with the old text would be gone.
What is tried here is only taken where reading it again gives the old value and
nothing else; otherwise the caller sets the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span, TextEdit, difference
from reviewer.document.operations import SetValue, Unset, carry_out, grounded, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.operations import Path
    from reviewer.document.post import Post


def restoring_edits(now: Post, saved: Post, wanted: SetValue | Unset) -> tuple[TextEdit, ...]:
    """What takes the field of ``wanted`` in ``now`` back to its bytes in ``saved``.

    Empty where the text alone does not do it, or where there is nothing to do.
    Raises ``EditRefused`` where the path leads nowhere.
    """
    expected = carry_out(now.data, grounded(now.data, wanted))
    for text in _candidates(now, saved, wanted.path):
        edits = difference(now.text, text)
        restored = now.with_edits(edits)
        if _is_sound(restored, now, expected):
            return edits
    return ()


def _is_sound(restored: Post, now: Post, expected: Any) -> bool:
    kept = restored.problem is None and restored.body == now.body
    return kept and same(restored.data, expected)


def _candidates(now: Post, saved: Post, path: Path) -> Iterator[str]:
    """Texts in which the field may be as it was, the most faithful first."""
    if _others_are_alike(now, saved, path[0]):
        yield saved.text[: saved.body_span.start] + now.body
    there = saved.place(path)
    if there is None:
        return
    entry = saved.text[there.entry.start : there.entry.end]
    for span in _spans(now, saved, path, there.entry.start):
        yield now.text[: span.start] + entry + now.text[span.end :]


def _others_are_alike(now: Post, saved: Post, name: Any) -> bool:
    """Whether all other fields are written as on disk, in the same order."""
    if not isinstance(now.data, dict) or not isinstance(saved.data, dict):
        return False
    here, there = ([key for key in post.data if key != name] for post in (now, saved))
    return here == there and all(now.written((key,)) == saved.written((key,)) for key in here)


def _spans(now: Post, saved: Post, path: Path, start: int) -> Iterator[Span]:
    """Where the field's text goes: over what is there, else where it stood (at ``start``)."""
    here = now.place(path)
    if here is not None:
        yield here.entry
        return
    if now.text.startswith(saved.text[:start]):
        yield Span(start, start)
    before, after = _neighbours(saved.data, path)
    for place in filter(None, map(now.place, reversed(before))):
        yield Span(place.entry.end, place.entry.end)
        break
    for place in filter(None, map(now.place, after)):
        yield Span(place.entry.start, place.entry.start)
        break


def _neighbours(data: Any, path: Path) -> tuple[list[Path], list[Path]]:
    """The paths of the keys before and behind the last one of ``path``, in order."""
    *above, last = path
    for key in above:
        data = data[key]
    if not isinstance(data, dict):
        return [], []
    keys = list(data)
    at = keys.index(last)
    paths = [(*above, key) for key in keys]
    return paths[:at], paths[at + 1 :]
