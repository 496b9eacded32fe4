"""All that posts link to on the web, in their fields and in their text, and whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reviewer.document.edits import TextEdit
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.subject import Subject
    from reviewer.document.edits import Span

REMOTE = re.compile(r"https?://[^\s<>]+$", re.IGNORECASE)
SECOND_LEVEL = frozenset(
    ["ac", "co", "com", "edu", "gob", "gov", "gouv", "net", "nhs", "or", "org"]
)
"""Parts of names such as ``bbc.co.uk`` that are no owner's."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a post: in the field at ``path``, or at the characters ``span``."""

    target: str
    path: tuple[Any, ...] = ()
    span: Span | None = None

    def replaced(self, label: str, target: str, *, safe: bool = False) -> Fix:
        """The fix that puts another address there."""
        if self.span is not None:
            return Fix(label, edits=(TextEdit(self.span, target),), safe=safe)
        return Fix(label, operations=(SetValue(self.path, target),), safe=safe)


def remote_addresses(subject: Subject) -> Iterator[Address]:
    """The addresses of other sites, each place once."""
    for path, text in subject.texts():
        if REMOTE.match(text):
            yield Address(text, path=path)
    seen: set[Span] = set()
    for link in subject.body.links:
        if REMOTE.match(link.target) and link.at not in seen:
            seen.add(link.at)  # many links may share one definition
            yield Address(link.target, span=link.at)


def host_of(address: str) -> str:
    """The host in lower case without ``www.``; "" where the address has none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def owner_of(host: str) -> str:
    """The part of a host that somebody registered: ``bbc.co.uk`` of ``news.bbc.co.uk``."""
    parts = host.split(".")
    length = 3 if len(parts) > 2 and parts[-2] in SECOND_LEVEL and len(parts[-1]) == 2 else 2
    return ".".join(parts[-length:])
