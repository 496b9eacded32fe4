"""Making a post a draft, or one no longer, by the field that its site goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.operations import SetValue, Unset, carry_out

if TYPE_CHECKING:
    from reviewer.document.operations import Operation
    from reviewer.document.post import Post
    from reviewer.site.engines.engine import Engine

_DRAFT, _PUBLISHED = ("draft",), ("published",)


def to_draft(engine: Engine, path: str, post: Post) -> tuple[Operation, ...]:
    """What makes it a draft to its engine; nothing where no field does."""
    ways: tuple[Operation, ...] = (SetValue(_DRAFT, True), SetValue(_PUBLISHED, False))
    if "published" in post.data:
        ways = ways[::-1]
    return _first(engine, path, post, ways, wanted=True)


def from_draft(engine: Engine, path: str, post: Post) -> tuple[Operation, ...]:
    """What makes it one no longer; nothing where that is a matter of its folder."""
    names = [name for name in ("draft", "published") if name in post.data]
    return _first(engine, path, post, tuple(Unset((name,)) for name in names), wanted=False)


def _first(
    engine: Engine, path: str, post: Post, ways: tuple[Operation, ...], *, wanted: bool
) -> tuple[Operation, ...]:
    for way in ways:
        if engine.is_draft(path, carry_out(post.data, way)) is wanted:
            return (way,)
    return ()
