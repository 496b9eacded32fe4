"""Prints what was measured beside what was aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading

if TYPE_CHECKING:
    from tests.benchmarks.figure import Line

WIDTH = 46


def heading() -> str:
    """The first lines of the table."""
    return f"{'figure':{WIDTH}}  {'value':>10}  {'aim':>10}  {'':7}  from\n" + "-" * 110


def line(found: Line) -> str:
    """One line of the table."""
    if not isinstance(found, Reading):
        return f"{found.name:{WIDTH}}  {'-':>10}  {'':>10}  skipped  {found.reason}"
    value, aim = _number(found.value, found.unit), _number(found.aim, found.unit)
    parts = ", ".join(f"{name} {part}" for name, part in found.parts.items())
    return f"{found.name:{WIDTH}}  {value:>10}  {aim:>10}  {_verdict(found):7}  {parts}"


def _verdict(found: Reading) -> str:
    return "met" if found.met else "NOT MET"


def _number(value: float, unit: str) -> str:
    return f"{value:.1f} {unit}" if unit == "ms" else f"{value:.2f} {unit}".rstrip()
