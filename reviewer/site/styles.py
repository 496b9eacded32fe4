"""The style sheets of a site that its articles can be shown with."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from reviewer.schema.declared import reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reviewer.site.folder import Folder

PLACES = ("assets/css", "css", "assets", "styles", "assets/styles", "stylesheets", "src/styles")
NAMES = ("main.css", "style.css", "styles.css", "site.css", "screen.css", "theme.css", "global.css")
BUILT = ("_site", "public", "dist", "site")
"""Where engines write the site: sheets that only exist once they are built are there."""


def styles_of(folder: Folder) -> tuple[str, ...]:
    """The sheets that ``reviewer.yml`` names, else the usual one if it is there.

    Paths are from the folder's root and lie in it; ``preview: {styles: []}`` wants none.
    """
    stated = _stated(reading.load(folder.root).settings)
    home = folder.root.resolve()
    if stated is not None:
        return tuple(path for path in stated if _is_sheet(home, path))
    usual = (path for path in _usual(folder.engine.assets) if _is_sheet(home, path))
    return tuple(path for path in [next(usual, "")] if path)


def _stated(settings: Mapping[str, Any]) -> list[str] | None:
    preview = settings.get("preview")
    styles = preview.get("styles") if isinstance(preview, dict) else None
    if isinstance(styles, str):
        return [styles]
    if isinstance(styles, list):
        return [each for each in styles if isinstance(each, str)]
    return None


def _usual(assets: Iterable[str]) -> Iterator[str]:
    roots = dict.fromkeys(("", *assets, *BUILT))
    for root in roots:
        for place in PLACES:
            for name in NAMES:
                yield str(PurePosixPath(root, place, name))


def _is_sheet(home: Path, path: str) -> bool:
    try:
        file = (home / path.lstrip("/")).resolve()
        return file.suffix == ".css" and file.is_relative_to(home) and file.is_file()
    except (OSError, RuntimeError, ValueError):
        return False
