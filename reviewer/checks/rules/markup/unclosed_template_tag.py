"""Template tags that are opened and never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

LIQUID = ("jekyll", "")
"""Jekyll reads tags before anything else, those in code as well."""
BLOCKS = "if|unless|for|case|capture|comment|raw|highlight|tablerow"
RAW = re.compile(r"\{%-?\s*(raw|comment)\s*-?%\}.*?\{%-?\s*end\1\s*-?%\}", re.DOTALL)
TAG = re.compile(rf"\{{%-?\s*(?P<end>end)?(?P<name>{BLOCKS})\b[^%]*?%\}}")
OUTPUT = re.compile(r"\{\{(?!\{)(?:(?!\}\}|\n[ \t]*\n).)*+(?!\}\})", re.DOTALL)
SHORTCODE = re.compile(
    r"\{\{(?P<sign>[<%])(?!/\*)(?:(?![>%]\}\}|\{\{[<%]).)*+(?![>%]\}\})", re.DOTALL
)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Blocks and outputs of Liquid, or shortcodes of Hugo."""
    body = subject.body
    if "{{" not in body.text and "{%" not in body.text:
        return
    engine = subject.site.engine
    if engine in LIQUID:
        text = RAW.sub(_blank, body.text)
        yield from _said(_blocks(text), subject, "This block is never closed")
        yield from _said(OUTPUT.finditer(text), subject, "The closing }} is missing")
    elif engine == "hugo":
        found = SHORTCODE.finditer(body.text)
        yield from _said(found, subject, "This shortcode is never closed")


def _said(found: Iterator[re.Match[str]], subject: Subject, what: str) -> Iterator[Said]:
    for each in found:
        shown = each[0].split("\n")[0]
        start = each.start() + subject.body.offset
        yield Said(f"{what}: {quoted(shown)}", span=Span(start, start + len(shown)))


def _blocks(text: str) -> Iterator[re.Match[str]]:
    """The tags of blocks that are still open at the end."""
    opened: list[re.Match[str]] = []
    for found in TAG.finditer(text):
        if not found["end"]:
            opened.append(found)
        elif opened and opened[-1]["name"] == found["name"]:
            opened.pop()
    yield from opened


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


RULE = Rule(
    code="unclosed-template-tag",
    name="Template tag that is not closed",
    group=Group.MARKUP,
    severity=Severity.ERROR,
    what="A block such as {% if %} without its end, {{ without }}, a Hugo shortcode that is not"
    " closed.",
    why="The site cannot be built, or the page shows the tags.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n{% if page.rate %}\nRates stay.\n",
        good="---\ntitle: Rates\n---\n\n{% if page.rate %}\nRates stay at {{ page.rate }}."
        "\n{% endif %}\n",
    ),
    check=check,
)
