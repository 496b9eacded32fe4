"""Python-Markdown, which renders for MkDocs and Pelican."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from threading import local
from typing import TYPE_CHECKING

from markdown import Markdown

from reviewer.render.flavours.python_markdown.extensions import SUPERFENCES, extensions
from reviewer.render.flavours.python_markdown.settings import Settings, usual
from reviewer.render.source_lines import SourceLines

if TYPE_CHECKING:
    from pathlib import Path

_METADATA = re.compile(r"(?:[ \t]*\n)*(?i:title)[ \t]*:.*\n(?:(?:[\w-]+[ \t]*:|[ \t]{4,}).*\n)*")


@dataclass(frozen=True, slots=True)
class PythonMarkdown:
    """Python-Markdown with a site's extensions; ``root`` is where its configuration lies."""

    settings: Settings = field(default_factory=usual)
    root: Path | None = None
    name: str = "python-markdown"
    label: str = "Python-Markdown"
    _parsers: local = field(default_factory=local, compare=False, repr=False)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the site's configuration sets, in words."""
        known = ", ".join(self.settings.extensions)
        unknown = ", ".join(self.settings.unknown)
        return (
            *((f"With {known}",) if known else ()),
            *((f"Not shown as on the site: {unknown}",) if unknown else ()),
        )

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        parser = self._parser()
        self._parsers.parser = None  # one that broke off is not to be used again
        html = parser.reset().convert(self._body(text))
        self._parsers.parser = parser
        return html

    def _body(self, text: str) -> str:
        """``text`` with lines left empty where the engine reads fields from it."""
        found = _METADATA.match(text) if self.settings.metadata else None
        return "\n" * found[0].count("\n") + text[found.end() :] if found else text

    def _parser(self) -> Markdown:
        """One parser a thread: it remembers things while it works."""
        parser: Markdown | None = getattr(self._parsers, "parser", None)
        if parser is None:
            lines = SourceLines(superfences=SUPERFENCES in self.settings.extensions)
            parser = Markdown(extensions=[*extensions(self.settings, self.root), lines])
            self._parsers.parser = parser
        return parser
