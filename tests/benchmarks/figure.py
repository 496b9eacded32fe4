"""What a benchmark hands to the table: a figure beside its aim, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.benchmarks.ground import Ground


@dataclass(frozen=True)
class Reading:
    """One line of the table: met where ``value`` is at most ``aim``; in ``unit``, "" for ratios.

    ``parts`` are the medians that the value was made of, for those who doubt it.
    """

    name: str
    value: float
    aim: float
    unit: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """Whether the aim is met."""
        return self.value <= self.aim


@dataclass(frozen=True)
class Skipped:
    """A line of the table that could not be measured here, and why."""

    name: str
    reason: str


Line = Reading | Skipped


class Figure(Protocol):
    """One benchmark: takes the ground and gives its lines."""

    def __call__(self, ground: Ground) -> list[Line]:
        """Measure."""
        ...


def ms(value: float) -> str:
    """Seconds as text in milliseconds."""
    return f"{value * 1000:.3f} ms"


def s(value: float) -> str:
    """Seconds as text."""
    return f"{value:.3f} s"
