"""Where a new key goes and how it is written: as the folder's other posts do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.block import BlockProblem
from reviewer.document.yaml_nodes import Map
from reviewer.document.yaml_style import Model, model
from reviewer.document.yaml_tree import build

if TYPE_CHECKING:
    from reviewer.document.block import StyleGuide


def index_for(guide: StyleGuide | None, node: Map, name: Any) -> int:
    """Before which entry of ``node`` the new key ``name`` goes.

    Behind the key that precedes it in the guide's order, else before the one
    that follows, else at the end.
    """
    order = list(guide.order()) if guide is not None else []
    if name not in order:
        return len(node.entries)
    at = order.index(name)
    for before in reversed(order[:at]):
        if (entry := node.entry(before)) is not None:
            return node.entries.index(entry) + 1
    for after in order[at + 1 :]:
        if entries := node.every(after):
            return node.entries.index(entries[0])
    return len(node.entries)


def example(guide: StyleGuide | None, name: Any) -> Model | None:
    """A value of ``name`` as other posts write it."""
    raw = guide.example(name) if guide is not None and isinstance(name, str) else None
    if not raw:
        return None
    text = f"x: {raw}\n"
    try:
        root = build(text)
    except (yaml.YAMLError, BlockProblem):
        return None
    if not isinstance(root, Map) or len(root.entries) != 1:
        return None
    value = root.entries[0].value
    return model(text, value, 0) if value.is_written else None
