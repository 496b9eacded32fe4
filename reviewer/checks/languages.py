"""What a post's path says of its language, so that a translation is no copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.checks.subject import Subject

_CODES = (
    "ar|az|be|bg|bn|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|hy|id|is|it|ja|ka"
    "|kk|km|ko|lt|lv|mk|ml|mn|mr|ms|my|nb|ne|nl|nn|no|pa|pl|ps|pt|ro|ru|sk|sl|sq|sr|sv|sw|ta|te|th"
    "|tl|tr|uk|ur|uz|vi|zh"
)
_PART = re.compile(rf"(?:{_CODES})(?:[-_][a-z]{{2,4}})?", re.IGNORECASE)


def language_of(subject: Subject) -> str:
    """The language that the path names, else the post's own or the site's."""
    return next(iter(_named(subject.path)), "") or subject.language


def are_translations(path: str, other: str) -> bool:
    """Whether two paths differ in nothing but the language that they name."""
    return _named(path) != _named(other) and _neutral(path) == _neutral(other)


def without_translations(path: str, others: Iterable[str]) -> list[str]:
    """Those of the other paths that are not the same post in another language."""
    return [each for each in others if not are_translations(path, each)]


def _named(path: str) -> list[str]:
    return [each.lower() for each in _parts(path) if _PART.fullmatch(each)]


def _neutral(path: str) -> list[str]:
    return [each for each in _parts(path) if not _PART.fullmatch(each)]


def _parts(path: str) -> list[str]:
    """Folders, and what stands between the dots of the file's name."""
    *folders, name = path.split("/")
    return [*folders, *name.split(".")]
