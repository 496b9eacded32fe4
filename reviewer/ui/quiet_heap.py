"""Keeps the garbage collector from holding the window up.

A full collection walks through every object that there is, for as long as
several frames take to paint. Most objects are made before the window is shown
and live as long as it does: those are put where the collector does not look.
"""

from __future__ import annotations

import gc


def quieten_heap() -> None:
    """Leave all that is there now out of later collections."""
    gc.collect()
    gc.freeze()
