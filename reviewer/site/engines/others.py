"""Further tools that leave a file of their own in a folder and read all Markdown below it.

Reviewer knows little more of them than where posts lie, what is not a post, and
how their YAML is read; that is enough to treat their folders well.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import MARKDOWN, PAPERS, RUBBISH, Engine, unpublished

if TYPE_CHECKING:
    from reviewer.site.engines.probe import Probe

_DOCS_ABOVE = re.compile(r"""\bpath\s*:\s*["'`](\.\./[^"'`$]+)["'`]""")


def _scripts(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{ending}" for ending in ("js", "ts", "mjs", "cjs", "mts"))


@dataclass(frozen=True, slots=True)
class Tool:
    """``marks`` are files or folders that give it away, ``content`` where posts lie."""

    name: str
    label: str
    marks: tuple[str, ...]
    content: tuple[str, ...] = ("",)
    ignored: tuple[str, ...] = PAPERS
    dialect: Dialect = Dialect.YAML_1_2
    timezone: str = "UTC"


TOOLS = (
    Tool(
        "docusaurus",
        "Docusaurus",
        _scripts("docusaurus.config"),
        ignored=(*PAPERS, "static", "**/_*"),  # names with _ are parts of other pages
    ),
    Tool("vitepress", "VitePress", (".vitepress",), ignored=()),
    Tool("vuepress", "VuePress", (".vuepress",), ignored=()),
    Tool("quartz", "Quartz", ("quartz.config.ts",), content=("content",)),
    Tool("gatsby", "Gatsby", _scripts("gatsby-config"), ignored=(*PAPERS, "static")),
    Tool("nuxt", "Nuxt", _scripts("nuxt.config")),
    Tool("next", "Next.js", _scripts("next.config")),
    Tool(
        "logseq",
        "Logseq",
        ("logseq/config.edn",),
        ignored=("logseq",),
        dialect=Dialect.YAML_1_1,
        timezone="",
    ),
    Tool(
        "pelican",
        "Pelican",
        ("pelicanconf.py",),
        content=("content",),
        dialect=Dialect.YAML_1_1,
        timezone="",
    ),
)


def recognise(probe: Probe) -> Engine | None:
    """The first tool whose mark lies here."""
    for tool in TOOLS:
        mark = probe.has_file(*tool.marks) or probe.has_folder(*tool.marks)
        if mark:
            content = (*_existing(probe, tool.content), *_above(probe, mark))
            return _engine(probe, tool, content, mark)
    return None


def _existing(probe: Probe, content: tuple[str, ...]) -> tuple[str, ...]:
    """The usual folders or, for a site that is laid out otherwise, the whole of it."""
    return content if probe.has_folder(*(each or "." for each in content)) else ("",)


def _above(probe: Probe, mark: str) -> tuple[str, ...]:
    """Docusaurus often lies in ``website`` and reads ``../docs``."""
    return tuple(path.rstrip("/") for path in _DOCS_ABOVE.findall(probe.text(mark)))


def _engine(probe: Probe, tool: Tool, content: tuple[str, ...], mark: str) -> Engine:
    return Engine(
        name=tool.name,
        label=tool.label,
        dialect=tool.dialect,
        content=content,
        posts=content,
        extensions=(*MARKDOWN, ".mdx"),
        ignored=tool.ignored,
        ignored_names=(*RUBBISH, "dist", "build"),
        assets=("", "static", "public", *content),
        timezone=tool.timezone,
        is_draft=unpublished,
        config=python_literals(probe.text(mark)) if mark == "pelicanconf.py" else {},
        config_file=mark,
    )


def python_literals(script: str) -> dict[str, Any]:
    """The settings of a Python file that are plain values; nothing of it is run."""
    try:
        lines = ast.parse(script).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Any] = {}
    for line in lines:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            _keep_literal(found, line.targets[0].id, line.value)
    return found


def _keep_literal(found: dict[str, Any], name: str, value: ast.expr) -> None:
    try:
        found[name] = ast.literal_eval(value)
    except (ValueError, TypeError, RecursionError, MemoryError):
        found.pop(name, None)
