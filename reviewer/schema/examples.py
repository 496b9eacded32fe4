"""How posts write their keys: the raw text of typical values, and the keys' order.

A new value is written in the style that the folder gives its key, so what
matters here is quotes, flow or block, and indentation, not the value itself.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LOOKED_AT = 40
"""Posts whose text is looked at per content type; styles hardly vary within one."""
LONGEST = 400

_YAML_KEY = re.compile(
    r"""(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s#"'\[{&*!|>%@`-][^\n:]*?|-[^\s:]+)\s*:(?=\s|$)"""
)
_TOML_KEY = re.compile(r"""(?P<key>"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)\s*=(?=\s|\S)""")


def styles(texts: Sequence[str]) -> dict[str, str]:
    """For each top-level key the raw text of a value in the commonest style."""
    found: dict[str, list[str]] = {}
    step = max(1, len(texts) // LOOKED_AT)
    for text in texts[::step]:
        for key, raw in raw_values(text).items():
            found.setdefault(key, []).append(raw)
    return {key: _typical(raws) for key, raws in found.items()}


def raw_values(text: str) -> dict[str, str]:
    """Top-level keys of a YAML or TOML block with their values as written.

    A value that begins on the line after its key keeps the line end before it.
    JSON has but one style and gives nothing.
    """
    if text.lstrip().startswith("{"):
        return {}
    pattern = _TOML_KEY if _is_toml(text) else _YAML_KEY
    values: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        found = pattern.match(line)
        if found:
            lines = values[found["key"].strip("\"'")] = [line[found.end() :].strip()]
        elif line.startswith((" ", "\t", "-", "]", "}")) and lines:
            lines.append(line.rstrip())
    return {key: "\n".join(lines) for key, lines in values.items()}


def _is_toml(text: str) -> bool:
    first = next((line for line in text.splitlines() if line.strip() and line[0] != "#"), "")
    return _TOML_KEY.match(first) is not None


def _typical(raws: list[str]) -> str:
    usable = [raw for raw in raws if raw and len(raw) <= LONGEST]
    if not usable:
        return ""
    usual = Counter(_style(raw) for raw in usable).most_common(1)[0][0]
    return next(raw for raw in usable if _style(raw) == usual)


def _style(raw: str) -> str:
    if raw.startswith("\n"):
        block = raw.lstrip("\n")
        return "block " + block[: len(block) - len(block.lstrip())] + block.lstrip()[:1]
    return raw[0] if raw[0] in "\"'[{|>" else "plain"


def usual_order(posts: Iterable[Mapping[Any, Any]]) -> list[Any]:
    """All keys in the order in which most posts have them.

    Frequent keys are placed first; each further key goes where it agrees with
    the most posts that have both it and its neighbours.
    """
    shapes = Counter(tuple(data) for data in posts)
    counts: Counter[Any] = Counter()
    before: Counter[tuple[Any, Any]] = Counter()
    for keys, number in shapes.most_common(SHAPES):
        for index, key in enumerate(keys):
            counts[key] += number
            for later in keys[index + 1 :]:
                before[key, later] += number
    ordered: list[Any] = []
    for key, _number in counts.most_common():
        ordered.insert(_best_place(key, ordered, before), key)
    return ordered


SHAPES = 400
"""Different sets of keys that are looked at; the rarest of a large folder decide nothing."""


def _best_place(key: Any, ordered: list[Any], before: Counter[tuple[Any, Any]]) -> int:
    """The place that contradicts the fewest posts; the last of equally good ones."""
    gain = best = place = 0
    for index, other in enumerate(ordered, start=1):
        gain += before[other, key] - before[key, other]
        if gain >= best:
            best, place = gain, index
    return place
