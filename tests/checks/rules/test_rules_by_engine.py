"""Rules that heed what builds the site, and where its files lie."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reviewer.checks.registry import rule_of
from reviewer.schema.finding import Severity
from reviewer.site.folder import Folder
from reviewer.site.outlook import Outlook
from tests.support.rules import NOW, KnownSite, found

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.schema.finding import Finding

HEAD = "---\ntitle: Rates\n---\n\n"
LIST = "The bank said:\n- rates stay\n- prices rise\n"
LIQUID = "{% if a %}\nText.\n"
SHORTCODE = "{{< figure src=a.png >\n\nText.\n"
TABLE = "| a | b |\n| c | d |\n| e | f |\n"


def told(code: str, body: str, engine: str) -> tuple[Finding, ...]:
    rule = rule_of(code)
    assert rule is not None
    return found(rule, HEAD + body, site=KnownSite(NOW, engine, holds_media=True))


@pytest.mark.parametrize(
    ("code", "body", "engine"),
    [
        ("list-without-blank-line", LIST, "mkdocs"),
        ("unclosed-template-tag", LIQUID, "jekyll"),
        ("unclosed-template-tag", SHORTCODE, "hugo"),
        ("broken-table", TABLE, "hugo"),
        ("heading-without-space", "##Japan\n", "hugo"),
        ("undefined-reference", "The [bank][boj].\n", "hugo"),
        ("unrendered-placeholder", "Dear {{name}},\n", "obsidian"),
    ],
)
def test_what_the_engine_reads_otherwise_is_told(code: str, body: str, engine: str) -> None:
    assert told(code, body, engine)


@pytest.mark.parametrize(
    ("code", "body", "engine"),
    [
        ("list-without-blank-line", LIST, "jekyll"),
        ("list-without-blank-line", LIST, "hugo"),
        ("unclosed-template-tag", LIQUID, "hugo"),
        ("broken-table", TABLE, "jekyll"),
        ("heading-without-space", "##Japan\n", "mkdocs"),
        ("undefined-reference", "The [bank][boj].\n", "obsidian"),
        ("unrendered-placeholder", "Dear {{name}},\n", "jekyll"),
    ],
)
def test_what_the_engine_reads_as_meant_is_left_alone(code: str, body: str, engine: str) -> None:
    assert told(code, body, engine) == ()


def test_a_list_of_which_nobody_knows_who_reads_it_is_a_hint() -> None:
    assert [each.severity for each in told("list-without-blank-line", LIST, "")] == [Severity.HINT]


def test_three_spaces_before_another_line_become_the_two_of_a_line_break() -> None:
    finding = told("trailing-spaces", "One   \ntwo.   \n\nThree.\n", "jekyll")[0]
    assert [edit.text for edit in finding.fixes[0].edits] == ["  ", ""]


def test_a_picture_is_missed_where_others_lie(tmp_path: Path) -> None:
    assert missing(tmp_path, "a.png") == []
    (tmp_path / "b.png").write_bytes(b"")
    assert missing(tmp_path, "a.png") == ["a.png"]
    assert missing(tmp_path, "b.png") == []


def missing(root: Path, address: str) -> list[str]:
    """The addresses that are told of a post with one picture."""
    rule = rule_of("broken-local-link")
    assert rule is not None
    site = Outlook(Folder.open(root), dt.datetime.now(dt.UTC))
    return [each.quote for each in found(rule, f"{HEAD}![A]({address})\n", "a.md", site=site)]


def test_the_house_can_have_its_own_words() -> None:
    rule = rule_of("house-style")
    assert rule is not None
    findings = found(rule, f"{HEAD}We utilise it.\n", words={"utilise": "use"})
    assert [each.fixes[0].label for each in findings] == ["Write “use”"]
    assert findings[0].fixes[0].safe


def test_a_word_that_the_list_would_find_again_is_not_put_in_unseen() -> None:
    rule = rule_of("house-style")
    assert rule is not None
    findings = found(rule, f"{HEAD}Send mail.\n", words={"mail": "e mail"})
    assert [fix.safe for each in findings for fix in each.fixes] == [False]
