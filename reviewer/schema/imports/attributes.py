"""The attributes of one thing in a configuration, each asked for once.

What nobody asks for is reported when the reading of the thing is over, and so
is a value of a wrong type: an importer cannot forget to tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from reviewer.schema.imports.node import Node
    from reviewer.schema.imports.report import Report

UNKNOWN = "Reviewer does not know this attribute."


class Attributes:
    """Reads the group ``node``, called ``at`` in reports; for use in a ``with`` statement.

    Each getter gives ``None`` (or nothing) for what is absent, and for a value
    of a wrong type, which it reports.
    """

    def __init__(self, node: Node, report: Report, at: str = "") -> None:
        self.origin = node
        self.report = report
        self.at = at
        self._nodes: dict[str, Node] = node.value if node.is_group else {}
        self._left = set(self._nodes)
        if not node.is_group:
            report.problem(node, at, "A group of attributes is expected here.")

    def __enter__(self) -> Attributes:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for name in self._nodes:
            if name in self._left:
                self.report.ignore(self._nodes[name], self.named(name), UNKNOWN)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def named(self, name: str) -> str:
        """What reports call an attribute."""
        return f"{self.at}.{name}" if self.at else name

    def names(self) -> tuple[str, ...]:
        """All attributes, as written."""
        return tuple(self._nodes)

    def peek(self, name: str) -> Any:
        """The plain value of an attribute, which is still to be asked for."""
        node = self._nodes.get(name)
        return node.value if node is not None and node.is_scalar else None

    def node(self, name: str) -> Node | None:
        """The attribute as it stands; one that is empty counts as absent."""
        node = self._nodes.get(name)
        self._left.discard(name)
        return None if node is None or node.value is None else node

    def text(self, name: str) -> str | None:
        """A text; numbers and dates are taken as written."""
        node = self.node(name)
        if node is None:
            return None
        if node.is_scalar and not isinstance(node.value, bool):
            return str(node.value)
        self.wrong(name, "a text")
        return None

    def flag(self, name: str) -> bool | None:
        """True or false."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node.value, bool):
            self.wrong(name, "true or false")
            return None
        return node.value

    def number(self, name: str) -> float | None:
        """A number, or a text that is one."""
        node = self.node(name)
        if node is None:
            return None
        found = as_number(node.value)
        if found is None:
            self.wrong(name, "a number")
        return found

    def count(self, name: str) -> int | None:
        """A whole number from 0."""
        found = self.number(name)
        if found is None:
            return None
        if found < 0 or found != int(found):
            self.wrong(name, "a whole number from 0")
            return None
        return int(found)

    def items(self, name: str) -> list[Node]:
        """A list."""
        node = self.node(name)
        if node is not None and not node.is_list:
            self.wrong(name, "a list")
        return node.value if node is not None and node.is_list else []

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of it."""
        node = self.node(name)
        if node is None:
            return ()
        items = node.value if node.is_list else [node]
        good = [each for each in items if isinstance(each.value, str | int | float)]
        if len(good) < len(items):
            self.wrong(name, "a list of texts")
        return tuple(str(each.value) for each in good)

    def plain(self, name: str) -> Any:
        """Whatever stands there, without lines."""
        node = self.node(name)
        return None if node is None else node.plain()

    def group(self, name: str) -> Attributes | None:
        """A group of attributes, to be read by a ``with`` of its own."""
        node = self.node(name)
        return None if node is None else Attributes(node, self.report, self.named(name))

    def unused(self, name: str, used: set[str]) -> None:
        """Report those parts of a group that nothing else refers to."""
        node = self.node(name)
        for key, each in (node.value if node is not None and node.is_group else {}).items():
            if key not in used:
                self.report.ignore(each, f"{self.named(name)}.{key}", "Nothing refers to it.")

    def empty(self, name: str) -> Attributes:
        """A group without attributes, for what a thing could have under this name."""
        nothing = replace(self.origin, value={}, size=1)
        return Attributes(nothing, self.report, self.named(name))

    def groups(self, name: str) -> Iterator[Attributes]:
        """A list of groups, each to be read by a ``with`` of its own."""
        for number, node in enumerate(self.items(name)):
            if self.report.is_spent(node):
                return
            yield Attributes(node, self.report, f"{self.named(name)}[{number}]")

    def ignore(self, reasons: Mapping[str, str]) -> None:
        """Report those of these attributes that are there, with the reason given."""
        for name, why in reasons.items():
            if name in self._left:
                self.skip(name, why)

    def skip(self, name: str, why: str) -> None:
        """Report one attribute, if it is there, as being without effect."""
        if name in self._nodes:
            self._left.discard(name)
            self.report.ignore(self._nodes[name], self.named(name), why)

    def wrong(self, name: str, expected: str) -> None:
        """Report a value of a wrong type."""
        self.refuse(name, f"{expected.capitalize()} is expected here.")

    def refuse(self, name: str, why: str) -> None:
        """Report something wrong with an attribute."""
        self.report.problem(self._nodes.get(name, self.origin), self.named(name), why)

    def take(
        self, table: Mapping[str, tuple[str, Callable[[Attributes, str], Any]]]
    ) -> dict[str, Any]:
        """The model's attributes by a table: foreign name -> (ours, how it is read)."""
        found: dict[str, Any] = {}
        for name, (ours, read) in table.items():
            value = read(self, name) if name in self._nodes else None
            if value is not None and value != ():
                found[ours] = value
        return found


def as_number(value: Any) -> float | None:
    """A finite number, be it written as text; ``None`` for anything else."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if abs(value) < 1e15 else None
