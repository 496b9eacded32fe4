"""What all posts together say of the rules, asked of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.checks import baseline
from reviewer.site.index.inline import InlineLibrarian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.site.index.messages import Answer

POSTS = 30


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Posts with a category, one of which is misspelt, and some with a list of groups."""
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Site\n", encoding="utf-8")
    for number in range(POSTS):
        category = "Nwes" if number == 3 else ("News", "Markets")[number % 2]
        extra = "people:\n  - name: A\n  - name: B\n" if number < 5 else ""
        text = f"---\ntitle: Post {number}\ncategory: {category}\n{extra}---\nText\n"
        (folder / "_posts" / f"2026-01-{number % 28 + 1:02}-post-{number}.md").write_text(
            text, encoding="utf-8"
        )
    return folder


@pytest.fixture
def librarian(root: Path) -> Iterator[InlineLibrarian]:
    keeper = InlineLibrarian()
    keeper.open(root, lambda _news: None)
    yield keeper
    keeper.close()


def answered(ask: Any) -> Any:
    answers: list[Answer] = []
    ask(answers.append)
    assert answers[0].error is None
    return answers[0].value


def test_each_field_tells_how_many_posts_have_it(librarian: InlineLibrarian) -> None:
    found = answered(librarian.survey)
    (name,) = found.types
    holders = found.holders[name]
    places = ((), ("category",), ("people",), ("people", 0, "name"))
    assert [holders[place] for place in places] == [POSTS, POSTS, 5, 5]


def test_what_stands_out_is_told_with_its_post(librarian: InlineLibrarian) -> None:
    (odd,) = (each for each in answered(librarian.survey).drift if each.value == "Nwes")
    assert odd.path == ("category",)
    assert odd.paths == ("_posts/2026-01-04-post-3.md",)


def test_a_baseline_has_the_findings_of_all_posts(librarian: InlineLibrarian, root: Path) -> None:
    text = answered(librarian.baseline)
    (root / ".reviewer").mkdir()
    (root / baseline.FILE).write_text(text, encoding="utf-8")
    assert {post for post, _mark in baseline.load(root).known} == {"_posts/2026-01-04-post-3.md"}
