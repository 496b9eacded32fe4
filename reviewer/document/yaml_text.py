"""YAML front matter as a ``Block``: read without loss, changed by splicing.

``read`` is the module's one entry; the parts are the event tree
(``yaml_tree``), the data (``yaml_data``), and the planning of edits
(``yaml_plan``, ``yaml_rewrite``).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.dialect import Dialect
from reviewer.document.operations import EditRefused
from reviewer.document.yaml_data import Reading
from reviewer.document.yaml_nodes import Scalar
from reviewer.document.yaml_place import place
from reviewer.document.yaml_plan import plan
from reviewer.document.yaml_prepare import prepare
from reviewer.document.yaml_problems import explain
from reviewer.document.yaml_rewrite import rewrite
from reviewer.document.yaml_sheet import Sheet
from reviewer.document.yaml_tree import build

if TYPE_CHECKING:
    from reviewer.document.block import Note, Place, Plan, StyleGuide
    from reviewer.document.operations import Operation, Path
    from reviewer.document.yaml_nodes import Node

MAX_PURE = 20_000
"""Up to how many characters PyYAML's slow parser is asked about what libyaml refuses."""


class YamlBlock:
    """One block of YAML with its data and the places of everything in it."""

    def __init__(self, text: str, root: Node | None, reading: Reading) -> None:
        self._text = text
        self._root = root
        self._reading = reading
        self._sheet = Sheet(text, root, reading.data, reading.dialect)

    @property
    def text(self) -> str:
        """What stands between the fences."""
        return self._text

    @property
    def data(self) -> Any:
        """The data as the dialect reads it; ``None`` for an empty block."""
        return self._reading.data

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is odd without being broken."""
        return tuple(self._reading.notes)

    def place(self, path: Path) -> Place | None:
        """Where the entry at ``path`` stands.

        What an alias or a merged key brings in stands where those stand.
        """
        return None if self._root is None else place(self._sheet, path)

    def plan(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The smallest edits that carry out ``operation``."""
        if isinstance(self._root, Scalar) and self.data is not None:
            raise EditRefused("This front matter is a single text and has no fields.")
        return plan(self._sheet, operation, guide)

    def rewrite(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The entry alone written anew."""
        del guide
        return rewrite(self._sheet, operation)


def read(text: str, dialect: Dialect) -> YamlBlock:
    """Read a block; raises ``BlockProblem`` with the place of what is broken."""
    prepared = prepare(text)
    root = _build(text, prepared.text, dialect)
    return YamlBlock(text, root, Reading(text, root, dialect, prepared))


def _build(text: str, readable: str, dialect: Dialect) -> Node | None:
    try:
        return build(readable)
    except yaml.YAMLError as error:
        if dialect is Dialect.YAML_1_1 and len(text) <= MAX_PURE:
            # An escape beyond Unicode (\\UFFFFFFFF) is a ValueError to PyYAML's own parser.
            with suppress(yaml.YAMLError, ValueError, OverflowError):
                return build(readable, pure=True)
        raise explain(text, error) from error
