"""What an editor has changed of the rules and not saved yet. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.desk.declaring import State, Unstate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.desk.declaring import Step
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.editing import FieldPath

Place = tuple[str, "FieldPath"]
WHOLE = ""
"""Stands for all that is declared of a field."""


class Draft:
    """Steps by type and field, then by attribute; a later one takes an earlier one's place."""

    def __init__(self) -> None:
        self._steps: dict[Place, dict[str, Step]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._steps.values()))

    def state(self, content_type: ContentType, path: FieldPath, attribute: str, value: Any) -> None:
        """The attribute is to be declared."""
        steps = self._steps.setdefault((content_type.name, path), {})
        steps[attribute] = State(content_type, path, attribute, value)

    def unstate(self, content_type: ContentType, path: FieldPath, attribute: str = WHOLE) -> None:
        """The attribute, or the whole field, is not to be declared any more."""
        place = (content_type.name, path)
        if attribute == WHOLE:
            self._steps[place] = {}
        self._steps.setdefault(place, {})[attribute] = Unstate(content_type, path, attribute)

    def forget(self, type_name: str, path: FieldPath, attribute: str) -> None:
        """The attribute is to stay as it is."""
        self._steps.get((type_name, path), {}).pop(attribute, None)

    def of(self, type_name: str, path: FieldPath, attribute: str) -> Step | None:
        """What is to happen to an attribute."""
        steps = self._steps.get((type_name, path), {})
        return steps.get(attribute) or steps.get(WHOLE)

    def touches(self, type_name: str, path: FieldPath) -> bool:
        """Whether anything is to happen to a field."""
        return bool(self._steps.get((type_name, path)))

    def steps(self) -> Iterator[Step]:
        """All of them, in the order in which the fields were first changed."""
        for steps in self._steps.values():
            yield from steps.values()

    def clear(self) -> None:
        """Nothing is to be changed."""
        self._steps = {}
