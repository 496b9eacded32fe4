"""The article's head, the notice on broken front matter, and the document around them."""

from __future__ import annotations

import pytest

from reviewer.document.post import Post
from reviewer.render.page import DocumentOptions, Page, article, document, style
from tests.support.harmless import complaints


def page_of(text: str) -> Page:
    return article(Post.from_bytes(text.encode()))


def head_of(text: str) -> str:
    html = page_of(text).blocks[0].html
    return html if html.startswith("<header") else ""


def test_title_date_category_and_author_stand_above_the_body() -> None:
    head = head_of(
        "---\ntitle: A & B\ncategory: News\ndate: 2026-02-01 06:54:02\nauthor: {name: Ann}\n---\nx"
    )
    assert '<h1 data-field="title">A &amp; B</h1>' in head
    assert '<span data-field="date">1 February 2026</span>' in head
    assert '<p class="byline"><span data-field="author">Ann</span></p>' in head


def test_description_tags_and_lead_image_stand_in_the_head() -> None:
    head = head_of("---\ntitle: T\ndescription: Why\ntags: [a, b]\nimage: {path: /a.png}\n---\nx")
    assert '<p class="subtitle"><span data-field="description">Why</span></p>' in head
    assert '<span data-field="tags">a, b</span>' in head
    assert 'src="reviewer-preview://content/a.png"' in head


def test_a_lead_image_that_the_body_begins_with_is_not_shown_twice() -> None:
    assert "<img" not in head_of("---\ntitle: T\nimage: /a.png\n---\n![](/a.png)\n")


def test_a_remote_lead_image_is_not_loaded_unless_allowed() -> None:
    page = page_of("---\ntitle: T\nimage: https://example.org/a.png\n---\nx")
    assert "<img" not in page.fragment
    assert page.blocked == ("https://example.org/a.png",)


@pytest.mark.parametrize(
    ("heading", "shows_title"),
    [
        ("# Another title of the body's own", False),
        ("## The title!", False),
        ("## Introduction", True),
        ("Plain text", True),
    ],
)
def test_the_title_is_never_shown_twice(heading: str, shows_title: bool) -> None:
    head = head_of(f"---\ntitle: The Title\ncategory: c\n---\n{heading}\n\ntext")
    assert ("The Title</h1>" in head) is shows_title


def test_lists_of_authors_and_categories_are_joined() -> None:
    head = head_of("---\ncategories: [A, B]\nauthors: [{name: C}, D]\n---\nx")
    assert "A, B" in head
    assert "C, D" in head


@pytest.mark.parametrize("front", ["title:", "title: true", "- a", "title: []", "other: x"])
def test_nothing_to_say_gives_no_head(front: str) -> None:
    assert head_of(f"---\n{front}\n---\nx") == ""


def test_broken_front_matter_gives_a_notice_with_its_line_and_the_body() -> None:
    page = page_of("---\ntitle: a: b: c\n---\n# Body\n")
    assert "cannot be read (line 2)" in page.blocks[0].html
    assert page.blocks[1].html == '<h1 id="body">Body</h1>'


def test_the_body_knows_where_it_begins_in_the_file() -> None:
    assert page_of("---\ntitle: x\n---\n\n# Body").first_line == 4


def test_front_matter_cannot_act_either() -> None:
    evil = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>'"
    page = page_of(f"---\ntitle: {evil}\ncategory: {evil}\nlang: {evil}\nauthor: {evil}\n---\nx")
    assert complaints(page.fragment) == []
    assert "<script>" not in document(page)


def test_text_too_deeply_nested_to_parse_is_shown_as_written() -> None:
    page = page_of("<div>" * 30_000 + "deep")
    assert "deep" in page.fragment


def test_the_document_forbids_scripts_and_foreign_sources() -> None:
    html = document(page_of("x"))
    assert "default-src &#x27;none&#x27;" in html
    assert "img-src reviewer-preview: data:" in html
    assert "script-src" not in html


def test_a_document_to_save_brings_its_style_along() -> None:
    html = document(page_of("---\nlang: de\n---\nx"), DocumentOptions("dark", inline_style=True))
    assert f"<style>{style()}</style>" in html
    assert "sha256-" in html
    assert '<html lang="de" data-theme="dark">' in html
    assert "<link" not in html
