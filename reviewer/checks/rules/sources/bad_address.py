"""Links of the body with a slip in their address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer.checks.body.links import AUTO, BARE
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

SLIP = re.compile(
    r"(?!https?://)(?:h+t+p+s*|htt?ps?|ttps?|hhttps?|httpss|https?)\s{0,3}[:;]{0,3}\s{0,3}/{0,5}(?<=[:/])\s{0,3}(?=\w)",
    re.IGNORECASE,
)
TWICE = re.compile(r"(?P<first>https?:/+)(?=https?:/)", re.IGNORECASE)
WEB = re.compile(r"https?:", re.IGNORECASE)
NO_SCHEME = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
HOST = re.compile(r"(?:localhost|\[[0-9a-f:.]+\]|[^\s:@<>\"]+\.[^\s:@.<>\"]+)\.?", re.IGNORECASE)
MADE = re.compile(r"\{\{|\{%|<%|\$\{|%7B|[{}<>\[\]$]|\*")
"""Addresses that the engine or the reader fills in."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Every address that is meant to lead to another site."""
    for link in subject.body.links:
        target = link.target.strip()
        if link.kind in (AUTO, BARE) or MADE.search(target):
            continue
        why, mended = judged(target)
        if why:
            edits = (TextEdit(link.at, mended),)
            fixes = (Fix(f"Use {mended}", edits=edits),) if mended else ()
            yield Said(f"{why}: {quoted(target)}", span=link.whole, fixes=fixes)


def judged(target: str) -> tuple[str, str]:
    """What is wrong with an address, and how it was probably meant; "" for nothing."""
    if twice := TWICE.match(target):
        return "This address begins twice", target[twice.end() :]
    if slip := SLIP.match(target):
        return "This address is misspelt", f"https://{target[slip.end() :]}"
    if NO_SCHEME.fullmatch(target):
        return "Without https:// the site looks for this page on itself", f"https://{target}"
    if not WEB.match(target):
        return "", ""
    try:
        parts = urlsplit(target)
        is_host = HOST.fullmatch(parts.hostname or "") and (parts.port or 1) > 0
    except ValueError:
        is_host = None
    if not is_host:
        return "This address names no site", ""
    if re.search(r"\s", target):
        return "An address has no blanks", re.sub(r"\s", "%20", target)
    return "", ""


RULE = Rule(
    code="bad-address",
    name="Address with a slip",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    what="Addresses of links that cannot work: a misspelt https://, one that begins twice, one"
    " without a host, with blanks, or that begins with www. and therefore leads nowhere.",
    why="The link is there, looks right, and is broken for every reader.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nSee [the bank](htps://boj.or.jp/a).\n",
        good="---\ntitle: Rates\n---\n\nSee [the bank](https://boj.or.jp/a), [us](/about) and"
        " [http](http.md).\n",
    ),
    check=check,
)
