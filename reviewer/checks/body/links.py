"""The links and images of a body, with the places of their words and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.document.edits import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.checks.body.passages import Passage, Verbatim

INLINE, REFERENCE, AUTO, BARE, HTML = "inline", "reference", "auto", "bare", "html"

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)
_INLINE = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\](?:\([^()\s]*\))?)*)\]"
    r"\(\s*(?P<target><[^<>\n]*>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_REFERENCE = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.)*)\](?:\[(?P<label>[^\[\]]*)\])?(?![(:\[])"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s<>]+)>?", re.MULTILINE
)
_AUTO = re.compile(r"<(?P<target>(?:https?|ftp|mailto):[^<>\s]*)>")
_BARE = re.compile(r"(?<![\w/\"'=<\[])(?P<target>(?:https?://|www\.)[^\s<>\"'\]]+)")
_HTML = re.compile(r"<(?P<tag>a|img|source|iframe|video|audio)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_VALUE = r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))"
_ADDRESS = re.compile(rf"\b(?:href|src){_VALUE}", re.IGNORECASE)
_ALT = re.compile(rf"\balt{_VALUE}", re.IGNORECASE)
_TRAILING = ".,;:!?*_~"


@dataclass(frozen=True, slots=True)
class Link:
    """One link or image: ``text`` is what is read, or what stands for an image.

    ``whole`` and ``at`` are characters of the file: the link, and its address alone.
    """

    kind: str
    text: str
    target: str
    whole: Span
    at: Span
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """``[label]: target`` on a line of its own."""

    label: str
    target: str
    at: Span


def definitions_of(body: str, offset: int, verbatim: Iterable[Verbatim]) -> tuple[Definition, ...]:
    """The definitions of references outside of code."""
    covered = [each.span for each in verbatim if each.kind == "code"]
    found = (
        Definition(key_of(each["label"]), each["target"], Span(*each.span("target")).shift(offset))
        for each in _DEFINITION.finditer(body)
    )
    return tuple(each for each in found if not any(span.covers(each.at) for span in covered))


def key_of(label: str) -> str:
    """Labels are the same without regard to case and white space."""
    return " ".join(label.split()).casefold()


def links_in(passage: Passage, defined: dict[str, Definition]) -> Iterator[Link]:
    """The links and images of a passage, in their order."""
    text = _CODE.sub(_blank, passage.text)
    taken: list[Link] = []
    for pattern, make in _FINDERS:
        for found in pattern.finditer(text):
            link = make(found, passage, defined)
            if link is not None:
                taken += (link, *_inside(found, passage, defined))
                text = text[: found.start()] + _blank(found) + text[found.end() :]
    yield from sorted(taken, key=lambda link: link.whole)


def links_in_html(html: str, offset: int) -> Iterator[Link]:
    """Links and images written as HTML; ``offset`` is where ``html`` begins in the file."""
    for found in _HTML.finditer(html):
        address = _ADDRESS.search(found["rest"])
        if address is not None:
            part = next(n for n in (1, 2, 3) if address[n] is not None)
            shift = offset + found.start("rest")
            at = Span(*address.span(part)).shift(shift)
            alt = _ALT.search(found["rest"])
            text = next(filter(None, alt.groups()), "") if alt else ""
            whole = Span(*found.span()).shift(offset)
            is_image = found["tag"].lower() == "img"
            yield Link(HTML, text, address[part], whole, at, is_image)


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _inside(
    found: re.Match[str], passage: Passage, defined: dict[str, Definition]
) -> Iterator[Link]:
    """An image may be the words of a link."""
    if "text" not in found.groupdict() or "![" not in found["text"]:
        return
    start = found.start("text")
    for inner in _INLINE.finditer(found["text"]):
        link = _inline(inner, passage, defined)
        if link is not None:
            by = passage.span(start, start + 1).start - passage.span(0, 1).start
            yield replace(link, whole=link.whole.shift(by), at=link.at.shift(by))


def _inline(found: re.Match[str], passage: Passage, _defined: dict[str, Definition]) -> Link | None:
    start, end = found.span("target")
    target = found["target"]
    if target.startswith("<"):
        start, end, target = start + 1, end - 1, target[1:-1]
    whole = passage.span(*found.span())
    return Link(
        INLINE, found["text"], target, whole, passage.span(start, end), bool(found["image"])
    )


def _reference(
    found: re.Match[str], passage: Passage, defined: dict[str, Definition]
) -> Link | None:
    definition = defined.get(key_of(found["label"] or found["text"]))
    if definition is None:
        return None
    whole = passage.span(*found.span())
    is_image = bool(found["image"])
    return Link(REFERENCE, found["text"], definition.target, whole, definition.at, is_image)


def _auto(found: re.Match[str], passage: Passage, _defined: dict[str, Definition]) -> Link | None:
    target = found["target"]
    at = passage.span(*found.span("target"))
    return Link(AUTO, target, target, passage.span(*found.span()), at)


def _bare(found: re.Match[str], passage: Passage, _defined: dict[str, Definition]) -> Link | None:
    target = found["target"].partition("\0")[0].rstrip(_TRAILING)
    while target.endswith(")") and target.count(")") > target.count("("):
        target = target[:-1].rstrip(_TRAILING)
    at = passage.span(found.start("target"), found.start("target") + len(target))
    return Link(BARE, target, target, at, at)


def _html(found: re.Match[str], passage: Passage, _defined: dict[str, Definition]) -> Link | None:
    return next(links_in_html(found[0], passage.span(*found.span()).start), None)


_FINDERS = (
    (_HTML, _html),
    (_INLINE, _inline),
    (_AUTO, _auto),
    (_REFERENCE, _reference),
    (_BARE, _bare),
)
