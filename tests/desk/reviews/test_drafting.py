"""Drafts by the field that the engine goes by."""

from __future__ import annotations

from reviewer.desk.reviews.drafting import from_draft, to_draft
from reviewer.document.operations import SetValue, Unset
from reviewer.document.post import Post
from reviewer.site.engines.engine import Engine
from reviewer.site.engines.jekyll import is_draft

ENGINE = Engine("jekyll", "Jekyll", is_draft=is_draft)


def read(front: str) -> Post:
    return Post.from_bytes(f"---\n{front}\n---\nBody\n".encode())


def test_a_post_becomes_a_draft_by_a_field() -> None:
    assert to_draft(ENGINE, "_posts/a.md", read("title: A")) == (SetValue(("draft",), True),)


def test_a_site_that_says_published_goes_on_saying_that() -> None:
    said = to_draft(ENGINE, "_posts/a.md", read("title: A\npublished: true"))
    assert said == (SetValue(("published",), False),)


def test_the_field_that_makes_it_a_draft_goes() -> None:
    assert from_draft(ENGINE, "_posts/a.md", read("draft: true")) == (Unset(("draft",)),)


def test_no_field_takes_a_post_out_of_a_folder() -> None:
    assert from_draft(ENGINE, "_drafts/a.md", read("draft: true")) == ()
