"""Judges HTML by reading it as a browser would: does anything in it act or call out?

Written apart from the sanitiser and stricter than it needs to be, so that the
two do not share their mistakes.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ACTIVE = (
    "applet audio base button embed form frame frameset iframe input link math meta noscript "
    "noembed noframes object param plaintext script select source style svg template textarea "
    "title track video xmp"
)
ACTIVE_TAGS = frozenset(_ACTIVE.split())
ADDRESSES = frozenset(("href", "src", "action", "formaction", "data", "poster", "background"))
FORBIDDEN_ATTRIBUTES = frozenset(("style", "srcset", "srcdoc", "ping", "target", "download"))
HARMLESS_SCHEMES = frozenset(("http", "https", "mailto", "tel", "reviewer-preview"))


def complaints(html: str) -> list[str]:
    """What in ``html`` is not harmless."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.found


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE_TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            self._judge_attribute(tag, name, value or "")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def _judge_attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in FORBIDDEN_ATTRIBUTES or ":" in name:
            self.found.append(f"<{tag} {name}>")
        if name in ADDRESSES and not _is_harmless(tag, value):
            self.found.append(f"<{tag} {name}={value!r}>")


def _is_harmless(tag: str, address: str) -> bool:
    # As the URL standard reads it, and not minding any other white space in front either.
    bare = re.sub(r"[\t\n\r]", "", address).lstrip("".join(map(chr, range(33)))).lstrip()
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", bare)
    if scheme is None or scheme[1].lower() in HARMLESS_SCHEMES:
        return True
    return tag == "img" and bare.startswith("data:image/") and not bare.startswith("data:image/svg")
