"""A value as YAML text, for what no other editor can hold, and back."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document import yaml_text

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path
    from reviewer.document.post import Post


def source_of(post: Post, path: Path, value: Any) -> str:
    """The value as the post writes it, without its indentation.

    Values of TOML and JSON, and such as lean on other parts of the post, are
    told in YAML of our own; it is shown only, what is written takes the post's style.
    """
    place = post.place(path)
    if place is None or post.format != "yaml":
        return dumped(value)
    start = place.value.start
    line = max(post.text.rfind(mark, 0, start) for mark in "\n\r") + 1
    written = " " * (start - line) + post.text[start : place.value.end]
    text = textwrap.dedent(written.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.lstrip()[:1] not in ("*", "&", "!") else dumped(value)


def dumped(value: Any) -> str:
    """The value in plain block YAML."""
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9)
    return text.removesuffix("\n...\n").removesuffix("\n")


def value_in(text: str, dialect: Dialect) -> Any:
    """The value that YAML text describes; raises ``BlockProblem`` where it cannot be read."""
    return yaml_text.read(text, dialect).data if text.strip() else None
