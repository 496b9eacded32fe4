"""The sample's long post, made by a machine: what an editor would find in it, and nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.library import Library
from tests.support.sites import sample_site

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.schema.finding import Finding

POST = "_posts/2026-02-01-ford-xiaomi-ev-partnership.md"
FOUND = {"invented-address", "source-without-link", "heading-against-title", "no-time-zone"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(sample_site(), tmp_path / "site")


def found(root: Path) -> list[Finding]:
    """All that is said of the post, hints aside."""
    with Library.open(root) as library:
        library.refresh(lambda _news: None)
        library.learn()
        library.heed()
        library.check(lambda _checked, _done, _total: None)
        library.examine(lambda _checked, _done, _total: None)
        told = dict(library.told(library.sieve))
        return [each for each in told[POST] if each.severity.label != "hint"]


def change(root: Path, before: str, after: str) -> None:
    path = root / POST
    text = path.read_text("utf-8")
    assert text.count(before) >= 1
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_what_is_wrong_with_it(root: Path) -> None:
    assert sorted(each.source for each in found(root)) == sorted(FOUND)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "$6-11 billion",
            "$7-11 billion",
            "Point 3 says $7-11 billion; the body says $6-11 billion.",
        ),
        ("$2-3 billion", "$2-4 billion", "Point 2 says $2-4 billion; the body says $2-3 billion."),
        (
            "12,000-15,000",
            "12,000-16,000",
            "Point 2 says 12,000-16,000; the body says 12,000-15,000.",
        ),
        ("5,000 direct", "6,000 direct", "Point 2 says 6,000; the body says 5,000."),
    ],
)
def test_one_changed_figure_is_one_finding(
    root: Path, before: str, after: str, message: str
) -> None:
    change(root, before, after)
    (new,) = [each for each in found(root) if each.source not in FOUND]
    assert (new.source, new.message) == ("figure-not-in-body", message)


@pytest.mark.parametrize("other", ["$6–11bn", "$6 billion to $11 billion", "US$6-11bn"])
def test_other_ways_to_write_a_figure_are_none(root: Path, other: str) -> None:
    change(root, "$6-11 billion", other)
    assert {each.source for each in found(root)} == FOUND
