"""HTML as a list of what a browser sees of it, so that two renderings can be compared.

Ids (and the links to footnotes, which are made of them), the classes and spans
of highlighted code, white space and comments count as alike; nothing else does.
A drawing (``svg``) is one element: what is drawn is not the text's.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)")
_NAME = re.compile(r"([^\s\"'<>=/]+)\s*=")
_SPACE = re.compile(r"\s+")
_FOOTNOTE = re.compile(r"#(fn|fnref)\d*\b.*")
PHRASES = frozenset(
    (
        *("a", "abbr", "b", "big", "bdo", "br", "cite", "code", "del", "dfn", "em", "font", "i"),
        *("img", "input", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp"),
        *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
BARE = frozenset(
    (
        *("allowfullscreen", "async", "autoplay", "checked", "controls", "defer", "disabled"),
        *("hidden", "loop", "muted", "open", "reversed", "webkitallowfullscreen"),
        *("mozallowfullscreen", "playsinline", "novalidate"),
    )
)
"""Attributes that stand without a value."""
IGNORED = frozenset(("id", "data-line"))
CODE_WRAPPERS = re.compile(r"codehilite|highlight|highlighter-\w+|language-\S+")

Event = tuple[str, ...]


def tree(html: str) -> list[Event]:
    """The elements and texts of ``html`` in order, as a browser would build them."""
    names = {name.lower() for name in _TAG.findall(html)} | {"tbody"}
    attributes = {name.lower() for name in _NAME.findall(html)} | BARE
    whole = nh3.clean(
        html,
        tags=names,
        clean_content_tags=set(),
        attributes={name: set(attributes) for name in names},
        attribute_filter=lambda _tag, _name, value: value,
        url_schemes=set(re.findall(r"([a-zA-Z][\w+.-]*):", html)) | {"http"},
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(whole)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    """Writes events; white space is one blank within text and nothing at the edge of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._events: list[Event] = []
        self._text: list[str] = []
        self._pre = 0
        self._skipped: list[bool] = []
        self._drawings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self._drawings += 1
            attrs = []
        if self._drawings > (tag == "svg"):
            return
        if tag == "pre":
            self._pre += 1
        skipped = self._is_wrapper(tag, attrs)
        if tag not in VOID:
            self._skipped.append(skipped)
        if not skipped:
            self._flush()
            self._events.append(("<", tag, *self._kept(tag, attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._drawings -= 1
        if tag in VOID or self._drawings:
            return
        if not (self._skipped.pop() if self._skipped else False):
            self._flush()
            self._events.append((">", tag))
        if tag == "pre":
            self._pre -= 1

    def handle_data(self, data: str) -> None:
        if not self._drawings:
            self._text.append(data)

    def finish(self) -> list[Event]:
        self._flush()
        events = self._events
        return [
            trimmed
            for at, event in enumerate(events)
            if (trimmed := _trimmed(events, at, event)) is not None
        ]

    def _is_wrapper(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "span" and self._pre:
            return True
        return tag == "div" and bool(classes) and all(map(CODE_WRAPPERS.fullmatch, classes))

    def _kept(self, tag: str, attrs: list[tuple[str, str | None]]) -> list[str]:
        kept = []
        for name, value in sorted(attrs):
            if name in IGNORED or (name == "class" and (self._pre or tag == "code")):
                continue
            shown = _FOOTNOTE.sub(r"#\1", value or "") if name == "href" else value or ""
            kept.append(f"{name}={_SPACE.sub(' ', shown).strip()}")
        return kept

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if text:
            # A line break behind the last line of code is the writer's, not the author's.
            self._events.append(("text", text.rstrip() if self._pre else _SPACE.sub(" ", text)))


VOID = frozenset(("br", "hr", "img", "wbr", "col", "input", "area", "embed", "source", "track"))


def _trimmed(events: list[Event], at: int, event: Event) -> Event | None:
    if event[0] != "text":
        return event
    text = event[1]
    if at == 0 or _is_edge(events[at - 1]):
        text = text.lstrip()
    if at + 1 == len(events) or _is_edge(events[at + 1]):
        text = text.rstrip()
    return ("text", text) if text else None


def _is_edge(event: Event) -> bool:
    return event[1] == "br" or event[1] not in PHRASES
