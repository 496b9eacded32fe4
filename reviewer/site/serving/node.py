"""Engines from npm: they are run as the site has them installed, never fetched."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site.serving.command import HOST, Command, Missing, Request, Signs
from reviewer.site.serving.installing import how_to_install

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.serving.command import Which

QUIET = {"ASTRO_TELEMETRY_DISABLED": "1", "NO_COLOR": "1", "FORCE_COLOR": "0"}
ASTRO = Signs(
    ready=re.compile(r"Local\s+http"),
    building=re.compile(r"file changed|\breload\b", re.IGNORECASE),
    built=re.compile(r"\bwatching for file changes|\bupdate\b|\breload(?:ing)?\b", re.IGNORECASE),
    error=re.compile(r"\[ERROR\]|^\s*error\b", re.IGNORECASE),
)
ELEVENTY = Signs(
    ready=re.compile(r"\[11ty\] Watching"),
    building=re.compile(r"\[11ty\] File changed"),
    built=re.compile(r"\[11ty\] Wrote [\d,]+ file"),
    error=re.compile(r"Problem writing Eleventy templates|\[11ty\] \d+\. |Eleventy Fatal Error"),
)


@dataclass(frozen=True, slots=True)
class AstroRecipe:
    """``astro dev``."""

    label: str = "Astro"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Node, or the site's own packages."""
        return _missing(self.label, "astro", site, which)

    def shown(self, site: Path) -> str:
        """As one would type it."""
        return "npx astro dev"

    def command(self, request: Request, which: Which) -> Command:
        """Astro renders on demand, and keeps its types in ``.astro`` whatever it is told."""
        options = ("dev", "--host", HOST, "--port", str(request.port))
        return Command((str(_program(request.site, "astro")), *options), request.site, ASTRO, QUIET)


@dataclass(frozen=True, slots=True)
class EleventyRecipe:
    """``eleventy --watch``: its own server would answer the whole network."""

    label: str = "Eleventy"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Node, or the site's own packages."""
        return _missing(self.label, "eleventy", site, which)

    def shown(self, site: Path) -> str:
        """As one would type it."""
        return "npx eleventy --watch"

    def command(self, request: Request, which: Which) -> Command:
        """It builds into the scratch folder, which we serve."""
        output = request.scratch / "site"
        output.mkdir(exist_ok=True)
        return Command(
            argv=(str(_program(request.site, "eleventy")), "--watch", f"--output={output}"),
            folder=request.site,
            signs=ELEVENTY,
            env=QUIET,
            published=output,
        )


def _program(site: Path, name: str) -> Path:
    ending = ".cmd" if sys.platform == "win32" else ""
    return site / "node_modules" / ".bin" / f"{name}{ending}"


def _missing(label: str, name: str, site: Path, which: Which) -> Missing | None:
    if not which("node"):
        what = f"{label} runs on Node.js, which is not installed."
        return Missing(what, f"{how_to_install('node', which)} && npm install")
    if not _program(site, name).exists():
        return Missing(f"{label} is not installed in the site’s folder.", "npm install")
    return None
