"""Changes single words of a text that runs over several lines.

A long text in a folded block, or plain or quoted over several lines, keeps its
lines: only those with changed words are touched. Where words cannot be matched
one by one the caller writes the value anew; every result is to be read back
before it is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit
from reviewer.document.yaml_lines import line_end, next_line
from reviewer.document.yaml_prepare import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.yaml_nodes import Scalar

MAX_COMPARED = 1500
"""Beyond so many differing words a comparison word by word takes too long."""

_WORD = re.compile(r"\S+")
_INDICATORS = re.compile(r"[|>][1-9]?-?(?![+\d])")
_HEADER = re.compile(r"[|>][-+0-9]*[^\S\r\n]*(?:#[^\r\n]*)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the value and where it stands in the source."""

    text: str
    span: Span


def reflowed(text: str, node: Scalar, new: str) -> list[TextEdit] | None:
    """Edits that turn the value of ``node`` into ``new`` word by word; ``None`` if they cannot."""
    words = _source_words(text, node)
    if words is None or [word.text for word in words] != node.value.split():
        return None
    edits = _chomping(text, node, new)
    if edits is None or _gaps(node.value) - {" ", "\n", "\n\n"}:
        return None
    for tag, i1, i2, j1, j2 in compared([word.text for word in words], new.split()):
        if tag == "equal":
            continue
        fresh = _escaped(" ".join(new.split()[j1:j2]), node.style)
        if not words or fresh is None:
            return None
        edits.append(_word_edit(words, i1, i2, fresh))
    return edits


def _word_edit(words: list[Word], first: int, last: int, fresh: str) -> TextEdit:
    if first < last and fresh:
        return TextEdit(Span(words[first].span.start, words[last - 1].span.end), fresh)
    if first < last:  # words go, with the blanks before them, or after them at the very start
        start = words[first - 1].span.end if first else words[0].span.start
        end = words[last - 1].span.end
        if not first and last < len(words):
            end = words[last].span.start
        return TextEdit(Span(start, end), "")
    if first:
        at = words[first - 1].span.end
        return TextEdit(Span(at, at), f" {fresh}")
    at = words[0].span.start
    return TextEdit(Span(at, at), f"{fresh} ")


def compared(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    """What ``SequenceMatcher`` finds, with common ends taken off first."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle_old and not middle_new:
        return []
    if len(middle_old) + len(middle_new) > MAX_COMPARED:
        kind = "replace" if middle_old and middle_new else "delete" if middle_old else "insert"
        return [(kind, head, len(old) - tail, head, len(new) - tail)]
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
    return [
        (tag, i1 + head, i2 + head, j1 + head, j2 + head)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]


def _chomping(text: str, node: Scalar, new: str) -> list[TextEdit] | None:
    """The edit of the header that makes the text end as ``new`` does; ``None`` if none can."""
    old_tail, new_tail = _tail(node.value), _tail(new)
    if old_tail == new_tail:
        return []
    header = _INDICATORS.match(text, node.start)
    if header is None or {old_tail, new_tail} != {"", "\n"}:
        return None
    marks = header[0].replace("-", "") + ("" if new_tail else "-")
    return [TextEdit(Span(*header.span()), marks)]


def _source_words(text: str, node: Scalar) -> list[Word] | None:
    start, end = node.start, node.end
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style and (header := _HEADER.match(text, start)):
        start = header.end()
    if node.style == '"' and "\\" in text[start:end]:
        return None
    return [
        Word(_unescaped(found[0], node.style), Span(*found.span()))
        for found in _WORD.finditer(text, start, end)
    ]


def _unescaped(word: str, style: str) -> str:
    return word.replace("''", "'") if style == "'" else word


def _escaped(words: str, style: str) -> str | None:
    if UNREADABLE.search(words):
        return None
    if style == "'":
        return words.replace("'", "''")
    if style == '"' and ('"' in words or "\\" in words):
        return None
    return words


def _gaps(value: str) -> set[str]:
    return set(re.findall(r"\s+", value.strip()))


def _tail(value: str) -> str:
    return value[len(value.rstrip()) :]


def relined(text: str, node: Scalar, new: str, newline: str) -> list[TextEdit] | None:
    """Edits that turn a literal block into ``new`` line by line; ``None`` if they cannot."""
    lines = _source_lines(text, node)
    old_values = node.value.rstrip("\n").split("\n")
    new_values = new.rstrip("\n").split("\n")
    edits = _chomping(text, node, new)
    if len(lines) != len(old_values) or edits is None:
        return None
    first = next((i for i, value in enumerate(old_values) if value), 0)
    indent = " " * (len(lines[first]) - len(old_values[first]))
    for tag, i1, i2, j1, j2 in compared(old_values, new_values):
        if tag == "equal":
            continue
        fresh = [indent + value if value else "" for value in new_values[j1:j2]]
        if any(map(UNREADABLE.search, fresh)):
            return None
        edits.append(_line_edit(lines, i1, i2, fresh, newline))
    return edits


def _line_edit(lines: list[Span], first: int, last: int, fresh: list[str], end: str) -> TextEdit:
    if first < last and fresh:
        return TextEdit(Span(lines[first].start, lines[last - 1].end), end.join(fresh))
    if first < last and first:
        return TextEdit(Span(lines[first - 1].end, lines[last - 1].end), "")
    if first < last:
        following = lines[last].start if last < len(lines) else lines[-1].end
        return TextEdit(Span(lines[0].start, following), "")
    if first:
        at = lines[first - 1].end
        return TextEdit(Span(at, at), "".join(end + line for line in fresh))
    at = lines[0].start
    return TextEdit(Span(at, at), "".join(line + end for line in fresh))


def _source_lines(text: str, node: Scalar) -> list[Span]:
    found: list[Span] = []
    start = next_line(text, node.start)
    while start < node.end:
        end = min(line_end(text, start), node.end)
        found.append(Span(start, end))
        start = next_line(text, start)
    return found
