"""Changes of ``reviewer.yml`` that an editor makes without seeing the file.

Several changes are written as one, over the text that stands on disk at that
moment, and can be taken back as long as nobody else has touched the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import EditRefused
from reviewer.errors import Where
from reviewer.schema.declared import editing, writing
from reviewer.schema.declared.reading import FILE
from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.editing import FieldPath

ALL_POSTS = ""


@dataclass(frozen=True, slots=True)
class State:
    """Step: the file is to state an attribute of a field."""

    content_type: ContentType
    field: FieldPath
    attribute: str
    value: Any


@dataclass(frozen=True, slots=True)
class Unstate:
    """Step: the file is to say nothing of an attribute, or of the whole field ("")."""

    content_type: ContentType
    field: FieldPath
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """Step: a rule of the checks is not to run in this folder."""

    code: str


Step = State | Unstate | Ignore


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: ``before`` is the file as it was (``None``: there was none)."""

    before: bytes | None
    digest: str


def write(root: Path, steps: Iterable[Step]) -> Written:
    """Write the steps to the folder's file, all or none.

    Raises ``EditRefused`` where the file is too odd to be changed, and what ``storage`` does.
    """
    path = root / FILE
    stored = storage.read(path) if path.exists() else None
    text = _decoded(stored.data, path) if stored else ""
    for step in steps:
        text = _take(text, step)
    saved = storage.save(path, text.encode(), stored.digest if stored else None)
    return Written(stored.data if stored else None, saved.digest)


def take_back(root: Path, written: Written) -> None:
    """Let the file be what it was before; raises ``storage.ChangedOnDisk``."""
    path = root / FILE
    if written.before is not None:
        storage.save(path, written.before, written.digest)
        return
    stored = storage.read(path)
    if stored.digest != written.digest:
        raise storage.ChangedOnDisk(path, stored)
    path.unlink()


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EditRefused(
            "The file is not written in UTF-8.", where=Where(path), remedy="Save it as UTF-8."
        ) from error


def _take(text: str, step: Step) -> str:
    if isinstance(step, Ignore):
        return editing.ignore_rule(text, step.code)
    if isinstance(step, State):
        text, name = _begun(text, step.content_type)
        return editing.set_attribute(text, name, step.field, step.attribute, step.value)
    if not step.attribute:
        return _dropped(text, step, lambda name: editing.drop_field(text, name, step.field))
    return _dropped(
        text, step, lambda name: editing.drop_attribute(text, name, step.field, step.attribute)
    )


def _begun(text: str, content_type: ContentType) -> tuple[str, str]:
    """The file with the type in it, and the name by which it has its fields."""
    if content_type.match is None:
        return text, ALL_POSTS
    if not editing.has_type(text, content_type.name):
        settings = writing.match_settings(content_type.match)
        text = editing.set_match(text, content_type.name, settings)
    return text, content_type.name


def _dropped(text: str, step: Unstate, drop: Callable[[str], str]) -> str:
    """Without what the type says; where it says nothing, without what all posts have."""
    if not text:
        return text
    names = [step.content_type.name] if step.content_type.match is not None else []
    return next((new for new in map(drop, [*names, ALL_POSTS]) if new != text), text)
