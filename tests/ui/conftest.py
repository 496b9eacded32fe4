"""Fixtures of the tests of panels and widgets."""

from __future__ import annotations

from tests.support.qt import leftovers, qapp

__all__ = ["leftovers", "qapp"]
