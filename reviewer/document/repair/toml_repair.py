"""Mends a block of TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.causes import conflict, toml_slips
from reviewer.document.repair.line_repair import repaired
from reviewer.document.toml_text import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.repair.yaml_repair import Repair

_LOOKS = (conflict.look, *toml_slips.LOOKS)


def repairs(text: str, dialect: Dialect) -> Iterator[Repair]:
    """Ways to mend the block, likely ones first."""
    return repaired(text, lambda block: read(block, dialect).data, _LOOKS)
