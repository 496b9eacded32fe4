"""How values are written around here: models to imitate, and a block's habits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewer.document.yaml_lines import column, split_lines
from reviewer.document.yaml_nodes import Alias, Entry, Map, Node, Scalar, Seq, walk

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


class Habits:
    """What most values of a block do; looked for only when it is asked."""

    def __init__(self, text: str, root: Node | None) -> None:
        self._text = text
        self._root = root

    @cached_property
    def quote(self) -> str:
        """The commoner of the two quotes."""
        return "'" if self._quoting["'"] > self._quoting['"'] else '"'

    @cached_property
    def quotes_all(self) -> bool:
        """Whether most texts stand in quotes."""
        return self._quoting["'"] + self._quoting['"'] > self._quoting[""]

    @cached_property
    def quotes_keys(self) -> str:
        """The quotes of most keys, nothing where they have none."""
        return str(_most([_text_style(entry.key) or "" for entry in self._entries], ""))

    @cached_property
    def null(self) -> str:
        """How most empty values are written."""
        return str(_most([m.raw for m in self._models if _is_null(m)], ""))

    @cached_property
    def list_step(self) -> int:
        """By how much most lists are indented."""
        return int(_most(_steps(self._models, Seq), 2))

    @cached_property
    def map_step(self) -> int:
        """By how much most groups are indented."""
        return max(int(_most(_steps(self._models, Map), 2)), 1)

    @cached_property
    def flow_lists(self) -> bool | None:
        """Whether most lists stand in brackets; ``None`` where there is no list."""
        lists = [m.is_flow for m in self._models if isinstance(m.node, Seq)]
        return None if not lists else bool(_most(lists, None))

    @cached_property
    def _entries(self) -> list[Entry]:
        nodes = [] if self._root is None else walk(self._root)
        return [entry for node in nodes if isinstance(node, Map) for entry in node.entries]

    @cached_property
    def _quoting(self) -> Counter[str | None]:
        return Counter(_text_style(entry.value) for entry in self._entries)

    @cached_property
    def _models(self) -> list[Model]:
        return [
            model(self._text, entry.value, column(self._text, entry.start))
            for entry in self._entries
            if _tells_more(entry.value)
        ]


def _tells_more(value: Node) -> bool:
    """Whether a value shows more than how texts are quoted: most do not, and cost nothing."""
    return not isinstance(value, Scalar) or (not value.style and value.value in _NULLS)


def _text_style(node: Node) -> str | None:
    """The quotes of a text, ``""`` for plain words; ``None`` for what is not plainly text."""
    if not isinstance(node, Scalar) or node.is_block:
        return None
    if not node.style and (not node.value[:1].isalpha() or node.value.lower() in _NO_TEXT):
        return None
    return node.style


_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


def _is_null(candidate: Model) -> bool:
    return candidate.quoting == "" and candidate.raw in _NULLS


def _steps(models: Iterable[Model], kind: type[Seq | Map]) -> list[int]:
    found = [m.step for m in models if isinstance(m.node, kind) and m.is_flow is False]
    return [step for step in found if step is not None]


def _most(values: Iterable[Any], otherwise: Any) -> Any:
    common = Counter(values).most_common(1)
    return common[0][0] if common else otherwise
