"""From what is typed to the value that is meant.

Typing changes the value the way it changes the text: characters that a widget
cannot show stay in the value as long as nobody edits them.
"""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import apply, difference
from reviewer.schema import dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.schema.field import Option
    from reviewer.ui.panels.form.rows import Row

_INT = re.compile(r"[-+]?\d+")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?")


def typed_over(value: str, shown: str, now: str) -> str:
    """``value`` changed as ``shown`` was changed into ``now``.

    A widget may show some characters as others (line separators, surrogates);
    where it shows one for one, the rest of the value keeps its own.
    """
    if value == shown or len(value) != len(shown):
        return now
    return apply(value, difference(shown, now))


def value_of(row: Row, text: str, *, as_text: bool = False) -> Any:
    """The value that ``text`` means in a field of the row's kind.

    Text that does not fit the kind is kept as text: validation speaks about
    it, and nothing that was typed is lost. ``as_text`` asks for dates and times as text.
    """
    read = _READERS.get(row.kind)
    if read is None:
        return choice_of(row, text)
    if not text.strip():
        return None
    return text if as_text and row.kind in AS_TYPED else read(text.strip())


def choice_of(row: Row, text: str) -> Any:
    """The known value that is shown as ``text``, else the text itself."""
    same = (choice.value for choice in row.choices if text in (choice.text, str(choice.value)))
    return next(same, text)


def label_for(choices: Sequence[Option], value: Any) -> str:
    """What a known value is called, "" where it has no name but itself."""
    same = (each.label for each in choices if each.label and each.value == value)
    return next(same, "")


def is_possible_date(text: str) -> bool:
    """Whether ``text`` is a date that exists, whatever the post's dialect makes of it."""
    return not isinstance(_moment(text), str)


def _number(text: str) -> Any:
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _truth(text: str) -> Any:
    return {"true": True, "false": False}.get(text.lower(), text)


def _moment(text: str) -> Any:
    # A spelt-out date ("3 March 2026") is left as the text that somebody chose to write.
    if not dates.looks_like_date(text):
        return text
    try:
        return dates.read(text)
    except dates.NotADate:
        return text


def _clock(text: str) -> Any:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return text


DATES = ("date", "datetime")
AS_TYPED = (*DATES, "time")
"""Kinds that the form shows as they are written, and so writes as they are typed."""
_READERS: dict[str, Callable[[str], Any]] = {
    "int": _number,
    "float": _number,
    "bool": _truth,
    "date": _moment,
    "datetime": _moment,
    "time": _clock,
}
