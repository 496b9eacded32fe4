"""Passages cut into sentences, well enough to count, compare and quote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.passages import Passage
    from reviewer.document.edits import Span

_END = re.compile(
    r"(?<=[.!?…])(?P<close>[\"'”’»)\]*_]*)\s+(?=[\"'“‘«(\[*_]*[A-ZÀ-ÞА-Я0-9])|\n(?=\s*\n)|(?<=[。！？])"
)
_SHORT = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|Inc|Ltd|Co|Corp|No|Nr|Fig|approx|ca|bzw"
    r"|e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    r"|Gen|Gov|Sen|Rep|Lt|Col|Capt))\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is without code and addresses; ``span`` are its characters in the file."""

    text: str
    span: Span


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage."""
    words = passage.words
    start = 0
    for found in _END.finditer(words):
        end = max(found.start(), found.end("close"))
        if not _SHORT.search(words, start, end):
            yield from _sentence(passage, start, end)
            start = found.end()
    yield from _sentence(passage, start, len(words))


def _sentence(passage: Passage, start: int, end: int) -> Iterator[Sentence]:
    text = passage.words[start:end]
    lead, inner = len(text) - len(text.lstrip()), text.strip()
    if inner:
        first = start + lead
        yield Sentence(" ".join(inner.split()), passage.span(first, first + len(inner)))
