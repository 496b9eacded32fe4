"""Parameters of addresses that tell where a reader comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.addresses import remote_addresses
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

PARAMETERS = [
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "oly_anon_id",
    "oly_enc_id",
    "vero_id",
    "ref_src",
    "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
    "cmpid",
    "smid",
    "srnd",
]
PREFIXES = ("utm_", "mtm_", "pk_", "at_campaign", "at_medium", "hsa_")


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every address of another site."""
    for address in remote_addresses(subject):
        found = tracking(address.target, settings["parameters"])
        if found:
            mended = without(address.target, found)
            # A character written as a number, such as &#45;, looks like a place in the page.
            fix = address.replaced("Remove it", mended, safe="&#" not in address.target)
            message = f"This address tells where its reader comes from: {quoted(', '.join(found))}"
            yield Said(message, path=address.path, span=address.span, fixes=(fix,))


def tracking(address: str, known: Collection[str]) -> list[str]:
    """The names of parameters that only tell on readers."""
    query = address.partition("#")[0].partition("?")[2]
    names = (part.partition("=")[0] for part in re.split(r"&(?:amp;)?", query))
    return [name for name in names if name.lower() in known or name.lower().startswith(PREFIXES)]


def without(address: str, names: Collection[str]) -> str:
    """The address without these parameters; all others stay as they were written."""
    rest, sign, fragment = address.partition("#")
    page, _, query = rest.partition("?")
    parts = re.split(r"(&(?:amp;)?)", query)
    kept = [
        (mark, part)
        for mark, part in zip(["", *parts[1::2]], parts[::2], strict=True)
        if part.partition("=")[0] not in names
    ]
    query = "".join(part if not place else mark + part for place, (mark, part) in enumerate(kept))
    return f"{page}{'?' if query else ''}{query}{sign}{fragment}"


RULE = Rule(
    code="tracking-parameter",
    name="Tracking parameter",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="Parameters such as utm_source, fbclid and gclid in addresses of links and fields.",
    why="They lead to the same page without them, but tell its owner where the address was copied"
    " from, and make one source look like two.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nSee [the bank]"
        "(https://boj.or.jp/a?utm_source=x&id=3&utm_medium=y#top).\n",
        good="---\ntitle: Rates\n---\n\nSee [the bank](https://boj.or.jp/a?id=3#top).\n",
    ),
    options=(Option("parameters", PARAMETERS, "names of such parameters besides utm_ ones"),),
    check=check,
)
