"""How to install an engine on the system at hand, in one line to be copied."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.site.serving.command import Which

LINUX = ("apt", "dnf", "pacman", "zypper", "snap")
"""Package programs of Linux, as they are looked for."""

WAYS: Mapping[str, Mapping[str, str]] = {
    "jekyll": {
        "apt": "sudo apt install jekyll",
        "dnf": "sudo dnf install rubygem-jekyll",
        "darwin": "brew install ruby && gem install jekyll bundler",
        "win32": "https://jekyllrb.com/docs/installation/windows/",
        "": "gem install jekyll bundler",
    },
    "bundler": {
        "apt": "sudo apt install bundler",
        "dnf": "sudo dnf install rubygem-bundler",
        "": "gem install bundler",
    },
    "hugo": {
        "apt": "sudo apt install hugo",
        "dnf": "sudo dnf install hugo",
        "pacman": "sudo pacman -S hugo",
        "zypper": "sudo zypper install hugo",
        "snap": "sudo snap install hugo",
        "darwin": "brew install hugo",
        "win32": "winget install Hugo.Hugo.Extended",
        "": "https://gohugo.io/installation/",
    },
    "zola": {
        "pacman": "sudo pacman -S zola",
        "snap": "sudo snap install --edge zola",
        "darwin": "brew install zola",
        "win32": "winget install getzola.zola",
        "": "https://www.getzola.org/documentation/getting-started/installation/",
    },
    "node": {
        "apt": "sudo apt install nodejs npm",
        "dnf": "sudo dnf install nodejs npm",
        "pacman": "sudo pacman -S nodejs npm",
        "darwin": "brew install node",
        "win32": "winget install OpenJS.NodeJS.LTS",
        "": "https://nodejs.org/",
    },
}


def how_to_install(what: str, which: Which, system: str = sys.platform) -> str:
    """The line that installs ``what`` here; an address where no program does it."""
    ways = WAYS[what]
    if system in ways:
        return ways[system]
    programs = LINUX if system.startswith("linux") else ()
    found = (ways[name] for name in programs if name in ways and which(name))
    return next(found, ways[""])
