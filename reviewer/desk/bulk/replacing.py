"""Replacing by pattern in the values of a post: in one field or in all, in part or whole.

Lists and groups are gone through value by value. A value keeps its type: text
stays text, and a number or date in whose written form something is replaced is
taken only where the new form is a number or date again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import regex

from reviewer.desk.bulk.intentions import LeftAlone, present
from reviewer.document.operations import EditRefused, SetValue, same
from reviewer.document.scalars import read_plain
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.desk.bulk.intentions import Key
    from reviewer.document.operations import Operation, Path
    from reviewer.document.post import Post

PATIENCE = 1.0
"""Seconds that a pattern may take on one value."""
TRIES = 3
"""Posts on which a pattern may run out of time before it is given up for those that follow."""


class BadPattern(ReviewerError):
    """A regular expression, or what it is replaced by, that cannot be read."""


@dataclass(frozen=True)
class Replace:
    """Replace ``pattern`` by ``replacement`` in the values of ``field``, or of all fields.

    ``regular`` takes the pattern for a regular expression, whose groups the
    replacement may name (``\\1``); ``whole`` wants it to fit the whole value.
    Raises ``BadPattern`` where either cannot be read.
    """

    pattern: str
    replacement: str
    field: Key | None = None
    regular: bool = False
    whole: bool = False
    ignore_case: bool = False

    def __post_init__(self) -> None:
        if not self.pattern:
            raise BadPattern("There is nothing to look for.", remedy="Write a text or a pattern.")
        try:
            self._compiled  # noqa: B018 - compiled now, so that mistakes show before any post
            self._try_replacement()
        except (regex.error, IndexError) as error:
            raise BadPattern(f"This pattern cannot be read: {error}.") from error

    def operations(self, post: Post) -> Sequence[Operation]:
        """One setting for each value that changes."""
        if len(self._lost) >= TRIES:
            raise EditRefused("The pattern takes too long on other posts.")
        try:
            found = tuple(self._settings(post))
        except TimeoutError as error:
            self._lost.append(error)
            raise EditRefused("The pattern takes too long on a value of this post.") from error
        if not found:
            raise LeftAlone("Nothing here fits the pattern.")
        return found

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        source = self.pattern if self.regular else regex.escape(self.pattern)
        return regex.compile(source, regex.IGNORECASE if self.ignore_case else 0)

    @cached_property
    def _template(self) -> str:
        return self.replacement if self.regular else self.replacement.replace("\\", r"\\")

    @cached_property
    def _lost(self) -> list[TimeoutError]:
        """What ran out of time, so that a preview of many posts ends."""
        return []

    def _try_replacement(self) -> None:
        """Fail now where the replacement names a group that the pattern does not have."""
        regex.compile(f"|{self._compiled.pattern}", self._compiled.flags).sub(self._template, "")

    def _settings(self, post: Post) -> Iterator[SetValue]:
        path = () if self.field is None else present(self.field, post)
        value = post.data
        for key in path:
            value = value[key]
        for place, old in _leaves(value, path):
            new = self._replaced(old, place, post)
            if new is not None and not same(new, old):
                yield SetValue(place, new)

    def _replaced(self, old: Any, place: Path, post: Post) -> Any:
        """The value with the pattern replaced; ``None`` where it does not fit."""
        if isinstance(old, str):
            return self._fitted(old)
        new = self._fitted(post.written(place))
        value = None if new is None else read_plain(new, post.dialect)
        return value if type(value) is type(old) else None

    def _fitted(self, text: str) -> str | None:
        """The text with the pattern replaced; ``None`` where it does not fit."""
        if self.whole:
            found = self._compiled.fullmatch(text, timeout=PATIENCE)
            return None if found is None else found.expand(self._template)
        new, count = self._compiled.subn(self._template, text, timeout=PATIENCE)
        return new if count else None


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """All texts, numbers and dates inside a value, with where they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*path, index))
    elif isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
        yield path, value
