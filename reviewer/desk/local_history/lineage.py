"""Which kept texts are a post's own, though its file has had other names.

A renamed file brings its text along: where a post's oldest version is the text
to which another path was saved last, and nothing lies at that path any more,
the versions kept under the other path are its past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.local_history.record import Version


def lineage(
    versions: Sequence[Version], path: str, digest: str | None, is_there: Callable[[str], bool]
) -> list[Version]:
    """The versions of a post, the newest first; ``versions`` come the oldest first."""
    by_path: dict[str, list[Version]] = {}
    for version in versions:
        by_path.setdefault(version.path, []).append(version)
    found: list[Version] = []
    name: str | None = path
    while name is not None:
        own = by_path.pop(name, [])
        found += reversed(own)
        earliest = found[-1].digest if found else digest
        name = _former_name(by_path, earliest, is_there)
    return found


def _former_name(
    by_path: dict[str, list[Version]], digest: str | None, is_there: Callable[[str], bool]
) -> str | None:
    """The path whose last save wrote the text of this digest, if its file has gone."""
    ends = {name: own[-1].after for name, own in by_path.items()}
    names = [name for name, after in ends.items() if after == digest]
    return next((name for name in names if not is_there(name)), None)
