"""Front matter merged field by field, each field's text on its own.

A field that one side changed is taken as that side wrote it. Where both did,
the texts are merged by lines or words, or one is edited; whichever says what
the merged values say and keeps the comments of both. Where none keeps them,
the field is a conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.lines import split_lines
from reviewer.document.merge_entries import Entries, entries_of
from reviewer.document.merge_lines import pick, woven, woven_words
from reviewer.document.merge_order import arranged
from reviewer.document.merge_proof import Frame, duplicated, lost_remarks, settles
from reviewer.document.merge_renames import renames
from reviewer.document.merge_trio import Front, Trio, block
from reviewer.document.merge_values import ABSENT, Blend, ValueConflict, under
from reviewer.document.operations import EditRefused, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.post import Post


def merge_each(trio: Trio, blend: Blend, frame: Frame) -> Front | None:
    """The merged front matter; ``None`` where its fields cannot be told apart as text."""
    parts = [entries_of(post) for post in trio.all]
    if any(part is None for part in parts) or any(duplicated(post) for post in trio.all):
        return None
    return _Fields(trio, [part for part in parts if part], blend, frame).merged()


class _Fields:
    """Merges the texts of all fields, and puts them in order."""

    def __init__(self, trio: Trio, parts: list[Entries], blend: Blend, frame: Frame) -> None:
        self._trio = trio
        self._parts = parts
        self._frame = frame
        self._data = dict(blend.data)
        self._conflicts = list(blend.conflicts)
        self._contested: set[Any] = set()
        self._renamed = renames(*(post.data for post in trio.all))

    def merged(self) -> Front | None:
        """All fields, proved; ``None`` where they do not come out as they should."""
        while True:
            texts = {key: self._field(key) for key in [*self._data]}
            post = self._assembled({key: text for key, text in texts.items() if text})
            if post is None or not same(post.data, self._data):
                return None
            losers = self._losers(texts) - self._contested
            if not losers:
                return Front(post.text, tuple(self._conflicts))
            for key in losers:
                self._contest(key)

    def _assembled(self, texts: dict[Any, str]) -> Post | None:
        base, mine, theirs = (list(part.texts) for part in self._parts)
        order = arranged(base, mine, theirs, texts, repr)
        tail = _merged_tail(*(part.tail for part in self._parts))
        return self._frame.post("".join(texts[key] for key in order) + tail)

    def _field(self, key: Any) -> str | None:
        """The text of one field; ``None`` where there is none that says what it should."""
        versions = [self._version(part, key) for part in self._parts]
        chosen = versions[1] if key in self._contested else pick(*versions)
        if chosen:
            return chosen
        strict = woven(*versions)
        if strict and self._settles(key, strict):
            return strict
        sound = [text for text in _candidates(*versions) if self._says(key, text)]
        sound = sound or [*filter(None, (self._edited(key, text) for text in versions[1:]))]
        base = block(self._trio.base)
        return min(sound, key=lambda text: _count_lost(text, base, *versions[1:]), default=None)

    def _version(self, part: Entries, key: Any) -> str:
        """A side's text of a field, under the name that the field has now."""
        former = self._renamed.get(key)
        if key in part.texts or former not in part.texts:
            return part.texts.get(key, "")
        post = self._frame.post(part.texts[former])
        try:
            return block(post.rename((former,), key)) if post else part.texts[former]
        except EditRefused:
            return part.texts[former]

    def _says(self, key: Any, text: str) -> bool:
        """Whether a field's text says what the field must say."""
        post = self._frame.post(text)
        return post is not None and same(post.data, {key: self._data[key]})

    def _settles(self, key: Any, text: str) -> bool:
        """Whether lines that merged well say what the field must say, or settle a conflict."""
        post = self._frame.post(text)
        under = [each for each in self._conflicts if each.path[0] == key]
        blend = Blend({key: self._data[key]}, under)
        if post is None or not settles(post, blend, self._trio.all):
            return False
        self._data[key] = post.data[key]
        self._conflicts = [each for each in self._conflicts if each.path[0] != key]
        return True

    def _edited(self, key: Any, text: str) -> str | None:
        """One side's text with what the field must say put in as an edit."""
        post = self._frame.post(text)
        try:
            done = post and post.set((key,), self._data[key])
        except EditRefused:
            return None
        return block(done) if done else None

    def _losers(self, texts: dict[Any, str | None]) -> set[Any]:
        """The fields to which a side has added comments that their merged text has not."""
        base = block(self._trio.base)
        names = {old: new for new, old in self._renamed.items()}
        sides = (
            (names.get(k, k), text) for part in self._parts[1:] for k, text in part.texts.items()
        )
        return {key for key, text in sides if lost_remarks(base, text, texts.get(key) or "")}

    def _contest(self, key: Any) -> None:
        """Let a person choose between the whole texts of a field; mine stands until then."""
        values = [under(post.data, key, self._renamed) for post in self._trio.all]
        self._conflicts = [each for each in self._conflicts if each.path[0] != key]
        self._conflicts.append(ValueConflict((key,), *values))
        self._contested.add(key)
        self._data[key] = values[1]
        if values[1] is ABSENT:
            del self._data[key]


def _merged_tail(base: str, mine: str, theirs: str) -> str:
    """What stands below the last field: comments, so that those of both sides can stand."""
    text = woven(base, mine, theirs, touching=True)
    if text is not None:
        return text
    known = {*split_lines(base), *split_lines(mine)}
    return mine + "".join(line for line in split_lines(theirs) if line not in known)


def _candidates(base: str, mine: str, theirs: str) -> Iterator[str]:
    """Texts for a field that both sides changed, the most faithful first."""
    texts = (
        woven(base, mine, theirs, touching=True),
        woven_words(base, mine, theirs),
        mine,
        theirs,
    )
    yield from (text for text in texts if text)


def _count_lost(text: str, base: str, mine: str, theirs: str) -> int:
    """How many comments of either side a text lacks."""
    return sum(len(lost_remarks(base, side, text)) for side in (mine, theirs))
