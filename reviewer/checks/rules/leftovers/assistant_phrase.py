"""Sentences that an assistant says to whoever asked it, and not to readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

BEGINNINGS = (
    r"certainly[!,.]? (?:here|i)",
    r"sure(?: thing)?[!,.]? (?:here|i)",
    r"of course[!,.]? here",
    r"absolutely[!,.]? here",
    r"here(?:'s| is| are) (?:the|your|a|an) (?:revised|updated|rewritten"
    r"|improved|polished|requested|final|complete) (?:version|draft|article|post|text|summary)",
    r"i hope this (?:helps|email|article|meets)",
    r"let me know if you(?:'d| would)? (?:like|need"
    r"|want|have)",
    r"feel free to (?:ask|reach out if you need|let me know)",
    r"would you like me to",
    r"i(?:'m| am) sorry,? but i (?:can|cannot|am|do)",
    r"i cannot (?:fulfil|assist|help with)",
    r"please note that (?:i|as an)",
    r"note: this (?:article|post|text) (?:is|was) (?:generated"
    r"|written by)",
)
ANYWHERE = (
    r"as an? (?:ai|artificial intelligence|large)(?: language)? (?:model|assistant)",
    r"as an ai(?=,| i\b)",
    r"my (?:last )?(?:knowledge|training)(?: data)? cut-?off",
    r"as of my (?:last|latest|most recent) (?:knowledge |training )?(?:update|data|training)",
    r"i do(?:n't| not) have (?:access to|the ability to browse) (?:real-time|the internet|current)",
    r"(?:based on|according to) the (?:information|context|text|search results|sources?) (?:you"
    r" )?(?:have )?provided",
)
_FIRST = re.compile(rf"(?:{'|'.join(BEGINNINGS)})", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{'|'.join(ANYWHERE)})", re.IGNORECASE)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Every sentence of the body, and every text of the front matter."""
    for path, text in subject.texts():
        if found := _found(text):
            yield Said(f"This is said to whoever asked an assistant: {quoted(found)}", path=path)
    for sentence in subject.body.sentences:
        if _found(sentence.text):
            message = f"This is said to whoever asked an assistant: {quoted(sentence.text)}"
            yield Said(message, span=sentence.span)


def _found(text: str) -> str:
    plain = text.replace("’", "'")
    found = _FIRST.match(plain.lstrip("*_> ")) or _ANY.search(plain)
    return found[0] if found else ""


RULE = Rule(
    code="assistant-phrase",
    name="Words of an assistant",
    group=Group.LEFTOVERS,
    severity=Severity.ERROR,
    what="Sentences in which an assistant speaks of itself or to whoever asked it: “As an AI”,"
    " “Certainly! Here is”, “I hope this helps”.",
    why="They show readers that nobody read the text before them.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nCertainly! Here is the revised article:\n\nRates stay.\n",
        good="---\ntitle: Rates\n---\n\nHere is why rates stay. As an AI company, it certainly"
        " hopes that this helps.\n",
    ),
    check=check,
)
