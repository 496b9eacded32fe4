"""Makes the extensions that a configuration names, with options that they understand."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reviewer.render.flavours.python_markdown.functions import function
from reviewer.render.flavours.python_markdown.known import module

if TYPE_CHECKING:
    from pathlib import Path

    from markdown.extensions import Extension

    from reviewer.render.flavours.python_markdown.settings import Settings

SUPERFENCES = "pymdownx.superfences"
_SNIPPETS = "reviewer.render.flavours.python_markdown.snippets"  # loads half of urllib
_FUNCTIONS = frozenset(
    (
        *("emoji_index", "emoji_generator", "slugify", "build_url"),
        *("arithmatex_block_format", "arithmatex_inline_format"),
    )
)
"""Options that are functions, which a configuration can only name."""
_FORBIDDEN = frozenset(("custom_icons", "strict", "arithmatex_fenced_format"))
"""Options that read files or break off."""


def extensions(settings: Settings, root: Path | None) -> list[Extension]:
    """The extensions for a site in ``root``; without a folder there are no pieces to take in."""
    made: list[Extension] = []
    for name, options in settings.extensions.items():
        if name == "pymdownx.snippets":
            made += (_snippets(options, root),) if root is not None else ()
        elif name != "meta":
            made.append(_made(name, options))
    return made


def _snippets(options: Mapping[str, Any], root: Path) -> Extension:
    made: Extension = import_module(_SNIPPETS).snippets(options, root)
    return made


def _made(name: str, options: Mapping[str, Any]) -> Extension:
    extension: Extension = import_module(module(name)).makeExtension()
    for key, value in options.items():
        if key not in extension.config or key in _FORBIDDEN:
            continue
        usable = _usable(key, value, extension.config[key][0])
        if usable is not None:
            extension.config[key][0] = usable
    return extension


def _usable(key: str, value: Any, default: Any) -> Any:
    """``value`` if it can stand where ``default`` stands, else ``None``."""
    if key == "custom_fences":
        return _fences(value)
    if key in _FUNCTIONS or callable(default):
        return function(value)
    if isinstance(default, bool):
        return value if isinstance(value, bool) else _truth(value)
    if isinstance(default, (list, tuple, dict)):
        return value if isinstance(value, (list, dict)) else None
    return value if isinstance(value, (str, int, float, bool)) else None


def _truth(value: Any) -> bool | None:
    """As Python-Markdown reads it."""
    words = {"true": True, "yes": True, "y": True, "on": True, "1": True}
    words |= {"false": False, "no": False, "n": False, "off": False, "0": False}
    return words.get(str(value).lower())


def _fences(value: Any) -> list[dict[str, Any]]:
    fences = []
    for each in value if isinstance(value, list) else ():
        if isinstance(each, Mapping) and isinstance(each.get("name"), str):
            fence = {"name": each["name"], "class": str(each.get("class", each["name"]))}
            made = function(each.get("format"))
            fences.append({**fence, "format": made} if made else fence)
    return fences
