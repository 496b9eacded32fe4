"""Pieces of other files: only those that lie in the folder, and only so many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from markdown import Markdown

MOST = 200
LONGEST = 500_000
"""How many pieces, and how many characters of them, one text may take in."""


class Snippets(SnippetExtension):  # type: ignore[misc]
    """The extension, bound to a folder."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the bound reader of pieces in place of the free one."""
        super().extendMarkdown(md)
        md.preprocessors.register(_Bound(self.getConfigs(), md), "snippet", 32)


class _Bound(SnippetPreprocessor):  # type: ignore[misc]
    """Stops where pieces that name each other would grow without end."""

    _taken = 0
    _length = 0

    def run(self, lines: list[str]) -> list[str]:
        self._taken = self._length = 0
        return list(super().run(lines))

    def parse_snippets(
        self,
        lines: list[str],
        file_name: str | None = None,
        is_url: bool = False,
        is_section: bool = False,
    ) -> list[str]:
        if file_name is not None:
            self._taken += 1
            self._length += sum(map(len, lines))
            if self._taken > MOST or self._length > LONGEST:
                return []
        return list(super().parse_snippets(lines, file_name, is_url, is_section))


def snippets(options: Mapping[str, Any], root: Path) -> Snippets:
    """The extension for a site in ``root``."""
    given = options.get("base_path", ".")
    paths = given if isinstance(given, list) else [given]
    bases = [str(base) for path in paths if (base := _inside(root, path)) is not None]
    appended = options.get("auto_append")
    return Snippets(
        base_path=bases,
        restrict_base_path=True,
        check_paths=False,
        url_download=False,
        dedent_subsections=options.get("dedent_subsections") is True,
        auto_append=[each for each in appended if isinstance(each, str)]
        if isinstance(appended, list)
        else [],
    )


def _inside(root: Path, path: Any) -> Path | None:
    """A configured folder; ``!relative`` ones count from the root as well."""
    if not isinstance(path, str):
        return None
    whole, base = root.resolve(), (root / path).resolve()
    return base if base.is_relative_to(whole) else None
