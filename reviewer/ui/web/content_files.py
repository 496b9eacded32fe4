"""Which files of a content folder the preview may show: its images, and nothing outside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

IMAGE_TYPES = {
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jfif": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}

STYLE_TYPES = {
    ".css": "text/css",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file that may be shown."""

    path: Path
    type: str


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """The images below ``root``; ``assets`` are folders in which the site's paths also lie.

    Hugo's ``/images/a.png`` lies in ``static``, Astro's in ``public``.
    """

    root: Path
    assets: tuple[str, ...] = ("",)

    def find_style(self, path: str) -> ContentFile | None:
        """A sheet at ``path`` from the root, or what one asks for: a font, an image."""
        return self._find(path, {**STYLE_TYPES, **IMAGE_TYPES})

    def find(self, path: str) -> ContentFile | None:
        """The image at ``path`` from the site's root, or None where there is none to be shown.

        Symbolic links are followed, and refused where they lead out of the root.
        """
        return self._find(path, IMAGE_TYPES)

    def _find(self, path: str, types: Mapping[str, str]) -> ContentFile | None:
        wanted = PurePosixPath(path.lstrip("/"))
        if not _is_plain(wanted):
            return None
        home = self.root.resolve()
        places = (home / folder / wanted for folder in dict.fromkeys(("", *self.assets)))
        return next(filter(None, (_file(place, home, types) for place in places)), None)


def _is_plain(path: PurePosixPath) -> bool:
    text = str(path)
    return ".." not in path.parts and not any(sign in text for sign in ("\0", "\\", ":"))


def _file(place: Path, home: Path, types: Mapping[str, str]) -> ContentFile | None:
    try:
        path = place.resolve(strict=True)
        is_inside = path.is_relative_to(home) and path.is_file()
    except (OSError, RuntimeError):
        return None
    kind = types.get(path.suffix.lower())
    return ContentFile(path, kind) if is_inside and kind else None
