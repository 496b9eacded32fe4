"""Takes many ids out of SQLite at once."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def ids_of(
    db: sqlite3.Connection, query: str, parameters: Sequence[str | bytes | float] = ()
) -> array[int]:
    """The single column that ``query`` gives, in its order.

    One row with all of them costs half as much as a row for each.
    """
    asked = f"WITH found (id) AS ({query}) SELECT json_group_array(id) FROM found"
    (text,) = db.execute(asked, parameters).fetchone()
    return array("I", json.loads(text))
