"""Broken front matter as a finding with repairs as its fixes."""

from __future__ import annotations

from reviewer.checks.broken import with_repairs
from reviewer.checks.engine import check
from reviewer.checks.mending import mend, mend_all
from reviewer.document.post import Post

BROKEN = Post.from_bytes(b"---\ntitle: Copper: a new high\n---\nBody\n")
MENDED = b'---\ntitle: "Copper: a new high"\n---\nBody\n'


def test_the_first_fix_mends_the_front_matter() -> None:
    (finding,) = with_repairs(check(BROKEN, None), BROKEN)
    fix = finding.fixes[0]
    assert (fix.label, fix.safe) == ("Put the value of “title” in quotes", False)
    assert mend(BROKEN, fix).to_bytes() == MENDED


def test_it_is_not_mended_without_being_asked() -> None:
    assert mend_all(BROKEN, lambda post: with_repairs(check(post, None), post)).applied == ()


def test_a_post_that_reads_keeps_its_findings_as_they_are() -> None:
    post = Post.from_bytes(b"---\na: 1\nb: 2026-02-31\n---\n")
    found = check(post, None)
    assert with_repairs(found, post) is found


def test_huge_front_matter_is_left_to_the_editor() -> None:
    post = Post.from_bytes(b"---\n" + b"a: b: c\n" * 2000 + b"---\n")
    assert with_repairs(check(post, None), post)[0].fixes == ()


def test_front_matter_that_is_never_closed_can_be_closed() -> None:
    post = Post.from_bytes(b"---\ntitle: T\n\nBody\n")
    (finding,) = with_repairs(check(post, None), post)
    assert mend(post, finding.fixes[0]).to_bytes() == b"---\ntitle: T\n---\n\nBody\n"


def test_the_first_of_two_equal_keys_can_go() -> None:
    post = Post.from_bytes(b"---\na: 1\nb: 2\na:\n  - 3\n---\nBody\n")
    (finding,) = with_repairs(check(post, None), post)
    assert mend(post, finding.fixes[0]).to_bytes() == b"---\nb: 2\na:\n  - 3\n---\nBody\n"


def test_a_repeated_key_within_a_group_is_left_to_the_editor() -> None:
    post = Post.from_bytes(b"---\ng:\n  a: 1\n  a: 2\n---\n")
    (finding,) = with_repairs(check(post, None), post)
    assert finding.fixes == ()
