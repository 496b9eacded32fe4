"""How values are written around here: models to imitate, and a block's habits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.yaml_lines import column, split_lines
from reviewer.document.yaml_nodes import Alias, Map, Node, Scalar, Seq, walk

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Model:
    """A written value whose style a new one imitates.

    ``holder`` is the column of the key or dash that holds it.
    """

    text: str
    node: Node
    holder: int

    @property
    def raw(self) -> str:
        """The value as written, without anchor and tag."""
        return self.text[self.node.start : self.node.end]

    @property
    def quoting(self) -> str | None:
        """The style of a scalar; ``None`` for anything else."""
        return self.node.style if isinstance(self.node, Scalar) else None

    @property
    def is_flow(self) -> bool | None:
        """Whether a collection is written in brackets; ``None`` where it is none."""
        return self.node.flow if isinstance(self.node, (Seq, Map)) else None

    @property
    def padding(self) -> str:
        """What stands behind the opening bracket of a flow collection: nothing or a space."""
        return " " if self.raw[1:2] == " " and len(self.raw) > 3 else ""

    @property
    def step(self) -> int | None:
        """By how much a block collection or a block scalar is indented."""
        if isinstance(self.node, (Seq, Map)) and not self.node.flow:
            return max(column(self.text, self.node.start) - max(self.holder, 0), 0)
        if isinstance(self.node, Scalar) and self.node.is_block:
            return self._content_step()
        return None

    def _content_step(self) -> int | None:
        header, *lines = split_lines(self.raw)
        if digits := header.strip("|>+- "):
            return int(digits[0]) if digits[0].isdigit() else None
        filled = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        return filled[0] - max(self.holder, 0) if filled else None

    def item(self) -> Model | None:
        """An item of a list, as the model of another."""
        if not isinstance(self.node, Seq) or not self.node.items:
            return None
        item = self.node.items[-1]
        holder = column(self.text, item.dash) if item.dash >= 0 else self.holder
        return model(self.text, item.value, holder)

    def field(self, name: Any) -> Model | None:
        """The value of a key of a map."""
        entry = self.node.entry(name) if isinstance(self.node, Map) else None
        if entry is None:
            return None
        return model(self.text, entry.value, column(self.text, entry.start))


def model(text: str, node: Node, holder: int) -> Model:
    """``node`` as a model; for an alias, what it stands for."""
    while isinstance(node, Alias) and node.target is not None:
        node = node.target
    return Model(text, node, holder)


@dataclass(frozen=True, slots=True)
class Habits:
    """What most values of a block do."""

    quote: str = '"'
    quotes_all: bool = False
    quotes_keys: str = ""
    null: str = ""
    list_step: int = 2
    map_step: int = 2
    flow_lists: bool | None = None


def habits(text: str, root: Node | None) -> Habits:
    """The habits of the block that begins at ``root``."""
    if root is None:
        return Habits()
    nodes = walk(root)
    entries = [entry for node in nodes if isinstance(node, Map) for entry in node.entries]
    quoting = Counter(_text_style(entry.value) for entry in entries)
    quotes = {mark: quoting[mark] for mark in ('"', "'")}
    models = [model(text, entry.value, column(text, entry.start)) for entry in entries]
    return Habits(
        quote="'" if quotes["'"] > quotes['"'] else '"',
        quotes_all=sum(quotes.values()) > quoting[""],
        quotes_keys=_most([_text_style(entry.key) or "" for entry in entries], ""),
        null=_most([m.raw for m in models if _is_null(m)], ""),
        list_step=_most(_steps(models, Seq), 2),
        map_step=max(_most(_steps(models, Map), 2), 1),
        flow_lists=_most([m.is_flow for m in models if isinstance(m.node, Seq)], None),
    )


def _text_style(node: Node) -> str | None:
    """The quotes of a text, ``""`` for plain words; ``None`` for what is not plainly text."""
    if not isinstance(node, Scalar) or node.is_block:
        return None
    if not node.style and (not node.value[:1].isalpha() or node.value.lower() in _NO_TEXT):
        return None
    return node.style


_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


def _is_null(candidate: Model) -> bool:
    return candidate.quoting == "" and candidate.raw in ("", "~", "null", "Null", "NULL")


def _steps(models: Iterable[Model], kind: type[Seq | Map]) -> list[int]:
    found = [m.step for m in models if isinstance(m.node, kind) and m.is_flow is False]
    return [step for step in found if step is not None]


def _most(values: Iterable[Any], otherwise: Any) -> Any:
    common = Counter(values).most_common(1)
    return common[0][0] if common else otherwise
