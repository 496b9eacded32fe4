"""Names of variables that were to be replaced by something."""

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

TEMPLATED = ("jekyll", "eleventy", "hexo", "zola", "nikola", "docusaurus", "astro")
"""Engines that put something in the place of double braces."""
DOUBLE = re.compile(r"(?<![{$\\])\{\{\s*[A-Za-z][\w .-]{0,60}\}\}(?!\})")
SINGLE = re.compile(
    r"(?<![\w$\\])\$\{[A-Za-z_][\w.]*\}|%\([a-z_]+\)s|\[object Object\]"
    r"|(?<=[ \t(\"'“])%[sd](?=[ \t).,;:!?\"'”]|$)"
)

CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<[^<>]*>|\]\([^()]*\)|\$[^$\n{]+\$", re.DOTALL)
"""Code, tags, addresses and formulas."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The body outside of code, and the texts of the front matter."""
    has_braces = subject.site.engine not in TEMPLATED and "macros" not in str(
        subject.site.config.get("plugins", "")
    )
    patterns = (SINGLE, DOUBLE) if has_braces else (SINGLE,)
    for path, text in subject.texts():
        if found := next(filter(None, (each.search(text) for each in patterns)), None):
            yield Said(_message(found[0]), path=path)
    for passage in subject.body.passages:
        if not any(sign in passage.text for sign in "{%["):
            continue
        text = CODE.sub(lambda found: " " * len(found[0]), passage.text)
        for pattern in patterns:
            for found in pattern.finditer(text):
                yield Said(_message(found[0]), span=passage.span(*found.span()))


def _message(found: str) -> str:
    return f"Nothing was put in the place of {quoted(found)}."


RULE = Rule(
    code="unrendered-placeholder",
    name="Placeholder of a program",
    group=Group.LEFTOVERS,
    severity=Severity.WARNING,
    what="Names in braces as templates have them, {{name}} and ${name}, and %s, in the running"
    " text of a site that replaces no such thing.",
    why="A program forgot to fill them in, and readers see its words.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nDear {{name}}, rates stay at ${rate}.\n",
        good="---\ntitle: Rates\n---\n\nWrite `${name}` and `{{name}}`; 5 % stay.\n",
    ),
    check=check,
)
