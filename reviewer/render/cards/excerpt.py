"""The beginning of the body, as the site's engine takes it where a post has no description."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from reviewer.render.markdown import BodyOptions, render_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.render.flavours.flavour import Flavour

SUMMARY_WORDS = 70
"""Hugo's ``summaryLength`` where the site sets none."""
MORE = "<!--more-->"
LONGEST = 8_000
_CHIP = re.compile(r"<span class=\"[^\"]*\b(?:chip|tag|image-box)\b[^\"]*\"[^>]*>.*?</span>", re.S)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|li|[uod]l|d[td]|blockquote|pre|br|hr|t[rdh])\b[^>]*>")
_ASIDE = re.compile(r"\s*(?:#|!\[|<|\{[%{]|>|\||```|~~~)")


def excerpt(body: str, engine: str, config: Mapping[str, Any], data: Mapping[Any, Any]) -> str:
    """The piece of ``body``, still Markdown, that stands for the post in lists and in meta tags."""
    body = body.replace("\r\n", "\n").lstrip("\n")[: LONGEST * 4]
    if engine == "jekyll":
        return body.partition(_separator(config, data))[0][:LONGEST]
    if engine == "hugo":
        return _summary(body, config)[:LONGEST]
    return body.partition(MORE)[0][:LONGEST] if MORE in body else _first_paragraph(body)


def plain(markdown: str, flavour: Flavour) -> str:
    """The words that ``markdown`` shows, on one line."""
    html = render_body(markdown, BodyOptions(flavour=flavour)).html if markdown.strip() else ""
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", _CHIP.sub(" ", html)))).split())


def _separator(config: Mapping[str, Any], data: Mapping[Any, Any]) -> str:
    found = data.get("excerpt_separator") or config.get("excerpt_separator")
    return found if isinstance(found, str) else "\n\n"


def _summary(body: str, config: Mapping[str, Any]) -> str:
    if MORE in body:
        return body.partition(MORE)[0]
    asked = config.get("summaryLength", config.get("summarylength"))
    most = asked if isinstance(asked, int) and asked > 0 else SUMMARY_WORDS
    words = list(re.finditer(r"\S+", body))
    return body if len(words) <= most else body[: words[most - 1].end()]


def _first_paragraph(body: str) -> str:
    """The first paragraph of running text; headings, images and the like say too little."""
    parts = [part for part in re.split(r"\n[ \t]*\n", body) if part.strip()]
    return next((part for part in parts if not _ASIDE.match(part)), "")[:LONGEST]
