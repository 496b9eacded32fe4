"""Prints how validation fares on real sites: what it flags, and which seeded faults it finds.

Run as ``python -m tests.measure.validation``. For each site: engine, posts,
share of posts with an error and with a warning, seconds for reading, learning
and checking; then faults planted one at a time into posts that had none of
that kind, by sort of fault.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.engine import check_entry
from reviewer.resources import resource
from reviewer.schema.finding import Severity
from reviewer.schema.validation import validate
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.corpora import corpora
from tests.support.gathered import Gathered
from tests.support.judged import entries_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.schema.field import Field
    from reviewer.schema.inference import Schema
    from reviewer.site.entries import Entry

SEED = 20260201
FAULTS = 1_000
MOST_ERRORS, FEWEST_FOUND = 0.02, 0.95
"""What is aimed at: posts of a site with an error, and seeded faults found."""
SAMPLE = "sample-site"
"""Its scores are on a scale, which few real sites have; its own findings are on purpose."""


@dataclass(frozen=True)
class Site:
    """A folder that has been read and learnt from."""

    folder: Folder
    entries: list[Entry]
    schema: Schema
    posts: Gathered
    read_seconds: float
    learn_seconds: float


@dataclass(frozen=True)
class Fault:
    """A post with one fault: of which sort, in which field, and its front matter then."""

    sort: str
    entry: Entry
    field: str
    data: dict[Any, Any]


def load(root: Path) -> Site:
    """Read and learn, with the time each takes."""
    folder = Folder.open(root)
    start = time.perf_counter()
    entries = entries_of(folder)
    middle = time.perf_counter()
    schema = learn(folder.engine, entries, root)
    seconds = time.perf_counter() - middle
    posts = Gathered.of((each.path, each.data) for each in entries)
    return Site(folder, entries, schema, posts, middle - start, seconds)


def flagged(site: Site) -> tuple[float, float, float]:
    """Shares of posts with an error and with a warning, and the seconds it took."""
    start = time.perf_counter()
    worst: Counter[Severity] = Counter()
    for entry in site.entries:
        content_type = site.schema.type_for(entry.path, entry.data)
        around = site.posts.around(entry.path)
        found = check_entry(entry, content_type, site.folder.engine.dialect, around)
        worst.update({each.severity for each in found})
    seconds = time.perf_counter() - start
    total = max(len(site.entries), 1)
    return worst[Severity.ERROR] / total, worst[Severity.WARNING] / total, seconds


def misspelt(value: Any, field: Field, chance: random.Random) -> Any:
    """A letter dropped, doubled or swapped in a usual value; None where there is none."""
    known = {option.value for option in field.options}
    if field.kind != "enum" or value not in known or len(value) < 5 or not value.isalpha():
        return None
    at = chance.randrange(1, len(value) - 1)
    slips = (
        value[:at] + value[at + 1 :],
        value[:at] + value[at] + value[at:],
        value[:at] + value[at + 1] + value[at] + value[at + 2 :],
    )
    return next((slip for slip in chance.sample(slips, 3) if slip not in known), None)


def wrong_type(_value: Any, field: Field, _chance: random.Random) -> Any:
    """A list in place of one value, a word in place of a number, a switch or a group."""
    if field.also or field.kind == "opaque":
        return None
    return "many" if field.kind in ("int", "float", "bool", "object", "list", "tags") else [[1]]


def impossible_date(_value: Any, field: Field, _chance: random.Random) -> Any:
    """A day that no calendar has."""
    return "2026-02-31" if field.kind in ("date", "datetime") else None


def out_of_range(_value: Any, field: Field, _chance: random.Random) -> Any:
    """Ten times the greatest usual number."""
    return None if field.maximum is None else field.maximum * 10 + 1


SORTS: dict[str, Callable[[Any, Field, random.Random], Any]] = {
    "misspelt option": misspelt,
    "wrong type": wrong_type,
    "impossible date": impossible_date,
    "out of range": out_of_range,
}


def planted(entry: Entry, site: Site, chance: random.Random) -> Iterator[Fault]:
    """Faults for one post."""
    content_type = site.schema.type_for(entry.path, entry.data)
    for field in content_type.fields:
        if field.name not in entry.data:
            continue
        if field.required:
            rest = {key: value for key, value in entry.data.items() if key != field.name}
            yield Fault("missing field", entry, field.name, rest)
        if field.unique:
            yield from twice(entry, site, field, chance)
        for sort, make in SORTS.items():
            fault = make(entry.data[field.name], field, chance)
            if fault is not None:
                yield Fault(sort, entry, field.name, {**entry.data, field.name: fault})


def twice(entry: Entry, site: Site, field: Field, chance: random.Random) -> Iterator[Fault]:
    """The value that another post has in a field that should tell posts apart."""
    other = chance.choice(site.entries)
    value = other.data.get(field.name)
    if value and value != entry.data[field.name]:
        sort = "duplicate slug or title"
        yield Fault(sort, entry, field.name, {**entry.data, field.name: value})


def is_found(fault: Fault, site: Site) -> bool:
    """Whether validation tells of the field."""
    entry = fault.entry
    content_type = site.schema.type_for(entry.path, fault.data)
    told = validate(
        fault.data,
        content_type,
        dialect=site.folder.engine.dialect,
        neighbours=site.posts.around(entry.path),
    )
    return any(each.path[:1] == (fault.field,) for each in told)


def seeded(sites: list[Site], chance: random.Random) -> tuple[Counter[str], Counter[str]]:
    """How many faults of each sort were planted, as evenly as the posts allow, and found."""
    sown: Counter[str] = Counter()
    found: Counter[str] = Counter()
    posts = [(site, [entry for entry in site.entries if entry.data]) for site in sites]
    while sown.total() < FAULTS:
        site, entries = chance.choice(posts)
        entry = chance.choice(entries)
        faults = list(planted(entry, site, chance))
        if faults:
            fewest = min(sown[each.sort] for each in faults)
            fault = chance.choice([each for each in faults if sown[each.sort] == fewest])
            sown[fault.sort] += 1
            found[fault.sort] += is_found(fault, site)
    return sown, found


def main() -> int:
    """Print both tables; returns 1 where an aim is missed."""
    data = corpora()
    if data is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    chance = random.Random(SEED)
    print(f"{'site':18}{'engine':10}{'posts':>6}{'errors':>8}{'warnings':>9}", end="")
    print(f"{'read s':>8}{'learn s':>8}{'check s':>8}")
    sites = [load(root) for root in sorted((data / "dev" / "sites").iterdir())]
    most = 0.0
    for site in sites:
        errors, warnings, seconds = flagged(site)
        most = max(most, errors)
        print(f"{site.folder.name:18}{site.folder.engine.name:10}{len(site.entries):6}", end="")
        print(f"{errors:8.1%}{warnings:9.1%}{site.read_seconds:8.2f}", end="")
        print(f"{site.learn_seconds:8.2f}{seconds:8.2f}")
    sown, found = seeded([*sites, load(resource(SAMPLE))], chance)
    print(f"\n{'seeded fault':24}{'planted':>8}{'found':>8}")
    for sort in sorted(sown):
        print(f"{sort:24}{sown[sort]:8}{found[sort] / sown[sort]:8.1%}")
    share = found.total() / sown.total()
    print(f"{'all':24}{sown.total():8}{share:8.1%}")
    print(f"\nmost errors of a site: {most:.1%} (aim: at most {MOST_ERRORS:.0%})")
    print(f"seeded faults found: {share:.1%} (aim: at least {FEWEST_FOUND:.0%})")
    return int(most > MOST_ERRORS or share < FEWEST_FOUND)


if __name__ == "__main__":
    sys.exit(main())
