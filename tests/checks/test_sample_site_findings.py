"""The sample site shows each kind of problem, each in a post of its own, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks.engine import check
from reviewer.document.post import Post
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.judged import entries_of
from tests.support.sites import sample_site

if TYPE_CHECKING:
    from reviewer.schema.finding import Finding

EXPECTED = {
    "_drafts/notes-night-trains.md": {"no-front-matter"},
    "_posts/2026-01-25-pension-fund-returns.md": {"wrong-type"},
    "_posts/2026-01-26-shipping-lane-reopens.md": {"duplicate-key"},
    "_posts/2026-01-27-airlines-cut-forecasts.md": {"missing-field"},
    "_posts/2026-01-27-wheat-prices-late-harvest.md": {"broken-front-matter"},
    "_posts/2026-01-29-solar-exports-rise.md": {"bad-url"},
    "_posts/2026-01-30-chip-makers-raise-investment.md": {"unusual-value", "out-of-range"},
    "_posts/2026-02-01-ford-xiaomi-ev-partnership.md": {"no-time-zone"},
    "_posts/2026-02-28-copper-prices-new-high.md": {"bad-date"},
}


@pytest.fixture(scope="module")
def findings() -> dict[str, tuple[Finding, ...]]:
    folder = Folder.open(sample_site())
    entries = entries_of(folder)
    schema = learn(folder.engine, entries)
    found: dict[str, tuple[Finding, ...]] = {}
    for entry in entries:
        data = (folder.root / entry.path).read_bytes()
        post = Post.from_bytes(data, dialect=folder.engine.dialect)
        found[entry.path] = check(post, schema.type_for(entry.path, entry.data))
    return found


def test_each_problem_stands_in_its_post(findings: dict[str, tuple[Finding, ...]]) -> None:
    shown = {path: {each.source for each in found} for path, found in findings.items() if found}
    assert shown == EXPECTED


def test_most_posts_are_clear(findings: dict[str, tuple[Finding, ...]]) -> None:
    assert sum(not found for found in findings.values()) > len(findings) / 2


def test_messages_of_the_design(findings: dict[str, tuple[Finding, ...]]) -> None:
    def only(name: str, source: str) -> tuple[str, str]:
        (found,) = [each for each in findings[f"_posts/{name}.md"] if each.source == source]
        return (found.message, found.fixes[0].label)

    assert only("2026-02-01-ford-xiaomi-ev-partnership", "no-time-zone") == (
        "No time zone: the site reads this as UTC.",
        "Add +00:00",
    )
    assert only("2026-02-28-copper-prices-new-high", "bad-date") == (
        "There is no 31 February.",
        "Use 28 Feb",
    )
    assert only("2026-01-30-chip-makers-raise-investment", "unusual-value") == (
        "5 posts write “News”.",
        "Use News",
    )
