"""Which field each part of a card comes from."""

from __future__ import annotations

from typing import Any

import pytest

from reviewer.document.post import Post
from reviewer.render.cards.facts import Facts, Origin, Part, Site, facts_of
from reviewer.render.flavours.registry import flavour_for

HOME = "https://www.economy.example/news"


def facts(
    front: str, body: str = "", engine: str = "jekyll", named: str = "", **config: Any
) -> Facts:
    """The facts of a post with this front matter."""
    post = Post.from_bytes(f"---\n{front}\n---\n{body}".encode())
    site = Site(engine, config, HOME)
    return facts_of(post, site, "/2026/ford/", flavour_for(engine, config), named)


def test_a_title_for_search_engines_goes_before_the_title() -> None:
    assert facts("title: Long\nseo_title: Short").title == Part(
        "Short", Origin.FIELD, ("seo_title",)
    )


def test_titles_in_a_group_are_found() -> None:
    assert facts("title: Long\nseo:\n  title: Short").title.path == ("seo", "title")


def test_networks_have_a_title_of_their_own() -> None:
    found = facts("title: T\nog_title: For networks")
    assert (found.title.text, found.social_title.text) == ("T", "For networks")


def test_seo_tag_puts_the_sites_name_behind_the_title() -> None:
    found = facts("title: T", title="Economy", plugins=["jekyll-seo-tag"])
    assert found.title.text == "T | Economy"
    assert found.social_title.text == "T"


def test_a_description_is_taken_from_its_field() -> None:
    found = facts("description: Own words", "The body.")
    assert found.description == Part("Own words", Origin.FIELD, ("description",))


@pytest.mark.parametrize(
    ("engine", "body", "start"),
    [
        ("jekyll", "First *words*.\n\nMore.\n", "First words."),
        ("jekyll", "## A heading\n\nMore.\n", "A heading"),
        ("hugo", "First.\n\nSecond.\n\n<!--more-->\n\nThird.\n", "First. Second."),
        ("astro", "# A heading\n\n![An image](a.png)\n\nWords.\n\nMore.\n", "Words."),
    ],
)
def test_without_one_the_engine_takes_the_start_of_the_body(
    engine: str, body: str, start: str
) -> None:
    assert facts("title: T", body, engine).description == Part(start, Origin.BODY)


def test_hugo_takes_seventy_words_where_nothing_says_how_many() -> None:
    found = facts("title: T", "word " * 100, "hugo").description
    assert len(found.text.split()) == 70


def test_jekyll_heeds_the_separator_of_the_post() -> None:
    found = facts("excerpt_separator: <!--cut-->", "One.\n\nTwo.\n<!--cut-->\nThree.\n")
    assert found.description.text == "One. Two."


def test_an_empty_post_has_the_sites_description() -> None:
    found = facts("title: T", description="Short notes")
    assert found.description == Part("Short notes", Origin.SITE)


@pytest.mark.parametrize(
    ("front", "address", "path"),
    [
        ("image: /a.png", "/a.png", ("image",)),
        ("image:\n  path: /a.png", "/a.png", ("image", "path")),
        ("cover:\n  image: a.png", "a.png", ("cover", "image")),
        ("images: [a.png, b.png]", "a.png", ("images", 0)),
        ("header:\n  teaser: /a.png", "/a.png", ("header", "teaser")),
        ("header:\n  image: /b.png\n  og_image: /a.png", "/a.png", ("header", "og_image")),
        ("thumbnail: a.png\nimage: ''", "a.png", ("thumbnail",)),
    ],
)
def test_images_are_found_where_themes_keep_them(
    front: str, address: str, path: tuple[str | int, ...]
) -> None:
    assert facts(front).image == Part(address, Origin.FIELD, path)


def test_a_shared_image_stands_for_one_that_is_not_there() -> None:
    assert facts("title: T", og_image="/all.png").image == Part("/all.png", Origin.SITE)


def test_the_date_is_written_as_results_write_it() -> None:
    assert facts("date: 2026-02-01 06:54:02 +0000").date == Part(
        "1 Feb 2026", Origin.FIELD, ("date",)
    )


@pytest.mark.parametrize("date", ["2026-02-31", "soon", "2026-13-01"])
def test_a_date_that_does_not_exist_is_not_shown(date: str) -> None:
    assert facts(f"date: {date}").date == Part()


def test_the_files_name_has_a_date_where_the_post_has_none() -> None:
    assert facts("title: T", named="2026-01-30").date == Part("30 Jan 2026", Origin.NAME)


def test_the_address_is_the_sites_with_the_posts() -> None:
    assert facts("title: T").address == f"{HOME}/2026/ford/"


def test_crumbs_begin_with_the_domain() -> None:
    assert facts("title: T").crumbs == ("https://www.economy.example", "news", "2026", "ford")


def test_front_matter_that_cannot_be_read_leaves_the_body() -> None:
    found = facts("title: a: b", "Words.\n")
    assert (found.title, found.description.text) == (Part(), "Words.")
