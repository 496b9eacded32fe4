"""A block as the planners see it: its text, its tree, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import EditRefused
from reviewer.document.yaml_emit import Writer
from reviewer.document.yaml_lines import column, newline_of
from reviewer.document.yaml_nodes import Alias, Entry, Item, Map, Node, Seq
from reviewer.document.yaml_slots import Slot, entry_slot, item_slot, root_slot
from reviewer.document.yaml_style import Habits, Model, model

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path


@dataclass(frozen=True, slots=True)
class Found:
    """How far a path leads into the text.

    ``rest`` is what the text has no place for: the path goes on through an
    alias or a merged key, or leads nowhere.
    """

    slot: Slot
    path: Path
    rest: Path


class Sheet:
    """Text, tree and data of one block; never changes."""

    def __init__(self, text: str, root: Node | None, data: Any, dialect: Dialect) -> None:
        self.text = text
        self.root = root
        self.data = data
        self.dialect = dialect

    @cached_property
    def newline(self) -> str:
        """The line end that new lines take."""
        return newline_of(self.text)

    @cached_property
    def writer(self) -> Writer:
        """Writes values as this block writes them."""
        return Writer(self.dialect, Habits(self.text, self.root))

    def find(self, path: Path) -> Found:
        """Follow ``path`` through the text as far as it leads."""
        if self.root is None:
            raise EditRefused("The front matter is empty.")
        slot = root_slot(self.root)
        for depth, key in enumerate(path):
            below = self.child(slot, key)
            if below is None:
                return Found(slot, path[:depth], path[depth:])
            slot = below
        return Found(slot, path, ())

    def child(self, slot: Slot, key: Any) -> Slot | None:
        """The slot of a key or index inside the collection in ``slot``."""
        node = slot.node
        if isinstance(node, Map) and (entry := node.entry(key)) is not None:
            return entry_slot(self.text, node, entry)
        if isinstance(node, Seq) and type(key) is int and 0 <= key < len(node.items):
            return item_slot(self.text, node, node.items[key])
        return None

    def entry(self, node: Map, entry: Entry) -> Slot:
        """The slot of an entry of ``node``."""
        return entry_slot(self.text, node, entry)

    def item(self, node: Seq, item: Item) -> Slot:
        """The slot of an item of ``node``."""
        return item_slot(self.text, node, item)

    def value(self, path: Path) -> Any:
        """The data at ``path``."""
        data = self.data
        for key in path:
            data = data[key]
        return data

    def model(self, slot: Slot) -> Model | None:
        """The value in ``slot``, to be imitated; nothing to learn from an empty one."""
        if not slot.node.is_written and not isinstance(slot.node, Alias):
            return None
        return model(self.text, slot.node, slot.column)

    def column(self, position: int) -> int:
        """The column of a place in the text."""
        return column(self.text, position)
