"""Python-Markdown, which renders for MkDocs and Pelican."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown import Markdown

from reviewer.render.source_lines import SourceLines

EXTENSIONS = ("extra", "sane_lists", "toc", "codehilite")
SETTINGS: dict[str, dict[str, Any]] = {
    "codehilite": {"css_class": "codehilite", "guess_lang": False},
    "extra": {"tables": {"use_align_attribute": True}},
    "toc": {"marker": ""},
}


@dataclass(frozen=True, slots=True)
class PythonMarkdown:
    """Python-Markdown with the extensions that most of its sites use."""

    name: str = "python-markdown"
    label: str = "Python-Markdown"

    def to_html(self, text: str) -> str:
        """The HTML of ``text``."""
        parser = Markdown(extensions=[*EXTENSIONS, SourceLines()], extension_configs=SETTINGS)
        return parser.convert(text)
