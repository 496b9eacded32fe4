"""What a site's ``_config.yml`` and a post's ``{::options}`` say to kramdown.

``entity_output`` is no field: whatever it says, a browser shows the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from reviewer.render.flavours.flavour import OPEN_ID

LEVELS = (1, 2, 3, 4, 5, 6)
QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")
_RANGE = re.compile(r"(\d)\.\.(\d)")

LinkDefinitions = tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """kramdown's options by their own names; defaults are those of Jekyll."""

    gfm: bool = True
    hard_wrap: bool = False
    gfm_quirks: tuple[str, ...] = ("paragraph_end",)
    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False
    transliterated_header_ids: bool = False
    smart_quotes: tuple[str, ...] = QUOTES
    typographic_symbols: tuple[tuple[str, str], ...] = ()
    footnote_nr: int = 1
    footnote_prefix: str = ""
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    footnote_link_text: str = "%s"
    math_engine: str = "mathjax"
    parse_block_html: bool = False
    parse_span_html: bool = True
    html_to_native: bool = False
    toc_levels: tuple[int, ...] = LEVELS
    header_offset: int = 0
    header_links: bool = False
    link_defs: LinkDefinitions = ()
    remove_line_breaks_for_cjk: bool = False
    syntax_highlighter: str = "rouge"
    colours_spans: bool = True
    guess_lang: bool = True

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """The settings in a Jekyll site's configuration."""
        settings = cls()
        for name, value in _mapping(config.get("kramdown")).items():
            settings = settings.having(str(name).removeprefix(":"), value)
        return settings

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the options that are not as Jekyll has them."""
        usual = Settings()
        return tuple(
            each.name
            for each in fields(self)
            if getattr(self, each.name) != getattr(usual, each.name)
        )

    def having(self, name: str, value: Any) -> Settings:
        """These settings with one option; what kramdown would not understand changes nothing."""
        if name == "input":
            return replace(self, gfm=str(value).lower() != "kramdown")
        if name == "syntax_highlighter_opts":
            return self._having_highlighter(_mapping(value))
        if name not in _NAMES:
            return self
        try:
            return replace(self, **{name: _read(name, value, getattr(self, name))})
        except (TypeError, ValueError):
            return self

    def _having_highlighter(self, options: Mapping[str, Any]) -> Settings:
        blocks, spans = _mapping(options.get("block")), _mapping(options.get("span"))
        off = bool(options.get("disable"))
        return replace(
            self,
            syntax_highlighter="" if off or blocks.get("disable") else self.syntax_highlighter,
            colours_spans=self.colours_spans and not (off or spans.get("disable")),
            guess_lang=bool(
                options.get("guess_lang") or options.get("default_lang") or self.guess_lang
            ),
        )

    def highlights(self, language: str) -> bool:
        """Whether code of this language (or of none) is written in colours."""
        return bool(self.syntax_highlighter and (language or self.guess_lang))

    @property
    def strips_ids(self) -> bool:
        """Whether ids are made of the words of headings, without their marks."""
        return self.gfm or self.auto_id_stripping

    @property
    def numbers_ids(self) -> bool:
        """Whether ids differ already, and not only when all pieces of a text are put together."""
        return not self.auto_id_prefix.startswith(OPEN_ID)


DEFAULTS = Settings()
_NAMES = frozenset(each.name for each in fields(Settings)) - {"gfm", "colours_spans"}


def _read(name: str, value: Any, present: Any) -> Any:
    if name in _READERS:
        return _READERS[name](value)
    if isinstance(present, bool):
        return _boolean(value)
    if isinstance(present, int):
        return int(value)
    return _word(value) if name in ("math_engine", "syntax_highlighter") else str(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _boolean(value: Any) -> bool:
    return str(value).strip().lower() not in ("false", "")


def _word(value: Any) -> str:
    word = "" if value is None else str(value).strip().removeprefix(":")
    return "" if word in ("nil", "none") else word


def _listed(value: Any) -> tuple[str, ...]:
    items: Iterable[Any] = value.split(",") if isinstance(value, str) else value
    return tuple(_word(item) for item in items)


def _quotes(value: Any) -> tuple[str, ...]:
    names = _listed(value)
    if len(names) != len(QUOTES):
        raise ValueError(value)
    return names


def _levels(value: Any) -> tuple[int, ...]:
    span = _RANGE.fullmatch(value.strip()) if isinstance(value, str) else None
    levels = range(int(span[1]), int(span[2]) + 1) if span else map(int, _listed(value))
    chosen = tuple(dict.fromkeys(levels))
    if not set(chosen) <= set(LEVELS):
        raise ValueError(value)
    return chosen


def _symbols(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_word(name), str(text)) for name, text in dict(value).items())


def _links(value: Any) -> LinkDefinitions:
    return tuple(
        (str(name), str(link[0]), str(link[1]) if len(link) > 1 else None)
        for name, link in dict(value).items()
    )


_READERS: dict[str, Callable[[Any], Any]] = {
    "gfm_quirks": _listed,
    "link_defs": _links,
    "smart_quotes": _quotes,
    "toc_levels": _levels,
    "typographic_symbols": _symbols,
}
