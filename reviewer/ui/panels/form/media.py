"""How posts name files of their site, and which file such a name means.

A path is written as this field's other values are: relative to the post, to
the folder that the site publishes at its root, or to the content folder, with
or without a slash before it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reviewer.errors import ReviewerError
from reviewer.ui.texts import tr

PUBLISHED = ("static", "public", "source", "docs", "src")
"""Folders whose content engines put at the root of the site."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a written path is relative to, and the mark that stands before it."""

    base: Path
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """The files of a content folder as one of its posts names them.

    ``root`` is absolute; ``post`` is the post's path in it, ``folder`` the place
    that the schema gives for the field's files, if any.
    """

    root: Path
    post: str
    folder: str = ""

    @property
    def start(self) -> Path:
        """Where somebody begins to look for a file."""
        usual = [self.root / self.folder] if self.folder else []
        usual += [self.root / each for each in ("assets", "images", "static", "public")]
        return next((each for each in usual if each.is_dir()), self.root)

    def file_of(self, written: str) -> Path | None:
        """The file that a written path means, ``None`` where there is none."""
        style = self._style_of(written)
        return style.base / _bare(written) if style else None

    def written(self, file: Path, *examples: str) -> str:
        """How ``file`` is named, in the style of the first example that names a file.

        Raises ``ReviewerError`` for a file outside the folder.
        """
        file = Path(os.path.abspath(file))
        if not file.is_relative_to(self.root):
            what = tr("“{name}” lies outside the content folder.", name=file.name)
            raise ReviewerError(what, remedy=tr("Copy it into the folder first."))
        for example in examples:
            style = self._style_of(example)
            named = _named(file, style) if style else ""
            if named:
                return named
        return self._usual(file)

    def _usual(self, file: Path) -> str:
        beside = (self.root / self.post).parent
        if beside != self.root and file.is_relative_to(beside):
            return file.relative_to(beside).as_posix()
        published = (self.root / each for each in PUBLISHED)
        base = next((each for each in published if file.is_relative_to(each)), self.root)
        return f"/{file.relative_to(base).as_posix()}"

    def _style_of(self, written: str) -> Style | None:
        """The style of a written path, if a file is there."""
        bare = _bare(written)
        if not bare or "://" in written or "\0" in written:
            return None
        mark = next((each for each in ("/", "./") if written.startswith(each)), "")
        for base in self._bases(rooted=mark == "/"):
            found = Path(os.path.normpath(base / bare))
            if found.is_relative_to(self.root) and found.is_file():
                return Style(base, mark)
        return None

    def _bases(self, *, rooted: bool) -> list[Path]:
        beside = (self.root / self.post).parent
        site = [self.root, *(self.root / each for each in PUBLISHED)]
        if self.folder:
            site.append(self.root / self.folder)
        return [*site, beside] if rooted else [beside, *site]


def _bare(written: str) -> str:
    return written.split("?")[0].split("#")[0].strip().removeprefix("./").lstrip("/")


def _named(file: Path, style: Style) -> str:
    """``file`` in a style; "" where the style does not reach it."""
    if file.is_relative_to(style.base):
        return style.mark + file.relative_to(style.base).as_posix()
    if style.mark == "/":
        return ""
    return PurePosixPath(os.path.relpath(file, style.base).replace(os.sep, "/")).as_posix()
