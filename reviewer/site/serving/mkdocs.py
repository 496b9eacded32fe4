"""MkDocs' own server, which builds into the system's temporary folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.site.serving.command import HOST, Command, Missing, Request, Signs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reviewer.site.serving.command import Which

SIGNS = Signs(
    ready=re.compile(r"Serving on http"),
    building=re.compile(r"Detected file changes|Building documentation"),
    built=re.compile(r"Documentation built in"),
    error=re.compile(r"^(?:ERROR\b|Error:|Aborted with|Config value .* Error)"),
)
BUNDLED = ("mkdocs", "readthedocs")
"""Themes that come with MkDocs."""


@dataclass(frozen=True, slots=True)
class MkDocsRecipe:
    """``mkdocs serve``."""

    config: Mapping[str, Any] = field(default_factory=dict)
    label: str = "MkDocs"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """MkDocs; its theme is named with it."""
        if which("mkdocs"):
            return None
        theme = _theme(self.config)
        packages = "mkdocs" if theme in BUNDLED else f"mkdocs mkdocs-{theme}"
        return Missing("MkDocs is not installed.", f"pip install {packages}")

    def shown(self, site: Path) -> str:
        """Without its options."""
        return "mkdocs serve"

    def command(self, request: Request, which: Which) -> Command:
        """It has no other folders to be told; Python's compiled files stay away, too."""
        return Command(
            argv=(which("mkdocs") or "mkdocs", "serve", "--dev-addr", f"{HOST}:{request.port}"),
            folder=request.site,
            signs=SIGNS,
            env={"PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )


def _theme(config: Mapping[str, Any]) -> str:
    theme = config.get("theme", "mkdocs")
    name = theme.get("name", "mkdocs") if isinstance(theme, dict) else theme
    return name if isinstance(name, str) else "mkdocs"
