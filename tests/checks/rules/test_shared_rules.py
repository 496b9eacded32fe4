"""Rules that compare posts with each other, in a folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.library import Library
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reviewer.schema.finding import Finding

WORDS = (
    "The central bank held its rate at two per cent on Friday, as most of those who were asked had"
    " thought. Its head said that prices rise more slowly than they did, that wages do not, and"
    " that nobody should take the next step for granted. Markets hardly moved after the news; the"
    " currency lost a little, and bonds gained what they had lost on the day before. The next"
    " decision is due in March, when new forecasts will be on the table as well, and some expect"
    " that the bank will then speak more plainly about the years to come.\n"
)
OTHER = (
    "Ford and Xiaomi deny that they talk about a plant for electric cars. A newspaper had written"
    " so on Saturday, and named people who know of it. Such a plant would need billions, and the"
    " consent of governments that hardly talk to each other at present. Experts in the trade doubt"
    " that it could come to pass before the next election, whatever both firms may wish for. Last"
    " year each of the two had looked for other partners, and each of them had found some.\n"
)
JEKYLL = {"_config.yml": "title: Site\npermalink: /:title/\n"}


def told(root: Path, files: Mapping[str, str], code: str) -> dict[str, Finding]:
    """What the rule says of each post of a folder."""
    with Library.open(write_site(root / "site", files)) as library:
        library.refresh(lambda _news: None)
        library.learn()
        library.heed()
        library.check(lambda _checked, _done, _total: None)
        library.examine(lambda _checked, _done, _total: None)
        return {
            path: each
            for path, some in library.told(library.sieve)
            for each in some
            if each.source == code
        }


def messages(root: Path, files: Mapping[str, str], code: str) -> dict[str, str]:
    return {path: each.message for path, each in told(root, files, code).items()}


def test_a_title_that_two_posts_have(tmp_path: Path) -> None:
    files = {
        "a.md": post("title: Ford held talks with Xiaomi"),
        "b.md": post("title: With Xiaomi, Ford held talks"),
        "c.md": post("title: Ford denies talks with Xiaomi"),
        "de/a.md": post("title: Ford held talks with Xiaomi"),
    }
    assert messages(tmp_path, files, "duplicate-title") == {
        "a.md": "This title is also that of b.md.",
        "b.md": "This title is also that of a.md.",
    }


def test_a_short_title_may_stand_in_every_folder(tmp_path: Path) -> None:
    files = {f"{folder}/start.md": post("title: Getting started") for folder in ("one", "two")}
    assert messages(tmp_path, files, "duplicate-title") == {}


def test_version_numbers_are_not_shuffled(tmp_path: Path) -> None:
    files = {
        "a.md": post("title: The release of 1.0.4 is here"),
        "b.md": post("title: The release of 1.4.0 is here"),
    }
    assert messages(tmp_path, files, "duplicate-title") == {}


def test_posts_that_the_site_shows_at_one_address(tmp_path: Path) -> None:
    files = JEKYLL | {
        "_posts/2026-01-01-rates.md": post("title: Rates"),
        "_posts/2026-02-01-rates.md": post("title: Rates again"),
        "_posts/2026-02-02-else.md": post("title: Else\npermalink: /elsewhere/"),
        "_drafts/rates.md": post("title: Rates once more"),
    }
    found = told(tmp_path, files, "duplicate-url")
    assert sorted(found) == ["_posts/2026-01-01-rates.md", "_posts/2026-02-01-rates.md"]
    first = found["_posts/2026-01-01-rates.md"]
    assert first.message == (
        "The site shows this post at /rates/, and _posts/2026-02-01-rates.md as well."
    )


def test_the_field_that_decides_on_the_address_is_named(tmp_path: Path) -> None:
    files = JEKYLL | {
        "_posts/2026-01-01-rates.md": post("title: Rates"),
        "_posts/2026-02-01-more.md": post("title: More\npermalink: /rates/"),
    }
    found = told(tmp_path, files, "duplicate-url")
    assert found["_posts/2026-02-01-more.md"].path == ("permalink",)


def test_the_same_source_written_in_two_ways(tmp_path: Path) -> None:
    files = {
        "a.md": post("source_url: https://www.ft.com/content/678a"),
        "b.md": post("source_url: http://ft.com/content/678a/?utm_source=x"),
        "c.md": post("source_url: https://www.ft.com/content/678b"),
    }
    assert messages(tmp_path, files, "shared-source") == {
        "a.md": "b.md was written from this source, too.",
        "b.md": "a.md was written from this source, too.",
    }


def test_a_copy_is_named_with_how_much_of_it_is_the_same(tmp_path: Path) -> None:
    files = {
        "a.md": post("title: A\ndate: 2026-02-01", WORDS),
        "b.md": post("title: B\ndate: 2026-02-02", f"## Friday\n\n{WORDS}"),
        "c.md": post("title: C\ndate: 2026-02-03", OTHER),
    }
    found = told(tmp_path, files, "near-duplicate")
    assert sorted(found) == ["a.md", "b.md"]
    assert found["a.md"].message.endswith(" of this text also stands in b.md.")


def test_texts_of_which_a_little_is_the_same_are_no_copies(tmp_path: Path) -> None:
    half = WORDS[: len(WORDS) // 2]
    files = {"a.md": post("date: 2026-02-01", WORDS), "b.md": post("title: B", half + OTHER)}
    assert messages(tmp_path, files, "near-duplicate") == {}


def test_a_translation_that_was_only_begun_is_no_copy(tmp_path: Path) -> None:
    files = {"docs/a.md": post("title: A", WORDS), "de/docs/a.md": post("title: A", WORDS)}
    assert messages(tmp_path, files, "near-duplicate") == {}


@pytest.mark.parametrize("field", ["description: {}", "tldr:\n  - {}"])
def test_a_summary_that_two_posts_have(tmp_path: Path, field: str) -> None:
    said = "The central bank held its rate at two per cent on Friday, as nearly all had thought"
    files = {
        "a.md": post(f"title: A\n{field.format(f'{said} and hoped for.')}"),
        "b.md": post(f"title: B\n{field.format(f'{said} and hoped for.')}"),
        "c.md": post("title: C\ndescription: Ford and Xiaomi deny that they talk about anything."),
    }
    assert messages(tmp_path, files, "similar-summary") == {
        "a.md": "b.md is summed up in nearly the same words.",
        "b.md": "a.md is summed up in nearly the same words.",
    }
