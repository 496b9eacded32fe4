"""What HTML of a post may reach the page: the words and pictures of an article, nothing that acts.

The page has scripts off, a content security policy and a request filter
besides; each of the four would do alone.
"""

from __future__ import annotations

import re

import nh3

PHRASE_TAGS = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em i ins kbd mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr"
)
_BLOCKS = (
    "address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hgroup hr li nav ol p pre section summary ul"
)
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
TAGS = frozenset(f"{PHRASE_TAGS} {_BLOCKS} {_TABLES} img picture".split())
_ACTIVE = (
    "script style template iframe object embed noembed noframes noscript svg textarea select "
    "title xmp plaintext audio video form"
)
REMOVED_WITH_CONTENT = frozenset(_ACTIVE.split())

_CELL = {"align", "valign", "colspan", "rowspan", "headers", "scope", "abbr", "width"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "title", "lang", "dir", "data-line", "aria-label", "aria-hidden"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height", "align"},
    "td": _CELL,
    "th": _CELL,
    "col": {"span", "width", "align"},
    "colgroup": {"span", "width", "align"},
    "table": {"align", "width"},
    "tr": {"align", "valign"},
    "ol": {"start", "type", "reversed"},
    "ul": {"type"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
    "data": {"value"},
    "del": {"datetime"},
    "ins": {"datetime"},
    **{name: {"align"} for name in ("div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr")},
}
LINK_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)\s*:")
_INLINE_IMAGE = re.compile(
    r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*", re.ASCII
)
# More than browsers skip before a scheme: what one of them might skip some day.
_UNSEEN = re.compile(
    r"[\s\x00-\x20\x7f-\x9f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)

# Bytes of a post that are no text; no HTML can hold them.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def sanitise(html: str) -> str:
    """The harmless part of ``html``, well-formed; text of unknown tags stays."""
    return nh3.clean(
        _LONE_SURROGATE.sub("\ufffd", html),
        tags=set(TAGS),
        clean_content_tags=set(REMOVED_WITH_CONTENT),
        attributes=ATTRIBUTES,
        attribute_filter=_keep,
        url_schemes={*LINK_SCHEMES, "data"},
        link_rel=None,
    )


def _keep(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if _link_is_harmless(value) else None
    if attribute == "src":
        return value if _image_is_harmless(value) else None
    return value


def _link_is_harmless(value: str) -> bool:
    scheme = _SCHEME.match(_UNSEEN.sub("", value))
    return scheme is None or scheme[1].lower() in LINK_SCHEMES


def _image_is_harmless(value: str) -> bool:
    scheme = _SCHEME.match(_UNSEEN.sub("", value))
    if scheme is None or scheme[1].lower() in ("http", "https"):
        return True
    return bool(_INLINE_IMAGE.fullmatch(value))
