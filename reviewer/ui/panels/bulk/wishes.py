"""From what an editor fills in to what is wanted of each post. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.desk.bulk.intentions import (
    Append,
    Intention,
    Remove,
    RemoveItems,
    RenameField,
    Set,
)
from reviewer.desk.bulk.replacing import Replace
from reviewer.document import keys
from reviewer.errors import ReviewerError
from reviewer.schema.kinds.registry import kind
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.schema.field import Field
    from reviewer.schema.inference import Schema

SET, UNSET, RENAME, APPEND, REMOVE, REPLACE = (
    *("set", "unset", "rename"),
    *("append", "remove", "replace"),
)


def verbs() -> tuple[tuple[str, str], ...]:
    """What can be done, by name and label."""
    return (
        (SET, tr("Set a field")),
        (UNSET, tr("Remove a field")),
        (RENAME, tr("Rename a field")),
        (APPEND, tr("Add to a list")),
        (REMOVE, tr("Take out of a list")),
        (REPLACE, tr("Find and replace")),
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor has filled in so far; ``new`` is the new name or replacement."""

    verb: str = SET
    field: str = ""
    value: str = ""
    new: str = ""
    only_present: bool = False
    regular: bool = False
    whole: bool = False
    match_case: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been filled in that could be planned."""
        return not (self.value if self.verb == REPLACE else self.field.strip())


def intention_of(wish: Wish, fields: dict[str, Field]) -> Intention:
    """What is wanted; raises ``ReviewerError`` with what is wrong with the wish."""
    if wish.verb == REPLACE:
        return Replace(
            wish.value,
            wish.new,
            keys.parse(wish.field.strip()) if wish.field.strip() else None,
            regular=wish.regular,
            whole=wish.whole,
            ignore_case=not wish.match_case,
        )
    key = keys.parse(wish.field.strip())
    match wish.verb:
        case "unset":
            return Remove(key)
        case "rename":
            return RenameField(key, _new_name(wish))
        case "append":
            return Append(key, (_item(wish.value),), wish.only_present)
        case "remove":
            return RemoveItems(key, _item(wish.value))
        case _:
            return Set(key, _value(wish, fields), wish.only_present)


def fields_of(schema: Schema | None) -> dict[str, Field]:
    """All fields that the folder's posts have, the commonest types first."""
    found: dict[str, Field] = {}
    types = schema.types.values() if schema is not None else ()
    for content_type in sorted(types, key=lambda each: -each.count):
        for each in content_type.fields:
            found.setdefault(each.name, each)
    return found


def suggestions(wish: Wish, fields: dict[str, Field]) -> list[str]:
    """Values that posts have already, for the field that is filled in."""
    field = fields.get(wish.field.strip())
    if field is None:
        return []
    if field.kind == "boolean":
        return ["true", "false"]
    return [str(option.value) for option in field.options]


def _new_name(wish: Wish) -> str:
    if not wish.new.strip():
        raise ReviewerError(tr("Write the field’s new name."))
    return wish.new.strip()


def _value(wish: Wish, fields: dict[str, Field]) -> Any:
    field = fields.get(wish.field.strip())
    return kind(field.kind if field else "").parse(wish.value)


def _item(text: str) -> Any:
    if not text.strip():
        raise ReviewerError(tr("Write the item."))
    return kind("").parse(text)
