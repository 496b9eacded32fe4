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
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BANDS, ROWS = 12, 4
_BINS = BANDS * ROWS
_WORD = re.compile(r"\w+")
_MIXER, _MASK = 2_654_435_761, 0xFFFFFFFF


def bands_of(text: str, shingle: int) -> tuple[str, ...]:
    """The bands of a text, cut into runs of so many words; none of one that has fewer."""
    plain = " ".join(_WORD.findall(text.casefold()))
    ends = [found.end() for found in _WORD.finditer(plain)]
    if len(ends) < shingle:
        return ()
    starts = [0, *(end + 1 for end in ends)]
    data = [plain[a:b] for a, b in zip(starts, ends[shingle - 1 :], strict=False)]
    least = _least(crc32(each.encode("utf-8", "surrogatepass")) for each in data)
    return tuple(
        f"{band}-{crc32(repr(least[band * ROWS : (band + 1) * ROWS]).encode()):08x}"
        for band in range(BANDS)
    )


def _least(hashes: Iterable[int]) -> list[int]:
    """The least hash of every bin; an empty bin borrows from the next that is not."""
    least: dict[int, int] = {}
    for each in hashes:
        mixed = each * _MIXER & _MASK
        place = mixed % _BINS
        if mixed < least.get(place, _MASK + 1):
            least[place] = mixed
    filled = sorted(least)
    return [
        least[place]
        if place in least
        else least[next((each for each in filled if each > place), filled[0])] + place
        for place in range(_BINS)
    ]


def alike(sharing: Iterable[Sequence[str]]) -> Mapping[str, float]:
    """How alike the texts of other posts are, from who shares each band; the likest first."""
    counts = Counter(path for paths in sharing for path in paths)
    return {path: (count / BANDS) ** (1 / ROWS) for path, count in counts.most_common()}


def also_in(paths: Sequence[str]) -> str:
    """The first of some posts, and how many more there are."""
    more = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
    return f"{paths[0]}{more}"
