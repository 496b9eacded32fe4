"""What the engines that read CommonMark add to it, by engine and configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reviewer.render.flavours.goldmark.settings import Marks

_SMART = Marks(left_angle_quote="", right_angle_quote="")
_LONG_DASHES = replace(_SMART, en_dash="—")


@dataclass(frozen=True, slots=True)
class Features:
    """What is on; ``marks`` are what quotes and dashes become, if anything,
    ``struck_out`` the element for what stands between tildes.

    ``components`` are JSX or Vue elements, ``containers`` blocks between colons.
    """

    bare_links: bool = True
    tables: bool = True
    footnotes: bool = True
    tasks: bool = True
    alerts: bool = False
    breaks: bool = False
    indented_code: bool = True
    attributes: bool = False
    components: bool = False
    containers: bool = False
    definitions: bool = False
    marks: Marks | None = None
    struck_out: str = "del"

    @property
    def words(self) -> tuple[str, ...]:
        """What is on, in words."""
        named = {
            "tables": self.tables,
            "footnotes": self.footnotes,
            "task lists": self.tasks,
            "alerts": self.alerts,
            "bare addresses as links": self.bare_links,
            "line breaks kept": self.breaks,
            "heading attributes": self.attributes,
            "components": self.components,
            "containers": self.containers,
            "definition lists": self.definitions,
            "curly quotes": self.marks is not None,
        }
        return tuple(word for word, is_on in named.items() if is_on)


PLAIN = Features(bare_links=False, tables=False, footnotes=False, tasks=False)
"""CommonMark and nothing else, save struck-out text."""

GITHUB = Features(alerts=True)
ASTRO = Features(components=True, containers=True, marks=_LONG_DASHES)
MDX = Features(components=True, containers=True, attributes=True)
VUE = Features(
    alerts=True,
    footnotes=False,
    components=True,
    containers=True,
    attributes=True,
    struck_out="s",
)


def of_eleventy(config: Mapping[str, Any]) -> Features:
    """markdown-it with raw HTML and without indented code, as Eleventy makes it."""
    given = config.get("markdown-it")
    options = given if isinstance(given, Mapping) else {}
    return Features(
        bare_links=options.get("linkify") is True,
        footnotes=options.get("footnotes") is True,
        tasks=options.get("tasks") is True,
        breaks=options.get("breaks") is True,
        attributes=options.get("attributes") is True,
        indented_code=False,
        struck_out="s",
        marks=_SMART if options.get("typographer") is True else None,
    )


def of_zola(config: Mapping[str, Any]) -> Features:
    """pulldown-cmark as Zola sets it up."""
    given = config.get("markdown")
    options = given if isinstance(given, Mapping) else {}
    return Features(
        bare_links=False,
        attributes=True,
        alerts=options.get("github_alerts") is True,
        definitions=options.get("definition_list") is True,
        marks=_SMART if options.get("smart_punctuation") is True else None,
    )


def of_hexo(config: Mapping[str, Any]) -> Features:
    """marked as hexo-renderer-marked sets it up."""
    given = config.get("marked")
    options = given if isinstance(given, Mapping) else {}
    return Features(
        bare_links=options.get("autolink") is not False,
        tables=options.get("gfm") is not False,
        footnotes=False,
        breaks=options.get("breaks") is not False,
        marks=_SMART if options.get("smartypants") is not False else None,
    )
