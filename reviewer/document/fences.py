"""Where front matter begins and ends, by the rules of the site engines.

Jekyll (``Jekyll::Document::YAML_FRONT_MATTER_REGEXP``): the very first line is
``---`` and blanks, closed by the next line of ``---`` or ``...`` and blanks;
anything else is no front matter, be it one blank line too many.

Everywhere else the rules that Hugo (``parser/pageparser``), gray-matter (Astro,
Eleventy), Zola, Obsidian and hexo-front-matter have in common hold: ``---``,
``+++`` for TOML, ``;;;`` or a bare ``{`` for JSON, gray-matter's ``---json``,
``---toml`` and ``---js``, Hugo's blank lines before the opening, and the old
Hexo posts that have a closing line only. Where such a looser rule could take a
Markdown rule, heading or signature for front matter, the text must also look
like keys and values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewer.document.dialect import Dialect
from reviewer.document.edits import Span
from reviewer.document.source import line_start

_BLANKS = r"[ \t\f\v]*"
_END = r"(?:\r\n|\n|\r|\Z)"
_AT_LINE_START = r"(?<=[\r\n])"

_JEKYLL_OPENING = re.compile(r"---[ \t\f\v\r]*\n")
_JEKYLL_CLOSING = re.compile(r"(?<=\n)(?:---|\.\.\.)[ \t\f\v\r]*(?:\n|\Z)")

_OPENING = re.compile(rf"(-{{3,}}+|\+\+\+|;{{3,}}+)[ \t]*([a-z]*){_BLANKS}(?:\r\n|\n|\r)", re.I)
_BARE_JSON = re.compile(r"\{\s*[\"}]")
_BLANK_REST = re.compile(rf"{_BLANKS}{_END}")

_KEY_LINE = re.compile(
    rf"(?:#[^\r\n]*{_END}|{_BLANKS}[\r\n]+)*[\"']?[\w.-]+[\"']?{_BLANKS}:(?:\s|\Z)"
)
_JSON_KEY_LINE = re.compile(r"\s*\"[^\"\r\n]+\"\s*:")
_UNOPENED_LINE = re.compile(
    r"(?:([A-Za-z_][\w-]*)[ \t]*:(?:[ \t][^\r\n]*)?|[ \t]+[^\r\n]*|-(?:[ \t][^\r\n]*)?|#[^\r\n]*|)"
    r"(?:\r\n|\n|\r)"
)
_UNOPENED_CLOSING = re.compile(rf"(?:-{{3,}}|;{{3,}}){_BLANKS}{_END}")
_TELLING_KEYS = frozenset({"title", "layout", "date", "tags", "categories", "permalink", "slug"})
"""Without an opening line, one of these keys tells a post from a heading or a signature."""

MAX_LENGTH = 2_000_000
"""Where the end of front matter must show from its text, it is looked for no further."""

_LANGUAGES = {
    ("-", ""): "yaml",
    ("-", "yaml"): "yaml",
    ("-", "yml"): "yaml",
    ("-", "toml"): "toml",
    ("-", "json"): "json",
    ("-", "js"): "code",
    ("-", "javascript"): "code",
    ("-", "coffee"): "code",
    ("-", "cson"): "code",
    ("+", ""): "toml",
    (";", ""): "json",
}


@dataclass(frozen=True, slots=True)
class Fence:
    """Front matter in a text: the opening line, the block, and the closing line.

    ``format`` is ``yaml``, ``toml``, ``json`` or ``code``; the lines' ends
    belong to them, and the body begins where ``closing`` ends. A missing line
    is an empty span.
    """

    format: str
    opening: Span
    block: Span
    closing: Span


def find(text: str, dialect: Dialect) -> Fence | None:
    """The front matter at the head of ``text``, or ``None`` where the site sees none."""
    if dialect is Dialect.JEKYLL:
        return _jekyll(text)
    return _delimited(text) or _bare_json(text) or _unopened(text)


def overlooked(text: str, dialect: Dialect) -> str:
    """Why what looks like front matter is none: ``unclosed``, ``not-first`` or nothing."""
    if find(text, dialect) is not None:
        return ""
    if dialect is Dialect.JEKYLL and (fence := _delimited(text)) and fence.opening.start:
        return "not-first"
    opening = _JEKYLL_OPENING.match(text)
    return "unclosed" if opening and _KEY_LINE.match(text, opening.end()) else ""


def _jekyll(text: str) -> Fence | None:
    opening = _JEKYLL_OPENING.match(text)
    return _closed(text, opening, "yaml", _JEKYLL_CLOSING) if opening else None


def _closed(text: str, opening: re.Match[str], form: str, pattern: re.Pattern[str]) -> Fence | None:
    closing = pattern.search(text, opening.end())
    if closing is None:
        return None
    block = Span(opening.end(), closing.start())
    return Fence(form, Span(*opening.span()), block, Span(*closing.span()))


def _delimited(text: str) -> Fence | None:
    opening = _OPENING.match(text, _content_start(text))
    if opening is None:
        return None
    mark, language = opening.groups()
    form = _LANGUAGES.get((mark[0], language.lower()))
    if form is None or not _is_plausible(text, opening, form):
        return None
    return _closed(text, opening, form, _closing(mark, form))


@lru_cache
def _closing(mark: str, form: str) -> re.Pattern[str]:
    """What closes front matter that ``mark`` opens."""
    closing = rf"{re.escape(mark)}|\.\.\." if form == "yaml" else re.escape(mark)
    return re.compile(rf"{_AT_LINE_START}(?:{closing}){_BLANKS}{_END}")


def _content_start(text: str) -> int:
    """Where the first line that is not blank begins."""
    blank = len(text) - len(text.lstrip(" \t\f\v\r\n"))
    return line_start(text, blank)


def _is_plausible(text: str, opening: re.Match[str], form: str) -> bool:
    """Whether loosely fenced YAML looks like keys, and not like text after a Markdown rule."""
    is_strict = opening.start() == 0 and len(opening[1]) == 3
    return is_strict or form != "yaml" or _KEY_LINE.match(text, opening.end()) is not None


def _bare_json(text: str) -> Fence | None:
    start = _content_start(text)
    if not _BARE_JSON.match(text, start):
        return None
    end = _object_end(text, start)
    if not end and len(text) > start + MAX_LENGTH:  # nobody can tell: leave all of it alone
        return Fence("json", Span(0, start), Span(start, len(text)), Span(len(text), len(text)))
    rest = _BLANK_REST.match(text, end) if end else None
    if rest is None:
        return None
    return Fence("json", Span(0, start), Span(start, end), Span(*rest.span()))


_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]', re.S)


def _object_end(text: str, start: int) -> int:
    """Where the brace at ``start`` is closed; 0 where it never is."""
    depth = 0
    for token in _JSON_TOKEN.finditer(text, start, start + MAX_LENGTH):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return 0


def _unopened(text: str) -> Fence | None:
    """Old Hexo posts: keys and values, closed by ``---`` or ``;;;`` but never opened."""
    if _JSON_KEY_LINE.match(text):
        closing = re.compile(rf"{_AT_LINE_START};{{3,}}{_BLANKS}{_END}").search(text)
        return _headless("json", closing) if closing else None
    keys: set[str] = set()
    at = 0
    while not (closing := _UNOPENED_CLOSING.match(text, at)):
        line = _UNOPENED_LINE.match(text, at)
        if line is None or (at == 0 and not line[1]) or at > MAX_LENGTH:
            return None
        keys.add(line[1] or "")
        at = line.end()
    return _headless("yaml", closing) if keys & _TELLING_KEYS else None


def _headless(form: str, closing: re.Match[str]) -> Fence:
    return Fence(form, Span(0, 0), Span(0, closing.start()), Span(*closing.span()))
