"""Accepted findings are kept with name, date and reason, and told no more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reviewer.checks.sieve import Sieve
from reviewer.checks.waivers import FOLDER, Waiver, load
from reviewer.schema.finding import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

DATA = {"score": 42, "tldr": ["a", ""]}
FINDING = Finding("out-of-range", Severity.WARNING, "42 is more than 10.", ("score",), 3)
POST = "_posts/a.md"


def waive(root: Path, reason: str = "A special issue: “100 %”.\nReally.") -> Waiver:
    waiver = Waiver.of(POST, FINDING, DATA, "Ines", date(2026, 2, 1), reason)
    path = root / waiver.file
    path.parent.mkdir(parents=True)
    path.write_text(waiver.text(), encoding="utf-8")
    return waiver


def test_waiver_reads_as_it_was_written(tmp_path: Path) -> None:
    waiver = waive(tmp_path)
    assert load(tmp_path).by_post == {POST: {waiver.mark: waiver}}
    assert (waiver.author, waiver.date, waiver.field) == ("Ines", "2026-02-01", "score")


def test_waived_finding_is_set_aside_with_its_waiver(tmp_path: Path) -> None:
    waiver = waive(tmp_path)
    sifted = Sieve.of(tmp_path).sift(POST, DATA, [FINDING])
    assert sifted.told == ()
    assert sifted.waived == ((FINDING, waiver),)


def test_waiver_holds_for_one_post_and_one_value(tmp_path: Path) -> None:
    waive(tmp_path)
    sieve = Sieve.of(tmp_path)
    assert sieve.sift("_posts/b.md", DATA, [FINDING]).told == (FINDING,)
    assert sieve.sift(POST, {"score": 43}, [FINDING]).told == (FINDING,)


def test_waiver_holds_wherever_the_finding_stands_and_whatever_its_words(tmp_path: Path) -> None:
    waive(tmp_path)
    moved = Finding("out-of-range", Severity.ERROR, "Too much.", ("score",), 9)
    assert Sieve.of(tmp_path).sift(POST, DATA, [moved]).told == ()


def test_moving_the_folder_moves_the_waivers(tmp_path: Path) -> None:
    waive(tmp_path)
    old = tmp_path / FOLDER / POST
    old.rename(old.with_name("b.md"))
    assert Sieve.of(tmp_path).sift("_posts/b.md", DATA, [FINDING]).told == ()


def test_file_that_is_no_waiver_costs_a_notice(tmp_path: Path) -> None:
    place = tmp_path / FOLDER / POST
    place.mkdir(parents=True)
    for name, content in (("a", b"- 1"), ("b", b"\xff\xfe"), ("c", b"a: ["), ("d", b"x" * 30_000)):
        (place / f"{name}.yml").write_bytes(content)
    found = load(tmp_path)
    assert found.by_post == {}
    assert len(found.notices) == 4
    assert Sieve.of(tmp_path).notices == found.notices


def test_folder_without_waivers_lets_everything_through(tmp_path: Path) -> None:
    assert Sieve.of(tmp_path).sift(POST, DATA, [FINDING]).told == (FINDING,)
