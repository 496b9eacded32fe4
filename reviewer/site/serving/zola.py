"""Zola's own server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site.serving.command import HOST, Command, Missing, Request, Signs
from reviewer.site.serving.installing import how_to_install

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.serving.command import Which

SIGNS = Signs(
    ready=re.compile(r"Web server is available at"),
    building=re.compile(r"Change detected|-> Content changed|-> Template changed"),
    built=re.compile(r"^Done in [\d.]+m?s"),
    error=re.compile(r"^(?:ERROR|Error:)"),
)


@dataclass(frozen=True, slots=True)
class ZolaRecipe:
    """``zola serve``."""

    label: str = "Zola"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Zola is one program."""
        if which("zola"):
            return None
        return Missing("Zola is not installed.", how_to_install("zola", which))

    def shown(self, site: Path) -> str:
        """Without its options."""
        return "zola serve"

    def command(self, request: Request, which: Which) -> Command:
        """Zola keeps the pages in memory and writes the rest into the output folder."""
        return Command(
            argv=(
                *(which("zola") or "zola", "serve", "--drafts"),
                *("--interface", HOST, "--port", str(request.port)),
                *("--output-dir", str(request.scratch / "site"), "--force"),
            ),
            folder=request.site,
            signs=SIGNS,
        )
