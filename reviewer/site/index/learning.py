"""What the posts have in common, kept so that an unchanged folder need not be learnt from again."""

from __future__ import annotations

import io
import pickle
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from reviewer.schema.schema import Schema
from reviewer.schema.stated import load
from reviewer.site.index import judgements, shelf
from reviewer.site.index.place import learning_stamp
from reviewer.site.index.stages import Stage
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reviewer.site.engines.engine import Engine
    from reviewer.site.entries import Entry
    from reviewer.site.folder import Folder
    from reviewer.site.index.store import Store

OWN = "reviewer.schema."
PLAIN = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
    ("pathlib", "PosixPath"),
    ("pathlib", "PurePosixPath"),
    ("pathlib", "WindowsPath"),
}
"""What a schema may be made of besides Reviewer's own classes."""


def learnt(store: Store, folder: Folder, entries: Callable[[], Iterable[Entry]]) -> Schema:
    """What holds for the posts: what they show, and what the folder's configurations state.

    Learnt from ``entries`` where the posts are not those of last time. Where it
    is not what they were checked by, all are to be checked again.
    """
    shown = _recall(store, folder.engine)
    if shown is None:
        shown = learn(folder.engine, entries())
        with store.writing() as db:
            state = _state(folder.engine, shelf.content(db))
            store.put(db, learnt=state, schema=_written(shown))
    schema = shown.with_stated(load(folder.root))
    with store.writing() as db:
        if _read(store.recalled(db, "rules")) != schema:
            judgements.unjudge(db, Stage.FIELDS)
            store.put(db, rules=_written(schema))
    return schema


def _recall(store: Store, engine: Engine) -> Schema | None:
    """What was learnt from the posts as they stand."""
    with store.working() as db:
        is_same = store.recalled(db, "learnt") == _state(engine, shelf.content(db))
        return _read(store.recalled(db, "schema")) if is_same else None


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
