"""Functions that configurations name, in our own words: a folder's code is never imported.

``mkdocs.yml`` names functions with ``!!python/name:``; what is read of that is
the name alone. Names that are not here count as not given.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

_ICONS = "reviewer.render.flavours.python_markdown.icons"
_FUNCTIONS = {
    "pymdownx.emoji.emojione": ("pymdownx.emoji", "emojione"),
    "pymdownx.emoji.gemoji": ("pymdownx.emoji", "gemoji"),
    "pymdownx.emoji.twemoji": ("pymdownx.emoji", "twemoji"),
    "pymdownx.emoji.to_alt": ("pymdownx.emoji", "to_alt"),
    "pymdownx.emoji.to_png": ("pymdownx.emoji", "to_png"),
    "pymdownx.emoji.to_png_sprite": ("pymdownx.emoji", "to_png_sprite"),
    "pymdownx.emoji.to_svg": ("pymdownx.emoji", "to_svg"),
    "pymdownx.emoji.to_svg_sprite": ("pymdownx.emoji", "to_svg_sprite"),
    "material.extensions.emoji.twemoji": (_ICONS, "index"),
    "material.extensions.emoji.to_svg": (_ICONS, "drawn"),
    "materialx.emoji.twemoji": (_ICONS, "index"),
    "materialx.emoji.to_svg": (_ICONS, "drawn"),
    "zensical.extensions.emoji.twemoji": (_ICONS, "index"),
    "zensical.extensions.emoji.to_svg": (_ICONS, "drawn"),
    "markdown.extensions.toc.slugify": ("markdown.extensions.toc", "slugify"),
    "markdown.extensions.toc.slugify_unicode": ("markdown.extensions.toc", "slugify_unicode"),
    "pymdownx.superfences.fence_code_format": ("pymdownx.superfences", "fence_code_format"),
    "pymdownx.superfences.fence_div_format": ("pymdownx.superfences", "fence_div_format"),
    "mermaid2.fence_mermaid": ("pymdownx.superfences", "fence_div_format"),
    "mermaid2.fence_mermaid_custom": ("pymdownx.superfences", "fence_div_format"),
    "pymdownx.arithmatex.fence_mathjax_format": ("pymdownx.arithmatex", "fence_mathjax_format"),
    "pymdownx.arithmatex.fence_generic_format": ("pymdownx.arithmatex", "fence_generic_format"),
    "pymdownx.arithmatex.inline_mathjax_format": ("pymdownx.arithmatex", "inline_mathjax_format"),
    "pymdownx.arithmatex.inline_generic_format": ("pymdownx.arithmatex", "inline_generic_format"),
}
_MADE = {
    "pymdownx.slugs.slugify": ("pymdownx.slugs", "slugify"),
    "pymdownx.arithmatex.arithmatex_fenced_format": (
        "pymdownx.arithmatex",
        "arithmatex_fenced_format",
    ),
    "pymdownx.arithmatex.arithmatex_inline_format": (
        "pymdownx.arithmatex",
        "arithmatex_inline_format",
    ),
}
_ARGUMENTS = frozenset(
    ("mode", "tag", "preview", "block_tag", "case", "percent_encode", "normalize")
)


def function(value: Any) -> Any:
    """The function that a configuration names; ``None`` if it names none that is known."""
    if isinstance(value, str):
        found = _FUNCTIONS.get(value)
        return getattr(import_module(found[0]), found[1], None) if found else None
    return _made(value) if isinstance(value, Mapping) else None


def _made(value: Mapping[str, Any]) -> Any:
    """A function that another one makes: ``!!python/object/apply:`` with its arguments."""
    found = _MADE.get(str(value.get("!!python", "")))
    given = value.get("kwds")
    if found is None:
        return None
    arguments = {
        str(key): each
        for key, each in (given.items() if isinstance(given, Mapping) else ())
        if key in _ARGUMENTS and isinstance(each, (str, bool))
    }
    return getattr(import_module(found[0]), found[1])(**arguments)
