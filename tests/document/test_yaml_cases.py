"""Each file in tests/cases/yaml is a test: a block, an edit, and the block after it.

A case opens with a few lines of YAML: ``edit`` (or ``edits``, carried out in
turn) as ``[operation, path, ...]``, perhaps ``dialect``, ``newline: crlf``, or
``refused``, words of the reason for which the edit is refused. Then come the
text before, behind a line ``=== before``, and after, behind ``=== after``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.document.dialect import Dialect
from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    MoveItem,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
)
from reviewer.document.post import Post

FOLDER = Path(__file__).parents[1] / "cases" / "yaml"
OPERATIONS: dict[str, Any] = {
    "set": SetValue,
    "unset": Unset,
    "rename": Rename,
    "insert": InsertItem,
    "remove": RemoveItem,
    "move": MoveItem,
}


@dataclass(frozen=True)
class Guide:
    keys: tuple[str, ...]
    examples: dict[str, str]

    def order(self) -> tuple[str, ...]:
        return self.keys

    def example(self, key: str) -> str | None:
        return self.examples.get(key)


@dataclass(frozen=True)
class Case:
    head: dict[str, Any]
    before: str
    after: str

    def edited(self) -> Post:
        dialect = Dialect(self.head.get("dialect", "yaml-1.1"))
        guide = Guide(tuple(self.head.get("order", ())), self.head.get("examples", {}))
        post = Post.from_bytes(self._file(self.before), dialect=dialect, guide=guide)
        for name, path, *rest in self.head.get("edits") or [self.head["edit"]]:
            post = post.apply(OPERATIONS[name](tuple(path), *rest))
        return post

    def expected(self) -> bytes:
        return self._file(self.after)

    def _file(self, block: str) -> bytes:
        text = f"---\n{block}---\nbody\n"
        return (text.replace("\n", "\r\n") if self.head.get("newline") == "crlf" else text).encode()


def read_case(file: Path) -> Case:
    head, _, rest = file.read_bytes().decode().partition("=== before\n")
    before, _, after = rest.partition("=== after\n")
    return Case(yaml.safe_load(head), before, after)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.case")), ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = read_case(file)
    if "refused" in case.head:
        with pytest.raises(EditRefused, match=case.head["refused"]):
            case.edited()
    else:
        assert case.edited().to_bytes() == case.expected()
