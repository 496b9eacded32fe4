"""What a Hugo site says of goldmark in its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from html import unescape
from typing import Any

Delimiters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the typographer sets for each mark; "" leaves the mark as it is written."""

    apostrophe: str = "’"
    left_single_quote: str = "‘"
    right_single_quote: str = "’"
    left_double_quote: str = "“"
    right_double_quote: str = "”"
    left_angle_quote: str = "«"
    right_angle_quote: str = "»"
    en_dash: str = "–"
    em_dash: str = "—"
    ellipsis: str = "…"

    @property
    def symbols(self) -> tuple[tuple[str, str], ...]:
        """What is written, and what is set for it."""
        written = (
            ("---", self.em_dash),
            ("--", self.en_dash),
            ("...", self.ellipsis),
            ("<<", self.left_angle_quote),
            (">>", self.right_angle_quote),
        )
        return tuple(pair for pair in written if pair[1])


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site can turn on and off; ``typographer`` is None where that is off.

    ``inline_passthrough`` and ``block_passthrough`` are delimiters of formulas.
    """

    unsafe: bool = False
    hard_wraps: bool = False
    typographer: Marks | None = Marks()
    linkify: bool = True
    linkify_protocol: str = "https"
    tables: bool = True
    strikethrough: bool = True
    footnotes: bool = True
    definitions: bool = True
    tasks: bool = True
    heading_ids: bool = True
    heading_attributes: bool = True
    block_attributes: bool = False
    images_in_paragraphs: bool = True
    emoji: bool = False
    subscript: bool = False
    superscript: bool = False
    mark: bool = False
    insert: bool = False
    inline_passthrough: Delimiters = ()
    block_passthrough: Delimiters = ()

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """The settings in a site's configuration, whose keys may be in any case."""
        goldmark = _inner(config, "markup", "goldmark")
        renderer, parser = _inner(goldmark, "renderer"), _inner(goldmark, "parser")
        on = _Switches(_inner(goldmark, "extensions"))
        formulas = _inner(goldmark, "extensions", "passthrough")
        delimiters = _inner(formulas, "delimiters") if _value(formulas, "enable") is True else {}
        attribute = _inner(parser, "attribute")
        protocol = _value(_inner(goldmark, "extensions"), "linkifyprotocol")
        return cls(
            unsafe=_value(renderer, "unsafe") is True,
            hard_wraps=_value(renderer, "hardwraps") is True,
            typographer=_marks(on),
            linkify=on("linkify"),
            linkify_protocol=protocol if isinstance(protocol, str) and protocol else "https",
            tables=on("table"),
            strikethrough=on("strikethrough") and not on.extra("delete"),
            footnotes=on("footnote"),
            definitions=on("definitionlist"),
            tasks=on("tasklist"),
            heading_ids=_value(parser, "autoheadingid") is not False,
            heading_attributes=_value(attribute, "title") is not False,
            block_attributes=_value(attribute, "block") is True,
            images_in_paragraphs=_value(parser, "wrapstandaloneimagewithinparagraph") is not False,
            emoji=_value(config, "enableemoji") is True,
            **{name: on.extra(name) for name in ("subscript", "superscript", "mark", "insert")},
            inline_passthrough=_delimiters(delimiters, "inline"),
            block_passthrough=_delimiters(delimiters, "block"),
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What differs from Hugo's own settings, in words."""
        usual = Settings()
        changed = [
            each.name.replace("_", " ")
            for each in fields(self)
            if getattr(self, each.name) != getattr(usual, each.name)
        ]
        return (f"The site sets {', '.join(changed)}",) if changed else ()


class _Switches:
    """Which extensions are on, however Hugo's versions write it."""

    def __init__(self, extensions: Mapping[str, Any]) -> None:
        self.given = extensions

    def __call__(self, name: str) -> bool:
        value = _value(self.given, name)
        if isinstance(value, Mapping):
            return _value(value, "disable") is not True and _value(value, "enable") is not False
        return value is not False

    def extra(self, name: str) -> bool:
        """One that is off unless it is turned on."""
        return _value(_inner(self.given, "extras", name), "enable") is True


def _marks(on: _Switches) -> Marks | None:
    if not on("typographer"):
        return None
    given = _inner(on.given, "typographer")
    set_here = {}
    for each in fields(Marks):
        value = _value(given, each.name.replace("_", ""))
        if isinstance(value, str) and value:
            set_here[each.name] = unescape(value)
        elif value is False or value == "":
            set_here[each.name] = ""
    return Marks(**set_here)


def _delimiters(given: Mapping[str, Any], name: str) -> Delimiters:
    pairs = _value(given, name)
    return tuple(
        (str(pair[0]), str(pair[1]))
        for pair in (pairs if isinstance(pairs, list) else ())
        if isinstance(pair, list) and len(pair) == 2 and all(pair)
    )


def _value(config: Mapping[str, Any], name: str) -> Any:
    return next((value for key, value in config.items() if str(key).lower() == name), None)


def _inner(config: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    for name in names:
        value = _value(config, name)
        config = value if isinstance(value, Mapping) else {}
    return config
