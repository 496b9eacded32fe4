"""An old folder starts green: only what is new counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks import baseline
from reviewer.checks.sieve import Sieve
from reviewer.schema.finding import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

OLD = Finding("missing-field", Severity.WARNING, "Title is missing.", ("title",))
ITEM = Finding("empty-item", Severity.WARNING, "This item is empty.", ("tldr", 1))
NEW = Finding("bad-url", Severity.ERROR, "This is not an address.", ("url",))
DATA = {"url": "x", "tldr": ["a", ""]}


def write(root: Path, text: str) -> None:
    (root / ".reviewer").mkdir()
    (root / baseline.FILE).write_text(text, encoding="utf-8")


def test_known_findings_are_set_aside(tmp_path: Path) -> None:
    write(tmp_path, baseline.written([("a.md", DATA, [OLD, ITEM])]))
    sifted = Sieve.of(tmp_path).sift("a.md", DATA, [OLD, ITEM, NEW])
    assert (sifted.told, sifted.known) == ((NEW,), (OLD, ITEM))


def test_items_are_known_wherever_they_stand(tmp_path: Path) -> None:
    write(tmp_path, baseline.written([("a.md", DATA, [ITEM])]))
    moved = Finding("empty-item", Severity.WARNING, "This item is empty.", ("tldr", 0))
    assert Sieve.of(tmp_path).sift("a.md", {"tldr": [""]}, [moved]).told == ()


def test_the_same_finding_in_another_post_is_new(tmp_path: Path) -> None:
    write(tmp_path, baseline.written([("a.md", DATA, [OLD])]))
    assert Sieve.of(tmp_path).sift("b.md", DATA, [OLD]).told == (OLD,)


def test_baseline_counts_only_where_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, baseline.written([("a.md", DATA, [OLD])]))
    assert Sieve.of(tmp_path, with_baseline=False).sift("a.md", DATA, [OLD]).told == (OLD,)


def test_lines_are_in_order_whatever_the_posts_were() -> None:
    posts = [("b.md", DATA, [NEW, OLD]), ("a.md", DATA, [OLD])]
    text = baseline.written(posts)
    assert text == baseline.written(reversed(posts))
    assert len(text.splitlines()) == 3


def test_broken_lines_cost_a_notice_each(tmp_path: Path) -> None:
    good = baseline.written([("a.md", DATA, [OLD])])
    write(tmp_path, "<<<<<<< ours\n" + good + '["a"]\n\n')
    found = baseline.load(tmp_path)
    assert [each.line for each in found.notices] == [1, 3]
    assert len(found.known) == 1


def test_folder_without_a_baseline(tmp_path: Path) -> None:
    assert baseline.load(tmp_path) == baseline.Baseline()
