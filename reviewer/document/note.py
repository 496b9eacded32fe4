"""What is worth telling about front matter; apart from what edits it, since the index keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.document.operations import Path


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth telling about a block that reads well, such as a key written twice.

    ``line`` counts from 1 within the block (within the file once ``Post`` hands
    it out); ``code`` is stable, for instance ``duplicate-key``.
    """

    message: str
    path: Path
    line: int
    code: str
