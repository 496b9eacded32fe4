"""Lists, tags, groups of fields, and what fits nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.yaml_depth import refuse_deep
from reviewer.schema.kinds.base import Unreadable
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

SCALARS = (str, int, float, bool)


def _read_yaml(text: str) -> Any:
    try:
        refuse_deep(text)
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise Unreadable("This is not valid YAML.") from error


def _show_yaml(value: Any) -> str:
    try:
        return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    except (yaml.YAMLError, RecursionError):
        return json.dumps(value, default=str, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Items:
    """Several values; ``tags`` are short and come from a shared stock, ``list`` is any."""

    name: str
    label: str = "a list"

    def recognises(self, value: Any) -> bool:
        """A list; of scalars only for tags."""
        if not isinstance(value, list):
            return False
        return self.name == "list" or all(isinstance(each, SCALARS) for each in value)

    def parse(self, text: str) -> list[Any]:
        """A YAML list or, for tags, words between commas."""
        if self.name == "tags" and not text.lstrip().startswith(("[", "-")):
            return [word.strip() for word in text.split(",") if word.strip()]
        found = _read_yaml(text)
        if not isinstance(found, list):
            raise Unreadable("This is not a list.")
        return found

    def show(self, value: Any) -> str:
        """Tags between commas, any other list as YAML."""
        if self.name == "tags" and self.recognises(value):
            return ", ".join(show_scalar(each) for each in value)
        return _show_yaml(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a list; one plain value is offered to be made one."""
        if isinstance(value, list):
            return
        if isinstance(value, SCALARS):
            fix = spot.set_fix("Make it a list", [value])
            yield from wrong_type(value, self.label, field, spot, fix)
        else:
            yield from wrong_type(value, self.label, field, spot)


@dataclass(frozen=True, slots=True)
class Group:
    """Named fields within a field; a ``variant`` says by a key of its own which ones."""

    name: str
    label: str = "a group of fields"

    def recognises(self, value: Any) -> bool:
        """A mapping."""
        return isinstance(value, dict)

    def parse(self, text: str) -> dict[Any, Any]:
        """A YAML mapping."""
        found = _read_yaml(text)
        if not isinstance(found, dict):
            raise Unreadable("This is not a group of fields.")
        return found

    def show(self, value: Any) -> str:
        """The group as YAML."""
        return _show_yaml(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a mapping."""
        if not isinstance(value, dict):
            yield from wrong_type(value, self.label, field, spot)


@dataclass(frozen=True, slots=True)
class Opaque:
    """Whatever has no kind of its own; shown as YAML and never judged.

    ``hidden`` is for values that only programs set, ``body`` for the text below
    the front matter where a configuration lists it among the fields.
    """

    name: str
    label: str = "YAML"

    def recognises(self, _value: Any) -> bool:
        """Everything."""
        return True

    def parse(self, text: str) -> Any:
        """Any YAML."""
        return _read_yaml(text)

    def show(self, value: Any) -> str:
        """The value as YAML."""
        return _show_yaml(value)

    def check(self, _value: Any, _field: Field, _spot: Spot) -> Iterator[Finding]:
        """Nothing is wrong with it as far as anyone can tell."""
        return iter(())


tags = Items("tags")
items = Items("list")
group = Group("object")
variant = Group("variant")
opaque = Opaque("opaque")
hidden = Opaque("hidden")
body = Opaque("body")
