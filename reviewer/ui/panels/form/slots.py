"""Which fields the form shows, and in what order, before anyone looks at their values.

Values of fields that are left out (hidden ones, and those whose conditions do
not hold) stay in the post as they are.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import holds
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.operations import Path
    from reviewer.schema.field import Field
    from reviewer.ui.panels.form.wishes import Wishes

USUAL = 0.5
"""Share of the folder's posts from which an absent field is offered in the form itself."""
OUT_OF_SIGHT = ("hidden", "body")
"""Kinds that are no matter of the form: what programs set, and the text below."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a row stands and what is known of it before its value is looked at.

    ``inherited`` is what the site gives the post where it does not say
    otherwise, ``None`` for nothing.
    """

    path: Path
    field: Field | None
    present: bool
    value: Any
    is_item: bool = False
    read_only: str = ""
    section: str = ""
    inherited: Any = None


class Slots:
    """The slots of one post; lives for one build of the form."""

    def __init__(
        self, open_post: OpenPost, wishes: Wishes, inherited: Mapping[str, Any] | None = None
    ) -> None:
        self._post = open_post.post
        self._type = open_post.content_type
        self._wishes = wishes
        self._inherited = inherited or {}

    def top(self, data: Mapping[Any, Any]) -> list[Slot]:
        """The content type's fields in its order, the title first, then the post's own."""
        known = self._type.fields if self._type else ()
        shown = [each for each in known if self._is_shown(each, data)]
        slots = [self._slot(each, data) for each in shown]
        names = {each.name for each in known}
        slots += [self._own((key,), True, data[key]) for key in data if key not in names]
        slots += [
            self._own(path, False, None)
            for path in self._wishes.opened
            if len(path) == 1 and path[0] not in data and path[0] not in names
        ]
        title = self._type.title_field if self._type else "title"
        return _in_sections(sorted(slots, key=lambda slot: slot.path[0] != title), names)

    def inside(self, slot: Slot) -> list[Slot]:
        """What a group holds, then what its schema knows besides."""
        value = slot.value if isinstance(slot.value, dict) else {}
        inner = fields_inside(slot.field, value)
        known = {each.name: each for each in inner}
        skipped = slot.field.variant_key if slot.field and slot.field.variants else None
        slots = [
            Slot((*slot.path, key), known.get(key), True, value[key], read_only=slot.read_only)
            for key in value
            if key != skipped and self._counts(known.get(key), (*slot.path, key), value)
        ]
        slots += [
            Slot((*slot.path, each.name), each, False, None, read_only=slot.read_only)
            for each in inner
            if each.name not in value and self._is_offered_inside(slot, each, value)
        ]
        paths = {each.path for each in slots}
        asked = [path for path in self._wishes.opened if path[:-1] == slot.path]
        slots += [
            self._own(path, False, None)
            for path in asked
            if path not in paths and path[-1] not in known
        ]
        return [_kept(each) for each in slots]

    def items(self, slot: Slot) -> Iterator[Slot]:
        """The items of a list."""
        known = slot.field.item if slot.field else None
        if slot.field and slot.field.multiple:
            known = replace(slot.field, multiple=False)
        for index, item in enumerate(slot.value):
            path = (*slot.path, index)
            yield Slot(path, known, True, item, is_item=True, read_only=slot.read_only)

    def absent_fields(self, shown: Iterable[Any]) -> list[Field]:
        """The fields that can be added to the post, the most usual first."""
        taken = set(shown)
        data = self._post.data if isinstance(self._post.data, dict) else {}
        absent = [
            each
            for each in (self._type.fields if self._type else ())
            if each.name not in taken and not is_hidden(each) and holds(each.when, data)
        ]
        return sorted(absent, key=lambda each: -each.count)

    # Behind the scenes

    def _own(self, path: Path, present: bool, value: Any) -> Slot:
        return Slot(path, None, present, value, inherited=self._given(path))

    def _slot(self, each: Field, data: Mapping[Any, Any]) -> Slot:
        path = (each.name,)
        return _kept(
            Slot(
                path,
                each,
                each.name in data,
                data.get(each.name),
                section=each.group,
                inherited=self._given(path),
            )
        )

    def _given(self, path: Path) -> Any:
        return self._inherited.get(path[0]) if len(path) == 1 else None

    def _is_shown(self, each: Field, data: Mapping[Any, Any]) -> bool:
        if not self._counts(each, (each.name,), {}):
            return False
        return each.name in data or self._is_offered(each)

    def _counts(self, each: Field | None, path: Path, around: Mapping[Any, Any]) -> bool:
        """Whether a field is a matter of the form now; one that was asked for by name is."""
        if each is None:
            return True
        whole = self._post.data if isinstance(self._post.data, dict) else {}
        if each.when and not holds(each.when, ChainMap(dict(around), whole)):
            return False
        return not is_hidden(each) or path in self._wishes.opened

    def _is_offered(self, each: Field) -> bool:
        if self._post.read_only:
            return False
        if (each.name,) in self._wishes.opened or each.name in self._inherited:
            return True
        posts = self._type.count if self._type else 0
        usual = posts > 0 and each.count / posts >= USUAL
        return each.required is not None or usual or bool(each.group)

    def _is_offered_inside(self, slot: Slot, each: Field, value: Mapping[Any, Any]) -> bool:
        path = (*slot.path, each.name)
        if not self._counts(each, path, value):
            return False
        wanted = each.required is not None or path in self._wishes.opened
        return wanted or not slot.present or bool(slot.field and slot.field.variants)


def is_hidden(field: Field) -> bool:
    """Whether the form leaves a field out unless it is asked for by name."""
    return field.hidden or field.kind in OUT_OF_SIGHT


def fields_inside(field: Field | None, value: Any) -> tuple[Field, ...]:
    """The fields of a group; of a variant those of the one that its key names."""
    if field is None:
        return ()
    if not field.variants:
        return field.fields
    name = value.get(field.variant_key) if isinstance(value, dict) else None
    return next((each.fields for each in field.variants if each.name == name), ())


def _kept(slot: Slot) -> Slot:
    """The slot, read-only if its field is."""
    if slot.field is None or not slot.field.read_only or slot.read_only:
        return slot
    return replace(slot, read_only=tr("This field is not edited by hand."))


def _in_sections(slots: list[Slot], known: set[str]) -> list[Slot]:
    """Fields without a heading first, then section by section, at last the post's own."""
    order = {name: place for place, name in enumerate(dict.fromkeys(s.section for s in slots))}
    if len(order) < 2 and "" in order:
        return slots
    order[""] = -1
    rest = tr("Other fields")
    placed = [
        slot if slot.section or slot.path[0] in known else replace(slot, section=rest)
        for slot in slots
    ]
    return sorted(placed, key=lambda slot: order.get(slot.section, len(order)))
