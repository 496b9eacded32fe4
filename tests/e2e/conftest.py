"""Fixtures of the tests of the whole window."""

from __future__ import annotations

from tests.support.qt import leftovers, qapp_cls

__all__ = ["leftovers", "qapp_cls"]
