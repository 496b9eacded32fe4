"""Numbers that are not what they look like."""

from __future__ import annotations

import pytest

from reviewer.checks.engine import check
from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field
from tests.support.sites import post

TYPE = ContentType("t", (Field("n", kind="float", count=40), Field("s", count=40)), count=40)


def told(text: str, dialect: Dialect = Dialect.JEKYLL) -> list[tuple[str, str, int]]:
    found = check(Post.from_bytes(post(text).encode(), dialect=dialect), TYPE)
    return [(each.source, each.message, each.line) for each in found]


@pytest.mark.parametrize(("written", "number"), [("010", "8"), ("12:30", "750"), ("0_17", "15")])
def test_number_that_misleads(written: str, number: str) -> None:
    message = f"The site reads “{written}” as the number {number}."
    assert told(f"s: a\nn: {written} # x\n") == [("misleading-number", message, 3)]


@pytest.mark.parametrize("written", ["10", "0", "0.5", "'010'", "1.10", "1_000", "09"])
def test_number_that_is_what_it_looks_like(written: str) -> None:
    assert [each[0] for each in told(f"n: {written}")] in ([], ["wrong-type"])


def test_text_that_is_read_as_a_number_is_told_once() -> None:
    assert [each[0] for each in told("s: 010")] == ["misleading-text"]


def test_newer_yaml_reads_what_it_sees() -> None:
    assert told("n: 010", Dialect.YAML_1_2) == []


def test_date_without_zeros_is_offered_with_them() -> None:
    content_type = ContentType("t", (Field("d", kind="date", count=40),), count=40)
    read = Post.from_bytes(post("d: 2024-3-5").encode(), dialect=Dialect.YAML_1_2)
    (finding,) = check(read, content_type)
    assert finding.message == "Not every tool reads “2024-3-5” as a date."
    assert finding.fixes[0].label == "Use 2024-03-05"
