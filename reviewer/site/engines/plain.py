"""Any folder of Markdown: what is left when no engine knows the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import MARKDOWN, Engine

if TYPE_CHECKING:
    from reviewer.site.engines.probe import Probe


def recognise(_probe: Probe) -> Engine:
    """Every Markdown file is a post."""
    return Engine(
        name="plain",
        label="Markdown",
        dialect=Dialect.YAML_1_1,
        posts=("",),
        extensions=(*MARKDOWN, ".mdx", ".qmd", ".rmd"),
        assets=("", "static", "public", "assets"),
    )
