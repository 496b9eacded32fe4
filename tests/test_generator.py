"""The generated posts that benchmarks and end-to-end tests work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.folder import Folder
from tests.support.distributions import BUILT_IN, counted
from tests.support.generator import generate
from tests.support.judged import entries_of

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.entries import Entry

COUNT = 300


def read(root: Path) -> dict[str, Entry]:
    """What Reviewer reads in a folder."""
    return {entry.path: entry for entry in entries_of(Folder.open(root))}


def test_as_many_posts_are_made_as_were_asked_for(tmp_path: Path) -> None:
    paths = generate(tmp_path, COUNT, distribution=BUILT_IN)
    assert set(read(tmp_path)) == set(paths)
    assert len(set(paths)) == COUNT


def test_every_post_can_be_read_and_has_title_category_and_date(tmp_path: Path) -> None:
    generate(tmp_path, COUNT, distribution=BUILT_IN)
    for entry in read(tmp_path).values():
        assert not entry.problem
        assert entry.title
        assert entry.category
        assert entry.date


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    paths = generate(one, COUNT, seed=7, distribution=BUILT_IN)
    assert generate(other, COUNT, seed=7, distribution=BUILT_IN) == paths
    assert all((one / path).read_bytes() == (other / path).read_bytes() for path in paths)


def test_posts_lie_in_several_folders(tmp_path: Path) -> None:
    paths = generate(tmp_path, COUNT, distribution=BUILT_IN)
    assert len({path.rpartition("/")[0] for path in paths}) > 10


def test_a_distribution_is_counted_in_the_posts_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "A"\ndate: 2026-01-01 10:00\ntags: [x]\n---\n12345', encoding="utf-8"
    )
    found = counted(tmp_path)
    assert set(found.bodies.values) == {5}
    assert set(found.fields.values) == {3}
    assert found.dates.counts == {"minute": 1}
    assert found.lists.counts == {"flow": 1}
    assert found.quoting.counts["double"] == 1
