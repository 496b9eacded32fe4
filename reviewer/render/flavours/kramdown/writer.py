"""Writes the elements as HTML, as kramdown's own converter does; blocks carry their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.render.flavours.kramdown.document import Document, in_ascii, plain_id
from reviewer.render.flavours.kramdown.element import Element

Rule = Callable[["Writer", Element], str]


@dataclass(slots=True)
class UsedNote:
    """A footnote that the text refers to, ``repeated`` times more than once."""

    name: str
    content: Element
    number: int
    repeated: int = 0


class Writer:
    """What is known while writing: the elements around, the notes and headings so far."""

    def __init__(self, document: Document, rules: Mapping[str, Rule]) -> None:
        self.document = document
        self.settings = document.settings
        self.notes: dict[str, UsedNote] = {}
        self.headings: list[tuple[int, str, Element]] = []
        self.around: list[Element] = []
        self.contents: Element | None = None
        self.places_notes = False
        self._rules = rules
        self._ids: Counter[str] = Counter()

    def write(self, element: Element) -> str:
        """The HTML of an element."""
        return self._rules[element.kind](self, element)

    def inner(self, element: Element) -> str:
        """The HTML of what is within ``element``."""
        self.around.append(element)
        rules = self._rules
        written = "".join([rules[child.kind](self, child) for child in element.children])
        self.around.pop()
        return written

    def used_note(self, name: str) -> UsedNote:
        """The note that a marker refers to, counting the marker."""
        key = self.settings.footnote_prefix + name
        note = self.notes.get(key)
        if note is None:
            number = self.settings.footnote_nr + len(self.notes)
            note = UsedNote(key, self.document.defined.footnotes[name], number)
            self.notes[key] = note
        else:
            note.repeated += 1
        return note

    def heading_id(self, words: str) -> str:
        """An id that no heading has yet."""
        if self.settings.transliterated_header_ids:
            words = in_ascii(words)
        base = plain_id(words) or "section"
        number = f"-{self._ids[base]}" if self._ids[base] and self.settings.numbers_ids else ""
        self._ids[base] += 1
        return f"{self.settings.auto_id_prefix}{base}{number}"
