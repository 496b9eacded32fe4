"""The fields that posts of one sort share, and how those posts write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.schema.origin import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reviewer.document.operations import Path
    from reviewer.schema.field import Field
    from reviewer.schema.matching import Match
    from reviewer.schema.origin import Origin
    from reviewer.schema.rule import Rule


@dataclass(frozen=True, slots=True)
class Habit:
    """How a folder's posts write their keys; fits ``document.block.StyleGuide``."""

    keys: tuple[str, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)

    def order(self) -> Sequence[str]:
        """The usual order of the top-level keys."""
        return self.keys

    def example(self, key: str) -> str | None:
        """The raw text of a typical value of ``key``, ``None`` if no post has one."""
        return self.examples.get(key)


@dataclass(frozen=True, slots=True)
class ContentType:
    """Fields in the order in which posts write them; ``count`` posts were learnt from.

    ``front_matter`` says that nearly all files of this type have some. ``match``
    says which posts are of it, where a configuration does; ``slug_template``
    how a new post's file is called. ``closed`` says that a key which is none of
    ``fields`` is one too many, ``hints`` that the fields are described for
    posts that have them and no post is expected to. ``keys`` is the order in
    which posts write their keys, where that is not the order of the form.
    """

    name: str
    fields: tuple[Field, ...] = ()
    title_field: str = "title"
    count: int = 0
    front_matter: bool = False
    label: str = ""
    match: Match | None = None
    slug_template: str = ""
    rules: tuple[Rule, ...] = ()
    closed: bool = False
    hints: bool = False
    keys: tuple[str, ...] = ()
    origin: Origin = UNKNOWN

    def field(self, path: Path) -> Field | None:
        """The field that ``path`` leads to: nested keys and list indexes included."""
        if not path:
            return None
        found = next((each for each in self.fields if each.name == path[0]), None)
        for key in path[1:]:
            if found is None:
                return None
            found = found.child(key)
        return found

    def guide(self) -> Habit:
        """How this type's posts write their keys."""
        examples = {each.name: each.example for each in self.fields if each.example}
        return Habit(self.keys or tuple(each.name for each in self.fields), examples)


EMPTY_TYPE = ContentType("post")
