"""Prints how often the preview is what the site shows, and where it is not.

``python -m tests.measure.agreement [--engine kramdown|goldmark|mkdocs] [--flavour NAME]``
renders the posts of the large test data that hold no template tags and compares
the DOM with that of the engine itself: kramdown by Ruby or, where that is not
installed, as recorded in the data; Hugo with a layout that prints the content.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from reviewer.render.flavours.registry import FLAVOURS, flavour_for
from reviewer.site.engines.detection import detect
from tests.measure.agreement_dom import Event, tree
from tests.measure.agreement_engines import (
    Sample,
    goldmark,
    kramdown,
    kramdown_recorded,
    mkdocs,
)
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reviewer.render.flavours.flavour import Flavour

ENGINES = {
    "kramdown": ("jekyll", kramdown),
    "recorded": ("jekyll", kramdown_recorded),
    "goldmark": ("hugo", goldmark),
    "mkdocs": ("mkdocs", mkdocs),
}
"""The engine of the site and what yields its posts."""


class Result(NamedTuple):
    """One post: what differs first (nothing where they agree), and the time it took."""

    sample: Sample
    difference: str
    context: str
    seconds: float


def compare(sample: Sample, flavour: Flavour) -> Result:
    """Render a post and find the first difference."""
    begun = time.perf_counter()
    html = flavour.to_html(sample.body)
    seconds = time.perf_counter() - begun
    ours, theirs = tree(html), tree(sample.html)
    if ours == theirs:
        return Result(sample, "", "", seconds)
    return Result(sample, *_difference(ours, theirs), seconds)


def _difference(ours: list[Event], theirs: list[Event]) -> tuple[str, str]:
    at = next(
        (n for n, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]),
        min(len(ours), len(theirs)),
    )
    left, right = ours[at : at + 1], theirs[at : at + 1]
    context = f"    ours   {ours[at : at + 3]}\n    theirs {theirs[at : at + 3]}"
    return f"{_kind(left, right)} {_kind(right, left)}", context


def _kind(events: list[Event], others: list[Event]) -> str:
    if not events:
        return "end"
    event = events[0]
    if event[0] == "text" and others and others[0][0] == "text":
        matcher = SequenceMatcher(None, event[1][:400], others[0][1][:400], autojunk=False)
        first = next((op for op in matcher.get_opcodes() if op[0] != "equal"), None)
        return f"text {event[1][first[1] : first[2]][:12]!r}" if first else "text"
    return event[0] if event[0] == "text" else f"{event[0]}{event[1]}"


def report(results: Iterable[Result], shown: int) -> None:
    """Print the agreement of each site and the classes of differences."""
    by_site: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_site[result.sample.site].append(result)
    everything = [result for each in by_site.values() for result in each]
    for site, each in [*sorted(by_site.items()), ("all", everything)]:
        good = sum(not result.difference for result in each)
        print(f"{site:20} {good:5} of {len(each):5}  {good / max(len(each), 1):7.2%}")
    taken = sum(result.seconds for result in everything)
    print(f"{taken / max(len(everything), 1) * 1000:.1f} ms a post")
    wrong = [result for result in everything if result.difference]
    for kind, count in Counter(result.difference for result in wrong).most_common(25):
        print(f"{count:5}  {kind}")
    for result in wrong[:shown]:
        print(f"{result.sample.site}/{result.sample.path}\n{result.context}")


class _Flavours(dict[str, "Flavour"]):
    """The flavour of each site; MkDocs renders with the site's own configuration."""

    def __init__(self, folder: Path, engine: str) -> None:
        super().__init__()
        self._folder = folder
        self._engine = engine

    def __missing__(self, site: str) -> Flavour:
        root = self._folder / "dev" / "sites" / site
        config = detect(root).config if self._engine == "mkdocs" else {}
        self[site] = flavour_for(self._engine, config, root)
        return self[site]


def main() -> int:
    """Measure one flavour against one engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, default="kramdown")
    parser.add_argument("--flavour", choices=FLAVOURS)
    parser.add_argument("--show", type=int, default=0, help="so many posts that differ")
    args = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    engine, samples = ENGINES[args.engine]
    chosen = FLAVOURS[args.flavour]({}) if args.flavour else None
    flavours = _Flavours(folder, engine)
    report((compare(each, chosen or flavours[each.site]) for each in samples(folder)), args.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
