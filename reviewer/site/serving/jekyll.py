"""Jekyll's own server, through Bundler where the site has a Gemfile."""

from __future__ import annotations

import os
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
    ready=re.compile(r"^\s*Server running"),
    building=re.compile(r"^\s*Regenerating: "),
    built=re.compile(r"\bdone in [\d.]+ seconds"),
    error=re.compile(r"^\s*(?:Error: |ERROR: |\w+ Exception: |jekyll [\d.]+ \| Error:)"),
)
SYNC = "$stdout.sync = true\n"
"""Ruby keeps lines back where nobody sits before a terminal; we would hear of nothing."""
_BESIDE = re.compile(r"^\s*gemspec\b|\bpath:|:path\s*=>|^\s*eval_gemfile\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class JekyllRecipe:
    """``jekyll serve``."""

    label: str = "Jekyll"

    def missing(self, site: Path, which: Which) -> Missing | None:
        """Bundler where there is a Gemfile, else Jekyll itself."""
        if _has_gemfile(site):
            if which("bundle"):
                return None
            return Missing(
                "The site has a Gemfile, and Bundler, which reads it, is not installed.",
                f"{how_to_install('bundler', which)} && bundle install",
            )
        if which("jekyll"):
            return None
        return Missing("Jekyll is not installed.", how_to_install("jekyll", which))

    def shown(self, site: Path) -> str:
        """With Bundler or without."""
        return "bundle exec jekyll serve" if _has_gemfile(site) else "jekyll serve"

    def command(self, request: Request, which: Which) -> Command:
        """Everything is written into the scratch folder; drafts and future posts are shown."""
        bundled = _has_gemfile(request.site)
        program = (which("bundle") or "bundle", "exec", "jekyll") if bundled else ()
        return Command(
            argv=(
                *(program or (which("jekyll") or "jekyll",)),
                *("serve", "--host", HOST, "--port", str(request.port)),
                *("--drafts", "--future", "--unpublished", "--disable-disk-cache"),
                *("--destination", str(request.scratch / "site")),
            ),
            folder=request.site,
            signs=SIGNS,
            env={**_speaking(request.scratch), **(_gems(request) if bundled else {})},
        )


def _has_gemfile(site: Path) -> bool:
    return (site / "Gemfile").is_file()


def _speaking(scratch: Path) -> dict[str, str]:
    script = scratch / "speak.rb"
    script.write_text(SYNC, encoding="utf-8")
    if " " in str(script):  # RUBYOPT knows no quotes
        return {}
    return {"RUBYOPT": f"{os.environ.get('RUBYOPT', '')} -r{script}".strip()}


def _gems(request: Request) -> dict[str, str]:
    """Bundler would write a lock file beside the Gemfile: have it written elsewhere, or not."""
    if (request.site / "Gemfile.lock").is_file():
        return {"BUNDLE_FROZEN": "true"}
    gemfile = request.site / "Gemfile"
    if _BESIDE.search(gemfile.read_text(encoding="utf-8", errors="replace")):
        return {}  # it names files beside it
    copy = request.scratch / "Gemfile"
    shutil.copyfile(gemfile, copy)
    return {"BUNDLE_GEMFILE": str(copy)}
