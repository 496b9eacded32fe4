"""The configurations of two real sites are imported whole, and agree with the posts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.schema.imports.attributes import UNKNOWN
from reviewer.schema.imports.find import find, load
from tests.measure.imports import measured
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from reviewer.schema.imports.report import Imported

SITES = {
    "18f-jekyll": ("decap", 4, 36),
    "obsidian-tasks": ("obsidian", 1, 40),
}
"""Format, content types, and fields at their top."""


def imported(site: str) -> Imported:
    (source,) = find(require_corpora() / "dev" / "sites" / site)
    return load(source)


@pytest.mark.parametrize("site", SITES)
def test_all_types_and_fields_are_imported(site: str) -> None:
    found = imported(site)
    form, types, fields = SITES[site]
    assert (found.source.format, len(found.types)) == (form, types)
    assert sum(len(each.fields) for each in found.types) == fields
    assert not [field for each in found.types for field in each.fields if field.kind == "opaque"]


@pytest.mark.parametrize("site", SITES)
def test_nothing_is_unknown_or_wrong(site: str) -> None:
    found = imported(site)
    assert found.problems == ()
    assert not [notice for notice in found.ignored if notice.why == UNKNOWN]


@pytest.mark.parametrize("site", SITES)
def test_nearly_all_fields_agree_with_what_posts_show(site: str) -> None:
    rows = measured(require_corpora() / "dev" / "sites" / site)
    assert rows
    assert sum(row.agrees for row in rows) >= 0.95 * len(rows)
