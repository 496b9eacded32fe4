"""``reviewer report``: one file with all that was found, and nothing from anywhere else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from reviewer.cli import html_report
from reviewer.cli.report import Checked
from reviewer.cli.report_page import page
from reviewer.errors import ReviewerError
from reviewer.schema.finding import Finding, Severity
from tests.support.commands import run
from tests.support.sites import sample_site

if TYPE_CHECKING:
    from pathlib import Path


class Tags(HTMLParser):
    """The tags and attributes of a page, and what is left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_sample_site_as_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.html"
    assert run(html_report, "report", str(sample_site()), "--output", str(file)) == 0
    text = file.read_text()
    said = capsys.readouterr().out
    found = re.search(r"19 posts checked: (\d+) error", said)
    assert found is not None
    assert f"<b>{found[1]}</b>errors" in text
    assert "invented-address" in text
    assert "_posts/2026-02-01-ford-xiaomi-ev-partnership.md" in text


def test_the_page_asks_for_nothing_and_is_whole() -> None:
    tags = Tags(page("x", (Checked("a.md", (Finding("b", Severity.HINT, "c"),)),), "now"))
    assert tags.open == []
    assert not {"script", "link", "img", "iframe"} & tags.names
    assert not {"src", "href", "onclick"} & tags.attributes


def test_what_posts_say_is_no_markup() -> None:
    evil = "<script>alert(1)</script>"
    finding = Finding(evil, Severity.ERROR, evil, (evil,), 3)
    text = page(evil, (Checked(f"{evil}.md", (finding,)),), evil)
    assert "<script" not in text
    assert "script" not in Tags(text).names


def test_a_folder_without_findings_says_so() -> None:
    text = page("x", (Checked("a.md", ()),), "now")
    assert "There are none." in text
    assert "<b>1</b>without a finding" in text


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="no such folder"):
        run(html_report, "report", str(tmp_path / "gone"), "--output", str(tmp_path / "x.html"))
