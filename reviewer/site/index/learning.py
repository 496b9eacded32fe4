"""What the posts have in common, kept so that an unchanged folder need not be learnt from again."""

from __future__ import annotations

import io
import pickle
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from reviewer.schema.inference import Schema
from reviewer.site.index import shelf
from reviewer.site.index.place import learning_stamp

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine
    from reviewer.site.index.store import Store

OWN = "reviewer.schema."
PLAIN = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
}
"""What a schema may be made of besides Reviewer's own classes."""


def recall(store: Store, engine: Engine) -> Schema | None:
    """The schema that was learnt from the posts as they stand."""
    with store.working() as db:
        learnt = store.recalled(db, "learnt")
        now = _state(engine, shelf.content(db))
        kept = store.recalled(db, "schema")
    return _read(kept) if learnt == now else None


def adopt(store: Store, engine: Engine, schema: Schema) -> None:
    """Keep what was just learnt; where it differs, all posts are to be checked again."""
    with store.writing() as db:
        kept = store.recalled(db, "schema")
        if _read(kept) != schema:
            shelf.unjudge(db)
            store.put(db, schema=_written(schema))
        store.put(db, learnt=_state(engine, shelf.content(db)))


def _state(engine: Engine, content: int) -> str:
    return f"{learning_stamp(engine)} {content}"


def _written(schema: Schema) -> bytes:
    """The schema with a digest, since no other bytes are to be unpickled."""
    data = pickle.dumps(schema)
    return sha256(data).digest() + data


def _read(kept: object) -> Schema | None:
    if not isinstance(kept, bytes) or sha256(kept[32:]).digest() != kept[:32]:
        return None
    try:
        found = _Reader(io.BytesIO(kept[32:])).load()
    except (pickle.UnpicklingError, AttributeError, TypeError):
        return None
    return found if isinstance(found, Schema) else None


class _Reader(pickle.Unpickler):
    """Makes nothing but what a schema consists of."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(OWN) or (module, name) in PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a schema")
