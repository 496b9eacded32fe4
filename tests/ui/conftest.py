"""Fixtures of the tests of panels and widgets."""

from __future__ import annotations

from tests.support.qt import leftovers, light_heap, qapp

__all__ = ["leftovers", "light_heap", "qapp"]
