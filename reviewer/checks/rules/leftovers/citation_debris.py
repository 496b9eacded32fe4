"""Marks by which assistants point at what they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

DEBRIS = re.compile(
    r"【[^】\n]{1,80}】|:?contentReference\[oaicite[^\]]*\](?:\{[^}\n]*\})?|\[?oai_?cite:?[^\s\]]*\]?"
    r"|(?<![\w(])turn\d+(?:search|news|view|image|file|fetch)\d+|[\ue200-\ue206]+(?:cite|turn)?"
    r"|\[attached_file:\d+\]|\[(?:web|cite|source|file|ppl)[:_]\s?\d+\](?!\()"
    r"|citeturn\S+|<\|[a-z_]{2,20}\|>"
)
TRACKED = re.compile(
    r"[?&](?:utm_source=(?:chatgpt\.com|openai|perplexity(?:\.ai)?|copilot\.com|claude\.ai"
    r"|gemini)|ref=chatgpt)(?=&|$|#)",
    re.IGNORECASE,
)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The body outside of code, the addresses, and the front matter."""
    for path, text in subject.texts():
        if found := DEBRIS.search(text) or TRACKED.search(text):
            yield Said(f"An assistant left this behind: {quoted(found[0])}", path=path)
    for passage in subject.body.passages:
        for found in DEBRIS.finditer(passage.words):
            span = passage.span(*found.span())
            fix = Fix("Remove it", edits=(TextEdit(span, ""),), safe=True)
            message = f"An assistant left this behind: {quoted(found[0])}"
            yield Said(message, span=span, fixes=(fix,))
    for link in subject.body.links:
        if found := TRACKED.search(link.target):
            mended = without(link.target, found)
            fix = Fix("Remove it from the address", edits=(TextEdit(link.at, mended),), safe=True)
            yield Said(f"The address says who found it: {found[0][1:]}", span=link.at, fixes=(fix,))


def without(address: str, found: re.Match[str]) -> str:
    """The address without one of its parameters."""
    head, tail = address[: found.start()], address[found.end() :]
    return f"{head}?{tail[1:]}" if found[0][0] == "?" and tail.startswith("&") else head + tail


RULE = Rule(
    code="citation-debris",
    name="Citation marks of an assistant",
    group=Group.LEFTOVERS,
    severity=Severity.ERROR,
    what="Marks such as 【4†source】, oaicite and turn0search1, and addresses that carry"
    " utm_source=chatgpt.com.",
    why="They mean nothing to readers and lead nowhere; in addresses they tell every source where"
    " the text came from.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nRates stay【4†source】, [it said]"
        "(https://boj.or.jp/a?utm_source=chatgpt.com).\n",
        good="---\ntitle: Rates\n---\n\nRates stay, [it said](https://boj.or.jp/a?p=1)."
        " `【4†source】`\n",
    ),
    check=check,
)
