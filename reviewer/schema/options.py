"""Sets of values and scales of numbers that a folder's posts keep to.

Robust on purpose: one misspelt category among many posts is a slip and not an
option, one score of 42 among scores from 1 to 10 does not widen the scale.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.field import Option
from reviewer.schema.kinds.choices import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_OPTIONS = 30
LONGEST_OPTION = 40
FEWEST_POSTS = 5
SETTLED_POSTS = 20
POSTS_PER_OPTION = 10
SUGGESTIONS = 400
SCALES = ((0.0, 1.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0))
PERCENT = (0.0, 100.0)
PERCENT_NAMES = ("percent", "score", "rating", "confidence", "share")
COUNTING_NAMES = ("weight", "order", "position", "rank", "index", "priority", "version", "number")
STRAYS = 0.02
FEWEST_LENGTHS = 40
_STEPS = (10, 15, 20, 30, 40, 50, 60, 80)
ROUND = (0, 1, 2, 3, 5, 8, *(step * size for size in (1, 10, 100, 1000) for step in _STEPS))
"""Lengths are rounded to these, so that one more post does not move the band."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a field's values have in common; ``few`` when they are a choice among few."""

    options: tuple[Option, ...] = ()
    few: bool = False
    closed: bool = False


def choices(counts: Counter[str]) -> Choices:
    """The options among these texts, most used first, slips and rarities left out."""
    total = counts.total()
    if total < FEWEST_POSTS or len(counts) > total * 0.8:
        return Choices()
    repeated = {value: number for value, number in counts.items() if number > 1}
    if max(map(len, repeated)) > LONGEST_OPTION or any("\n" in value for value in repeated):
        return Choices()
    kept = without_slips(Counter(repeated), total)
    options = tuple(Option(value, "", number) for value, number in kept.most_common(SUGGESTIONS))
    few = len(kept) <= MOST_OPTIONS and len(kept) * 2.5 <= total and kept.total() >= 0.9 * total - 1
    strays = total - kept.total()
    settled = total >= max(SETTLED_POSTS, POSTS_PER_OPTION * len(kept))
    closed = few and len(kept) > 1 and settled and strays <= max(1, STRAYS * total)
    return Choices(options, few, closed)


def without_slips(counts: Counter[str], total: int) -> Counter[str]:
    """The values without those that are rare and resemble one used far more often."""
    rare = max(2.0, 0.01 * total)
    common = [Option(value, "", number) for value, number in counts.items() if number > rare]
    by_fold = {folded(option.value): option for option in sorted(common, key=lambda o: o.count)}
    few = len(counts) <= MOST_OPTIONS * 3
    kept = Counter(counts)
    for value, number in counts.items():
        if number > rare:
            continue
        meant = nearest(value, common) if few else by_fold.get(folded(value))
        if meant is not None and meant.count >= 5 * number:
            del kept[value]
    return kept


def length_band(texts: Sequence[str]) -> tuple[int, int] | None:
    """Between which lengths nearly all texts are, in round numbers; ``None`` of too few texts."""
    if len(texts) < FEWEST_LENGTHS:
        return None
    lengths = sorted(map(len, texts))
    edge = int(STRAYS * len(lengths))
    low, high = lengths[edge], lengths[-1 - edge]
    below = max(each for each in ROUND if each <= low or each == 0)
    above = next((each for each in ROUND if each >= high), None)
    return None if above is None else (below, above)


def scale(name: str, numbers: Sequence[float]) -> tuple[float | None, float | None]:
    """Least and greatest value of a usual scale, if the numbers fill one.

    Up to 2 % of the numbers (one in a small folder) may lie outside it. What
    only puts posts in an order is on no scale.
    """
    total = len(numbers)
    plain = name.lower()
    if total < FEWEST_POSTS or any(part in plain for part in COUNTING_NAMES):
        return (None, None)
    scales = (*SCALES, PERCENT) if any(part in plain for part in PERCENT_NAMES) else SCALES
    strays = max(1 if total >= 2 * FEWEST_POSTS else 0, int(STRAYS * total))
    for low, high in scales:
        inside = [number for number in numbers if low <= number <= high]
        if total - len(inside) <= strays and _fills(inside, low, high):
            return (low, high)
    return (None, None)


def _fills(numbers: Sequence[float], low: float, high: float) -> bool:
    """Whether the numbers repeat and spread over the scale, as counting numbers do not."""
    distinct = set(numbers)
    if len(distinct) < 3 or (len(numbers) < 1.3 * len(distinct) and high > 1):
        return False
    return max(distinct) >= low + 0.7 * (high - low)


def tag_options(items: Counter[Any]) -> tuple[Option, ...]:
    """Known tags with their counts, for completion; slips left out."""
    texts = Counter({item: number for item, number in items.items() if isinstance(item, str)})
    kept = without_slips(texts, max(texts.total(), 1))
    return tuple(Option(value, "", number) for value, number in kept.most_common(SUGGESTIONS))
