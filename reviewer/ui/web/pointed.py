"""What was clicked on in the article; no Qt, so that presenters can be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pointed:
    """A line of the body, from 1, or else a field; ``twice`` for a double click."""

    line: int
    field: str = ""
    twice: bool = False
