"""Eleventy: Markdown anywhere under the input folder, except its own underscore folders."""

from __future__ import annotations

import re

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import PAPERS, RUBBISH, Engine
from reviewer.site.engines.probe import Probe, folder_path

CONFIGS = (
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
)
_INPUT = re.compile(r"""(?:\binput\s*:|setInputDirectory\()\s*["'`]([^"'`$]+)["'`]""")

_OPTION = re.compile(r"\b(linkify|breaks|typographer)\s*:\s*(true|false)\b")
_PLUGINS = {
    "footnotes": re.compile(r"markdown-it-footnote"),
    "tasks": re.compile(r"markdown-it-task-(?:lists|checkbox)"),
    "attributes": re.compile(r"markdown-it-attrs"),
}
_MARKDOWN_IT = re.compile(r"\bmarkdown-?it\b", re.IGNORECASE)


def recognise(probe: Probe) -> Engine | None:
    """Eleventy, by its configuration file or, with none, by its package."""
    name = probe.has_file(*CONFIGS)
    if not name and not probe.depends_on("@11ty/eleventy"):
        return None
    source = _input(probe.text(name) if name else "")
    return Engine(
        name="eleventy",
        label="Eleventy",
        dialect=Dialect.YAML_1_2,
        content=(source,),
        posts=(source,),
        extensions=(".md", ".mdx"),
        ignored=(*PAPERS, *_ignored(probe)),
        ignored_names=(*RUBBISH, "_includes", "_layouts", "_data", "dist"),
        assets=(source, "public", "static"),
        timezone="UTC",
        also={"permalink": "text"},  # beside false, for a post without a page
        config={"markdown-it": markdown_it_options(probe.text(name) if name else "")},
        config_file=name,
    )


def markdown_it_options(script: str) -> dict[str, bool]:
    """The options that a script gives to markdown-it; the script is read, never run."""
    if not _MARKDOWN_IT.search(script):
        return {}
    options = {name: value == "true" for name, value in _OPTION.findall(script)}
    return options | {name: True for name, found in _PLUGINS.items() if found.search(script)}


def _input(script: str) -> str:
    """The input folder that the script names; it is read, never run."""
    found = _INPUT.search(script)
    return folder_path(found[1], "") if found else ""


def _ignored(probe: Probe) -> tuple[str, ...]:
    lines = (line.strip() for line in probe.text(".eleventyignore").splitlines())
    return tuple(line.strip("/") for line in lines if line and line[0] not in "#!")
