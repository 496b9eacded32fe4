"""Three-way merge of posts, for changes on disk while a post is open, and for Git.

The front matter merges by field, the body by line, and both as text: comments,
quotes, order and line ends of both sides survive. What cannot be merged is a
conflict in which my version stands until a person decides. Nothing raises, and
nothing of either side is lost: it is in the merged text or in a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.document.edits import Span
from reviewer.document.lines import split_lines
from reviewer.document.merge_fields import field_conflicts
from reviewer.document.merge_front import is_mergeable, merge_fields
from reviewer.document.merge_lines import Region, line_edits, pick, regions, woven
from reviewer.document.merge_resolve import resolve
from reviewer.document.merge_result import Choice, Conflict, Merged, Part, Version
from reviewer.document.merge_trio import Front, Trio, head
from reviewer.document.post import Post
from reviewer.document.source import UTF_8, Encoding, Source, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 2_000_000
"""Characters of a text that is merged, in a second or two; among longer ones one is chosen."""

__all__ = ["Choice", "Conflict", "Merged", "Part", "Version", "merge", "resolve"]


def merge(base: Post, mine: Post, theirs: Post) -> Merged:
    """What both sides together made of ``base``; all three are to be read in one dialect."""
    versions = base.to_bytes(), mine.to_bytes(), theirs.to_bytes()
    if versions[2] in versions[:2]:
        return Merged(mine)
    encoding = _encoding(*(decode(each).encoding for each in versions))
    trio = Trio(base, mine, theirs)
    if any(len(post.text) > MOST for post in trio.all):
        return _taken(trio) if versions[1] == versions[0] else _whole(trio)
    if versions[1] == versions[0]:
        return _written(mine, theirs.text, encoding) or _whole(trio)
    return _by_parts(_alike_in_line_ends(trio), mine, encoding) or _whole(trio)


def _encoding(base: Encoding, mine: Encoding, theirs: Encoding) -> Encoding:
    """The encoding that one side has changed to, mine if both have."""
    return theirs if mine == base else mine


def _alike_in_line_ends(trio: Trio) -> Trio:
    """All three with the line ends that the result is to have, unless one mixes them."""
    ends = [post.newline for post in trio.all]
    if len({*ends, ""}) <= 2 or not {*ends} <= {"", "\n", "\r\n"}:
        return trio
    base, mine, theirs = (end or "\n" for end in ends)
    end = (theirs if mine == base else mine) or "\n"
    return Trio(*(_with_line_ends(post, end) for post in trio.all))


def _with_line_ends(post: Post, end: str) -> Post:
    text = post.text.replace("\r\n", "\n").replace("\n", end)
    return Post(replace(decode(post.to_bytes()), text=text), dialect=post.dialect)


@dataclass(frozen=True, slots=True)
class _Body:
    """Merged body with its conflicts; their spans speak of the body."""

    text: str
    conflicts: tuple[Conflict, ...]


def _by_parts(trio: Trio, mine: Post, encoding: Encoding) -> Merged | None:
    """Front matter and body each merged in its own way; ``None`` where they do not hold."""
    front = _front(trio) or _whole_text(trio, mine, encoding)
    if isinstance(front, Merged):
        return front
    body = _body(*(post.body for post in trio.all))
    top = front.head if front else head(trio.mine)
    lead = top + trio.mine.line_end if _is_glued(top, body.text) else top
    merged = _written(mine, lead + body.text, encoding)
    if merged is None or merged.post.body != body.text:
        return None
    if front is None:
        conflicts: tuple[Conflict, ...] = (_front_matter_conflict(trio),)
    else:
        conflicts = field_conflicts(trio, merged.post, front.conflicts)
    moved = (replace(each, span=each.span.shift(len(lead))) for each in body.conflicts)
    return Merged(merged.post, (*conflicts, *moved))


def _is_glued(top: str, body: str) -> bool:
    """Whether the closing line has no line end to part it from the body."""
    return bool(top and body) and not top.endswith(("\n", "\r"))


def _front(trio: Trio) -> Front | None:
    heads = [*map(head, trio.all)]
    chosen = pick(*heads)
    if chosen is not None:
        return Front(chosen)
    return merge_fields(trio) if is_mergeable(trio) else None


def _whole_text(trio: Trio, mine: Post, encoding: Encoding) -> Merged | None:
    """All lines merged at once, for front matter that cannot be read; as Git would."""
    if is_mergeable(trio):
        return None
    text = woven(*(post.text for post in trio.all))
    merged = None if text is None else _written(mine, text, encoding)
    if merged is None or merged.post.format not in (trio.mine.format, trio.theirs.format):
        return None
    return merged


def _body(base: str, mine: str, theirs: str) -> _Body:
    """The body, line by line."""
    parts: list[str] = []
    conflicts: list[Conflict] = []
    at = 0
    for region in regions(*map(split_lines, (base, mine, theirs))):
        lines = region.merged
        text = "".join(region.mine if lines is None else lines)
        if lines is None:
            conflicts.append(_body_conflict(region, Span(at, at + len(text))))
        parts.append(text)
        at += len(text)
    return _Body("".join(parts), tuple(conflicts))


def _body_conflict(region: Region, span: Span) -> Conflict:
    texts = ("".join(lines) for lines in (region.base, region.mine, region.theirs))
    return _conflict(Part.BODY, [*texts], span)


def _front_matter_conflict(trio: Trio) -> Conflict:
    texts = [*map(head, trio.all)]
    return _conflict(Part.FRONT_MATTER, texts, Span(0, len(texts[1])))


def _whole(trio: Trio) -> Merged:
    """A choice between the files as they are."""
    texts = [post.text for post in trio.all]
    return Merged(trio.mine, (_conflict(Part.FILE, texts, Span(0, len(texts[1]))),))


def _taken(trio: Trio) -> Merged:
    """Their file as it is: mine is what it was made from."""
    theirs = trio.theirs
    source = Source(theirs.text, decode(theirs.to_bytes()).encoding)
    return Merged(Post(source, dialect=trio.mine.dialect))


def _conflict(part: Part, texts: Sequence[str], span: Span) -> Conflict:
    base, mine, theirs = (Version(text) for text in texts)
    return Conflict(part, (), base, mine, theirs, span)


def _written(mine: Post, text: str, encoding: Encoding) -> Merged | None:
    """My post with the merged text, in an encoding that can hold it."""
    for each in (encoding, UTF_8):
        source = Source(text, each)
        try:
            is_kept = decode(source.to_bytes()) == source
        except UnicodeError:
            continue
        if is_kept:
            return Merged(_derived(mine, source))
    return None


def _derived(mine: Post, source: Source) -> Post:
    """My post with edits that lead to the text; anew where the encoding is another."""
    if decode(mine.to_bytes()).encoding != source.encoding:
        return Post(source, dialect=mine.dialect)
    return mine.with_edits(line_edits(mine.text, source.text))
