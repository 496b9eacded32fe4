"""``reviewer rules``: a list, a page, and pages for all codes that can be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.checks.field_codes import field_codes
from reviewer.checks.registry import rules
from reviewer.cli import rules as rules_command
from reviewer.errors import ReviewerError
from tests.support.commands import run

REVIEWER = Path(__file__).parents[2] / "reviewer"
TOLD = re.compile(r'(?:\.finding|_told|Note)\([^"()]*(?:"[a-z_]+", )?"([a-z]+-[a-z-]+)"')


def test_all_codes_are_listed_by_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rules_command, "rules") == 0
    out = capsys.readouterr().out
    assert out.startswith("metadata\n")
    assert all(f"  {rule.code} " in out for rule in rules())
    assert all(f"  {code} " in out for code in field_codes())


def test_a_page_says_what_why_and_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rules_command, "rules", "citation-debris") == 0
    out = capsys.readouterr().out
    assert "`citation-debris` · leftovers" in out
    assert all(part in out for part in ("## What it finds", "## Why", "Found:", "Mended:"))


def test_a_code_of_the_schema_has_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rules_command, "rules", "no-time-zone") == 0
    assert "A time without its zone." in capsys.readouterr().out


def test_an_unknown_code_is_told() -> None:
    with pytest.raises(ReviewerError, match="no rule nothing-such"):
        run(rules_command, "rules", "nothing-such")


def test_pages_are_written_for_all(tmp_path: Path) -> None:
    assert run(rules_command, "rules", "--output", str(tmp_path / "docs")) == 0
    names = {path.stem for path in (tmp_path / "docs").iterdir()}
    assert names == {"index", *field_codes(), *(rule.code for rule in rules())}


def test_links_of_the_table_lead_to_pages(tmp_path: Path) -> None:
    run(rules_command, "rules", "--output", str(tmp_path))
    targets = re.findall(r"\]\((\S+)\)", (tmp_path / "index.md").read_text())
    assert len(targets) > 50
    assert all((tmp_path / target).exists() for target in targets)


def test_every_code_that_the_schema_tells_is_explained() -> None:
    files = [*(REVIEWER / "schema").rglob("*.py"), *(REVIEWER / "document").glob("*.py")]
    told = {code for file in files for code in TOLD.findall(file.read_text())}
    assert len(told) > 30
    assert told - field_codes().keys() - {"impossible-date"} == set()
