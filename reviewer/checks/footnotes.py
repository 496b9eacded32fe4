"""The footnotes of a body: their marks and their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.edits import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.checks.body.body import Body

_NOTE = re.compile(
    r"(?P<text>(?:^|(?<=\n))[ \t>]*)?(?<!\\)\[\^(?P<label>\w[\w.:-]*)\](?P<colon>:?)"
)


@dataclass(frozen=True, slots=True)
class Notes:
    """The first mark, and the text, of each label."""

    marks: Mapping[str, Span]
    texts: Mapping[str, Span]


def notes_of(body: Body) -> Notes:
    """What stands outside of code; labels are the same in capitals."""
    marks: dict[str, Span] = {}
    texts: dict[str, Span] = {}
    for found in _NOTE.finditer(body.markup) if "[^" in body.text else ():
        is_text = found["text"] is not None and found["colon"]
        start = found.end("text") if found["text"] is not None else found.start()
        span = Span(start, found.end("label") + 1).shift(body.offset)
        (texts if is_text else marks).setdefault(found["label"].casefold(), span)
    return Notes(marks, texts)
