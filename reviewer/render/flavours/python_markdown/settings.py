"""What the configurations of MkDocs, Zensical and Pelican say of Markdown, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer.render.flavours.python_markdown.known import canonical

Options = Mapping[str, Any]

EXTRAS = {
    "extra": (
        *("fenced_code", "footnotes", "attr_list", "def_list"),
        *("tables", "abbr", "md_in_html"),
    ),
    "pymdownx.extra": (
        *("pymdownx.betterem", "pymdownx.superfences", "footnotes", "attr_list", "def_list"),
        *("tables", "abbr", "md_in_html"),
    ),
}
"""Extensions that stand for several others; their options are those of the others, by name."""

_MKDOCS: tuple[tuple[str, Options], ...] = (("toc", {}), ("tables", {}), ("fenced_code", {}))
_PELICAN: Mapping[str, Options] = {"codehilite": {"css_class": "highlight"}, "extra": {}}
USUAL: Mapping[str, Options] = {
    "extra": {},
    "sane_lists": {},
    "toc": {},
    "codehilite": {"guess_lang": False},
}
"""Where no configuration says anything: what most sites use."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Extensions by their own names, in order, with their options.

    ``unknown`` are those that are named but not known here; ``metadata``
    means that the engine reads fields from the head of the text itself.
    """

    extensions: Mapping[str, Options] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    metadata: bool = False

    @classmethod
    def of(cls, named: Iterator[tuple[str, Options]], *, metadata: bool = False) -> Settings:
        """Settings for extensions as a configuration names them; the first place counts."""
        extensions: dict[str, Options] = {}
        unknown: list[str] = []
        for name, options in _without_extras(named):
            known = canonical(name)
            if known:
                extensions[known] = {**extensions.get(known, {}), **options}
            else:
                unknown.append(name)
        return cls(extensions, tuple(dict.fromkeys(unknown)), metadata)


def usual() -> Settings:
    """The settings where nothing is known of the site."""
    return Settings.of(iter(USUAL.items()))


def of_mkdocs(config: Mapping[str, Any]) -> Settings:
    """The settings in ``mkdocs.yml`` or ``zensical.toml``."""
    project = config.get("project")
    inner = project if isinstance(project, Mapping) else config
    return Settings.of(iter((*_MKDOCS, *_named(inner.get("markdown_extensions")))))


def of_pelican(config: Mapping[str, Any]) -> Settings:
    """The settings in ``MARKDOWN`` of ``pelicanconf.py``."""
    markdown = config.get("MARKDOWN")
    given = markdown if isinstance(markdown, Mapping) else {}
    options = given.get("extension_configs")
    configured = options if isinstance(options, Mapping) else (_PELICAN if not given else {})
    listed = given.get("extensions")
    names = listed if isinstance(listed, (list, tuple)) else ()
    return Settings.of(iter((*_named(list(names)), *_named(configured))), metadata=True)


def _named(value: Any) -> Iterator[tuple[str, Options]]:
    """Each extension of a list of names and one-key maps, or of one map."""
    if isinstance(value, Mapping):
        for name, options in value.items():
            yield from _nested(str(name), options)
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, str):
                yield each, {}
            elif isinstance(each, Mapping):
                yield from _named(each)


def _nested(name: str, options: Any) -> Iterator[tuple[str, Options]]:
    """TOML writes ``pymdownx.tilde`` as a table in a table."""
    if name in ("pymdownx", "pymdownx.blocks") and isinstance(options, Mapping):
        for inner, its_options in options.items():
            yield from _nested(f"{name}.{inner}", its_options)
    else:
        yield name, options if isinstance(options, Mapping) else {}


def _without_extras(named: Iterator[tuple[str, Options]]) -> Iterator[tuple[str, Options]]:
    for name, options in named:
        parts = EXTRAS.get(canonical(name))
        if parts is None:
            yield name, options
            continue
        inner = {canonical(str(key)): value for key, value in options.items()}
        for part in parts:
            given = inner.get(part)
            yield part, given if isinstance(given, Mapping) else {}
