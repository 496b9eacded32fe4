"""Whether the site in a folder can be served, and by what."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site.permalinks.subject import site_base
from reviewer.site.serving.hugo import HugoRecipe
from reviewer.site.serving.jekyll import JekyllRecipe
from reviewer.site.serving.mkdocs import MkDocsRecipe
from reviewer.site.serving.node import AstroRecipe, EleventyRecipe
from reviewer.site.serving.zola import ZolaRecipe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder
    from reviewer.site.serving.command import Missing, Recipe, Which

RECIPES: dict[str, Callable[[Engine], Recipe]] = {
    "jekyll": lambda _engine: JekyllRecipe(),
    "hugo": lambda _engine: HugoRecipe(),
    "mkdocs": lambda engine: MkDocsRecipe(engine.config),
    "zola": lambda _engine: ZolaRecipe(),
    "astro": lambda _engine: AstroRecipe(),
    "eleventy": lambda _engine: EleventyRecipe(),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A site that can be served as ``recipe`` says, unless something is ``missing``."""

    recipe: Recipe
    site: Path
    missing: Missing | None = None

    @property
    def shown(self) -> str:
        """The command in short."""
        return self.recipe.shown(self.site)


def offer_for(folder: Folder, which: Which = shutil.which) -> Offer | None:
    """What can be done with a folder; None where no engine that we can serve builds it."""
    make = RECIPES.get(folder.engine.name)
    if make is None:
        return None
    recipe, site = make(folder.engine), folder.root / site_base(folder.engine)
    return Offer(recipe, site, recipe.missing(site, which))
