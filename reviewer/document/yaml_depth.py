"""Refuses YAML that is nested so deeply that the C loader would take the whole program with it.

PyYAML's C loader builds its nodes by recursion that Python does not watch: a
hundred thousand brackets overflow the stack, and the process is gone. Its event
stream does not recurse, so that is asked first. (Front matter is read from
events alone and has no need of this.)
"""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 500
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def refuse_deep(text: str | bytes) -> None:
    """Raise ``ValueError`` for more than ``DEEPEST`` levels, ``YAMLError`` for what is no YAML."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise ValueError(f"nested more than {DEEPEST} levels deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
