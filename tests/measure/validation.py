"""Prints how validation fares on real sites: what it flags, and which seeded faults it finds.

Run as ``python -m tests.measure.validation``. For each site: engine, posts,
share of posts with an error and with a warning, seconds for reading, learning
and checking; then faults planted one at a time into posts that had none of
that kind, by sort of fault.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.engine import check_entry
from reviewer.schema.finding import Severity
from reviewer.schema.validation import validate
from reviewer.site.entries import Entry, read_entries
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.inference import Schema

SEED = 20260201
FAULTS_PER_SITE = 100


@dataclass(frozen=True)
class Site:
    """A folder that has been read and learnt from."""

    folder: Folder
    entries: list[Entry]
    schema: Schema
    read_seconds: float
    learn_seconds: float


def load(root: Path) -> Site:
    """Read and learn, with the time each takes."""
    folder = Folder.open(root)
    entries: list[Entry] = []
    start = time.perf_counter()
    read_entries(folder, lambda batch, _done, _total: entries.extend(batch))
    middle = time.perf_counter()
    schema = learn(folder.engine, entries)
    return Site(folder, entries, schema, middle - start, time.perf_counter() - middle)


def flagged(site: Site) -> tuple[float, float, float]:
    """Shares of posts with an error and with a warning, and the seconds it took."""
    start = time.perf_counter()
    worst: Counter[Severity] = Counter()
    for entry in site.entries:
        content_type = site.schema.type_for(entry.path, entry.data)
        found = check_entry(entry, content_type, site.folder.engine.dialect)
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


FAULTS: dict[str, Callable[[Any, Field, random.Random], Any]] = {
    "misspelt option": misspelt,
    "wrong type": wrong_type,
    "impossible date": impossible_date,
    "out of range": out_of_range,
}


def planted(entry: Entry, content_type: ContentType, chance: random.Random) -> Iterator[Any]:
    """Faults for one post: (sort, path, data with the fault)."""
    for field in content_type.fields:
        if field.name not in entry.data:
            continue
        if field.required:
            rest = {key: value for key, value in entry.data.items() if key != field.name}
            yield "missing field", (field.name,), rest
        for sort, make in FAULTS.items():
            fault = make(entry.data[field.name], field, chance)
            if fault is not None:
                yield sort, (field.name,), {**entry.data, field.name: fault}


def seeded(site: Site, chance: random.Random) -> tuple[Counter[str], Counter[str]]:
    """How many faults of each sort were planted, and how many found."""
    sown: Counter[str] = Counter()
    found: Counter[str] = Counter()
    dialect = site.folder.engine.dialect
    entries = [entry for entry in site.entries if entry.data]
    while entries and sown.total() < FAULTS_PER_SITE:
        entry = chance.choice(entries)
        content_type = site.schema.type_for(entry.path, entry.data)
        faults = list(planted(entry, content_type, chance))
        if not faults:
            entries.remove(entry)
            continue
        sorts = sorted({fault[0] for fault in faults})
        wanted = chance.choice(sorts)
        sort, path, data = chance.choice([fault for fault in faults if fault[0] == wanted])
        sown[sort] += 1
        told = validate(data, content_type, dialect=dialect)
        found[sort] += any(each.path[:1] == path for each in told)
    return sown, found


def main() -> None:
    """Print both tables."""
    data = corpora()
    if data is None:
        print("the large test data (shared/corpora) is not on this machine")
        return
    chance = random.Random(SEED)
    sown: Counter[str] = Counter()
    found: Counter[str] = Counter()
    print(f"{'site':18}{'engine':10}{'posts':>6}{'errors':>8}{'warnings':>9}", end="")
    print(f"{'read s':>8}{'learn s':>8}{'check s':>8}")
    for root in sorted((data / "dev" / "sites").iterdir()):
        site = load(root)
        errors, warnings, seconds = flagged(site)
        print(f"{root.name:18}{site.folder.engine.name:10}{len(site.entries):6}", end="")
        print(f"{errors:8.1%}{warnings:9.1%}{site.read_seconds:8.2f}", end="")
        print(f"{site.learn_seconds:8.2f}{seconds:8.2f}")
        more = seeded(site, chance)
        sown += more[0]
        found += more[1]
    print(f"\n{'seeded fault':18}{'planted':>8}{'found':>8}")
    for sort in sorted(sown):
        print(f"{sort:18}{sown[sort]:8}{found[sort] / sown[sort]:8.1%}")
    print(f"{'all':18}{sown.total():8}{found.total() / sown.total():8.1%}")


if __name__ == "__main__":
    main()
