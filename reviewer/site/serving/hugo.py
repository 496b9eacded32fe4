"""Hugo's own server, which renders into memory."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site.serving.command import HOST, Command, Missing, Request, Signs
from reviewer.site.serving.installing import how_to_install

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.serving.command import Which

SIGNS = Signs(
    ready=re.compile(r"^Web Server is available at "),
    building=re.compile(r"^Change(?:s)? (?:of .* )?detected, rebuilding"),
    built=re.compile(r"^(?:Total|Built) in [\d.]+ ?m?s"),
    error=re.compile(r"^(?:ERROR|Error:|panic:)"),
)
GENERATED = "resources/_gen"


@dataclass(frozen=True, slots=True)
class HugoRecipe:
    """``hugo server``."""

    label: str = "Hugo"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Hugo is one program."""
        if which("hugo"):
            return None
        return Missing("Hugo is not installed.", how_to_install("hugo", which))

    def shown(self, site: Path) -> str:
        """Without its many options."""
        return "hugo server"

    def command(self, request: Request, which: Which) -> Command:
        """Nothing is written into the site: no lock, no caches, no generated images."""
        return Command(
            argv=(
                *(which("hugo") or "hugo", "server", "--bind", HOST, "--port", str(request.port)),
                *("--baseURL", f"{request.origin}{request.base}/", "--appendPort=false"),
                *("--buildDrafts", "--buildFuture", "--buildExpired"),
                *("--noBuildLock", "--disableLiveReload", "--navigateToChanged=false"),
                *("--cacheDir", str(request.scratch / "cache")),
            ),
            folder=request.site,
            signs=SIGNS,
            env={"HUGO_RESOURCEDIR": str(_resources(request))},
        )


def _resources(request: Request) -> Path:
    """Where Hugo keeps what it made of images and styles: a copy, since it may need what is there.

    A Hugo that cannot compile a site's styles takes those that lie there compiled.
    """
    folder = request.scratch / "resources"
    made = request.site / GENERATED
    if made.is_dir() and not folder.exists():
        shutil.copytree(made, folder / "_gen")
    return folder
