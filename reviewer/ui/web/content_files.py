"""Which files of a content folder the preview may show: its images, and nothing outside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image that may be shown."""

    path: Path
    type: str


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """The images below ``root``; ``assets`` are folders in which the site's paths also lie.

    Hugo's ``/images/a.png`` lies in ``static``, Astro's in ``public``.
    """

    root: Path
    assets: tuple[str, ...] = ("",)

    def find(self, path: str) -> ImageFile | None:
        """The image at ``path`` from the site's root, or None where there is none to be shown.

        Symbolic links are followed, and refused where they lead out of the root.
        """
        wanted = PurePosixPath(path.lstrip("/"))
        if not _is_plain(wanted):
            return None
        home = self.root.resolve()
        places = (home / folder / wanted for folder in dict.fromkeys(("", *self.assets)))
        return next(filter(None, (_image(place, home) for place in places)), None)


def _is_plain(path: PurePosixPath) -> bool:
    text = str(path)
    return ".." not in path.parts and not any(sign in text for sign in ("\0", "\\", ":"))


def _image(place: Path, home: Path) -> ImageFile | None:
    try:
        path = place.resolve(strict=True)
        is_inside = path.is_relative_to(home) and path.is_file()
    except (OSError, RuntimeError):
        return None
    kind = IMAGE_TYPES.get(path.suffix.lower())
    return ImageFile(path, kind) if is_inside and kind else None
