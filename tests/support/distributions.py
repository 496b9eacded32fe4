"""How real posts are distributed: sizes, numbers of fields, ways of writing YAML.

What the generator of posts draws from. Where the large test data is at hand it
is counted there, else the figures that were counted once stand in; only figures
are kept, never anybody's text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from random import Random

STEPS = 20
LONGEST_BODY = 30_000
"""A book in one file is real, and would decide the figures of a whole run by chance."""

_HEAD = re.compile(rb"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_VALUE = re.compile(r"^[\w-]+:[ \t]+(\S.*)$", re.MULTILINE)
_FIELD = re.compile(r"^[\w-]+:", re.MULTILINE)
_DATE = re.compile(r"^date:[ \t]*(.*\S)", re.MULTILINE)
_LIST = re.compile(r":[ \t]*\n( *)- ")
_DATE_SHAPES = {
    "9999-99-99": "day",
    "9999-99-99 99:99": "minute",
    "9999-99-99 99:99:99": "second",
    "9999-99-99 99:99:99 +9999": "zone",
    "9999-99-99 99:99:99 -9999": "zone",
    "'9999-99-99'": "quoted",
}


@dataclass(frozen=True)
class Quantiles:
    """A distribution as its quantiles, from the least to the greatest, evenly spaced."""

    values: tuple[int, ...]

    @classmethod
    def of(cls, found: Iterable[int]) -> Quantiles:
        """The quantiles of what was counted."""
        ordered = sorted(found)
        last = len(ordered) - 1
        return cls(tuple(ordered[round(last * step / STEPS)] for step in range(STEPS + 1)))

    def draw(self, chance: Random) -> int:
        """One value, as likely as it is among those counted."""
        place = chance.random() * (len(self.values) - 1)
        below = int(place)
        low, high = self.values[below], self.values[below + 1]
        return round(low + (high - low) * (place - below))


@dataclass(frozen=True)
class Weights:
    """Names, each with how often it was seen."""

    counts: Mapping[str, int]

    def draw(self, chance: Random) -> str:
        """One name, as likely as it was seen."""
        return chance.choices(tuple(self.counts), tuple(self.counts.values()))[0]


@dataclass(frozen=True)
class Distribution:
    """What real posts are like; shares are of 1."""

    bodies: Quantiles
    fields: Quantiles
    quoting: Weights
    lists: Weights
    dates: Weights
    folded: float
    comments: float
    crlf: float


BUILT_IN = Distribution(
    bodies=Quantiles(
        (
            *(0, 38, 107, 214, 380, 596, 846, 1172, 1555, 1880, 2265),
            *(2737, 3416, 3918, 4810, 5693, 6848, 8631, 11285, 17471, LONGEST_BODY),
        )
    ),
    fields=Quantiles((1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 5, 5, 5, 5, 5, 6, 6, 7, 7, 8, 17)),
    quoting=Weights({"plain": 5681, "double": 1290, "single": 80}),
    lists=Weights({"flow": 1718, "block": 902, "indented": 315}),
    dates=Weights({"day": 378, "quoted": 17, "minute": 17, "zone": 12, "second": 6}),
    folded=0.022,
    comments=0.014,
    crlf=0.001,
)
"""As counted in ten public sites with three thousand posts."""


@cache
def real_distribution() -> Distribution:
    """Counted in the large test data where that is at hand, else the built-in figures."""
    data = corpora()
    sites = data / "dev" / "sites" if data else None
    return counted(sites) if sites is not None and sites.is_dir() else BUILT_IN


def counted(sites: Path) -> Distribution:
    """The distribution of all posts with a title in a folder of sites."""
    posts = list(_posts(sites))
    heads = [head for head, _, _ in posts]
    return Distribution(
        bodies=Quantiles.of(min(size, LONGEST_BODY) for _, size, _ in posts),
        fields=Quantiles.of(len(_FIELD.findall(head)) for head in heads),
        quoting=_weights(heads, _VALUE.findall, _quoting),
        lists=_weights(heads, _lists, str),
        dates=_weights(heads, _DATE.findall, _date_shape),
        folded=_share(heads, re.compile(r": *[|>][-+]?$", re.MULTILINE)),
        comments=_share(heads, re.compile(r"^ *#| #", re.MULTILINE)),
        crlf=sum(crlf for _, _, crlf in posts) / len(posts),
    )


def _posts(sites: Path) -> Iterator[tuple[str, int, bool]]:
    """Of each post: its front matter, the size of its body, whether its lines end in CRLF."""
    for file in sorted(sites.rglob("*.md")):
        data = file.read_bytes()
        found = _HEAD.match(data)
        if found and b"title:" in found[1]:
            head = found[1].decode("utf-8", "replace").replace("\r\n", "\n")
            yield head, len(data) - found.end(), b"\r\n" in found[0]


def _weights(
    heads: Sequence[str],
    values: Callable[[str], Iterable[str]],
    kind: Callable[[str], str],
) -> Weights:
    counts = Counter(kind(value) for head in heads for value in values(head))
    counts.pop("", None)
    return Weights(counts)


def _quoting(value: str) -> str:
    return {'"': "double", "'": "single", "[": "", "{": "", "|": "", ">": ""}.get(value[0], "plain")


def _lists(head: str) -> list[str]:
    block = ["indented" if indent else "block" for indent in _LIST.findall(head)]
    return block + ["flow" for value in _VALUE.findall(head) if value.startswith("[")]


def _date_shape(value: str) -> str:
    return _DATE_SHAPES.get(re.sub(r"\d", "9", value), "")


def _share(heads: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.search(head)) for head in heads) / len(heads)
