"""How alike texts are, by a few values that like texts share (MinHash).

Only values can be shared between posts, not texts. So each text is cut into
shingles of some words, whose hashes fall into bins; the least hash of every
bin is the same in two texts as likely as they are alike. Some bins together
are a band: texts that are alike by s share about s to the power of ``ROWS`` of
their bands. (One permutation hashing: the cost of a single hash per shingle.)
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BANDS, ROWS = 12, 4
_BINS = BANDS * ROWS
_WORD = re.compile(r"\w+")
_NONE = 1 << 32


@lru_cache(maxsize=8)
def bands_of(text: str, shingle: int) -> tuple[str, ...]:
    """The bands of a text, cut into runs of so many words; none of one that has fewer.

    Kept for a moment, since a rule asks once for what it shares and once for who shares it.
    """
    words = " ".join(_WORD.findall(text.casefold())).encode("utf-8", "surrogatepass").split(b" ")
    if len(words) < shingle:
        return ()
    least = _least(
        map(crc32, map(b" ".join, zip(*(words[n:] for n in range(shingle)), strict=False)))
    )
    rows = (least[start : start + ROWS] for start in range(0, _BINS, ROWS))
    return tuple(f"{band}-{crc32(repr(row).encode()):08x}" for band, row in enumerate(rows))


def _least(hashes: Iterable[int]) -> list[int]:
    """The least hash of every bin; an empty bin borrows from the next that is not."""
    least = [_NONE] * _BINS
    for each in hashes:
        place = each % _BINS
        if each < least[place]:
            least[place] = each
    filled = [place for place, each in enumerate(least) if each < _NONE]
    for place in (place for place, each in enumerate(least) if each == _NONE):
        lender = next((each for each in filled if each > place), filled[0])
        least[place] = least[lender] + place
    return least


def alike(sharing: Iterable[Sequence[str]]) -> Mapping[str, float]:
    """How alike the texts of other posts are, from who shares each band; the likest first."""
    counts = Counter(path for paths in sharing for path in paths)
    return {path: (count / BANDS) ** (1 / ROWS) for path, count in counts.most_common()}


def also_in(paths: Sequence[str]) -> str:
    """The first of some posts, and how many more there are."""
    more = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
    return f"{paths[0]}{more}"
