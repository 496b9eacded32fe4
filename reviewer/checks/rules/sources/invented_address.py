"""Addresses that nobody has ever visited: placeholders, and numbers typed by counting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|test|invalid)$", re.IGNORECASE)
"""Names that RFC 2606 and RFC 6761 keep for trials; ``localhost`` leads somewhere, if only here."""
STAND_INS = re.compile(
    r"(?:(?:^|[/=._-])(?:x{3,}|todo|tbd|placeholder|link[-_]here)"
    r"|(?:^|[/=.])(?:your[-_](?:url|link|site|domain)[\w-]*|insert[-_][\w-]+))(?:$|[/?&#._-])",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<!\d)\d{8,40}(?!\d)")
COUNTING = ("0123456789" * 4, "9876543210" * 4)
SHORTEST_RUN = 8


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Every address of the body and of the front matter."""
    for path, text in subject.texts():
        if re.match(r"https?://\S+$", text.strip()) and (why := reason(text.strip())):
            yield Said(f"{why}: {text.strip()}", path=path)
    for link in subject.body.links:
        if why := reason(link.target):
            yield Said(f"{why}: {link.target}", span=link.at)


def reason(address: str) -> str:
    """Why the address cannot be real; "" where it can."""
    if re.fullmatch(r"(?:todo|tbd|x{3,}|url|link|placeholder)", address, re.IGNORECASE):
        return "This is a placeholder, not an address"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    if RESERVED.search(parts.hostname or ""):
        return "This host is reserved for examples"
    rest = f"{parts.path}?{parts.query}"
    if STAND_INS.search(rest):
        return "This address holds a placeholder"
    if any(map(is_counting, NUMBER.findall(rest))):
        return "The digits of this address were counted, not copied"
    return ""


def is_counting(number: str) -> bool:
    """Whether most of the digits follow each other upwards or downwards, or are all the same."""
    if len(set(number)) == 1:
        return True
    longest = max(_run(number, digits) for digits in COUNTING)
    return longest >= max(SHORTEST_RUN, len(number) // 2)


def _run(number: str, digits: str) -> int:
    """The longest part of ``number`` that stands in ``digits``."""
    return max(
        (
            end - start
            for start in range(len(number))
            for end in range(start + SHORTEST_RUN, len(number) + 1)
            if number[start:end] in digits
        ),
        default=0,
    )


RULE = Rule(
    code="invented-address",
    name="Invented address",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    what="Addresses that cannot lead to the source that they claim: placeholders, hosts reserved"
    " for examples, and numbers whose digits were counted.",
    why="Machines make up addresses that look right. A reader who follows one loses trust in all"
    " the others.",
    example=Example(
        bad="---\ntitle: Talks denied\n---\n\n"
        "See the [denial](https://x.com/Ford/status/1623456789012345678).\n",
        good="---\ntitle: Talks denied\n---\n\n"
        "See the [denial](https://x.com/Ford/status/1886120374509961502).\n",
    ),
    check=check,
)
