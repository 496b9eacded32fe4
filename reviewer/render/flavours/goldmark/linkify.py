"""Bare addresses that goldmark makes links of: only where the host has a dot.

They begin where a line, a word or something already rendered ends. The rule
looks back from the sign that no address lacks, for letters are read in one go.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_PATH = r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*)?"
_HOST = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_URL = re.compile(rf"(?:https?|ftp)://{_HOST}(?::\d+)?{_PATH}")
_WWW = re.compile(rf"www\.{_HOST}{_PATH}")
_NAME = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_MAIL_HOST = re.compile(rf"@{_NAME}(?:\.{_NAME})+")
_SCHEME = re.compile(r"(?:https?|ftp)\Z")
_LOCAL = re.compile(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+\Z")
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;\Z")
_BEFORE = " \t\n(*_~"
_TRAILING = "?!.,:*_~"
_LONGEST_LOCAL = 256


def linkify(parser: MarkdownIt, protocol: str = "https") -> None:
    """A plugin: ``https://…``, ``www.…`` with this protocol, and mail addresses."""
    parser.inline.add_terminator_char(".")
    parser.inline.ruler.after("escape", "bare_url", _url)
    parser.inline.ruler.after("escape", "bare_www", partial(_www, protocol=protocol))
    parser.inline.ruler.after("escape", "bare_mail", _mail)


def _url(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-5:])
    return scheme is not None and _link(state, silent, len(scheme[0]), _URL, "")


def _www(state: StateInline, silent: bool, protocol: str) -> bool:
    if state.src[state.pos] != "." or not state.pending.endswith("www"):
        return False
    return _link(state, silent, 3, _WWW, f"{protocol}://")


def _mail(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "@":
        return False
    local = _LOCAL.search(state.pending[-_LONGEST_LOCAL:])
    host = _MAIL_HOST.match(state.src, state.pos, state.posMax)
    if local is None or host is None or state.src[host.end() : host.end() + 1] in ("-", "_"):
        return False
    if not _may_begin(state, len(local[0])):
        return False
    return _push(state, silent, len(local[0]), host.end(), "mailto:")


def _link(
    state: StateInline, silent: bool, back: int, pattern: re.Pattern[str], protocol: str
) -> bool:
    start = state.pos - back
    found = pattern.match(state.src, start, state.posMax)
    if found is None or not _may_begin(state, back):
        return False
    return _push(state, silent, back, start + len(_trimmed(found[0])), protocol)


def _may_begin(state: StateInline, back: int) -> bool:
    """Behind a blank, an opening sign, or what is already rendered."""
    if state.linkLevel > 0 or state.src[state.pos - back : state.pos] != state.pending[-back:]:
        return False
    before = state.pending[-back - 1 : -back]
    return not before or before in _BEFORE or before != state.src[state.pos - back - 1]


def _trimmed(address: str) -> str:
    if address[-1] in _TRAILING:
        return address.rstrip(_TRAILING)
    if address.endswith(")"):
        unopened = address.count(")") - address.count("(")
        return address[:-unopened] if unopened > 0 else address
    entity = _ENTITY.search(address)
    return address[: entity.start()] if entity else address


def _push(state: StateInline, silent: bool, back: int, end: int, protocol: str) -> bool:
    if not silent:
        start = state.pos - back
        state.pending = state.pending[:-back]
        address = state.src[start:end]
        opening = state.push("link_open", "a", 1)
        opening.attrSet("href", state.md.normalizeLink(protocol + address))
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos = end
    return True
