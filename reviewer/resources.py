"""Finds the files that Reviewer brings along: icons, styles, the sample site.

They lie in ``resources/`` beside the package in a checkout, and inside the
package, as ``reviewer/_resources``, once it is installed from a wheel.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reviewer.errors import ReviewerError

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


@cache
def resources() -> Path:
    """The folder with all bundled files."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise ReviewerError("Reviewer's own files are missing.", remedy="Install it again.")


def resource(name: str) -> Path:
    """The bundled file or folder ``name`` (a path with slashes below ``resources``)."""
    path = resources() / name
    if not path.exists():
        raise ReviewerError(f"Reviewer's own file {name} is missing.", remedy="Install it again.")
    return path
