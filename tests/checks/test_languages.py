"""Paths that differ only in the language that they name hold translations."""

from __future__ import annotations

import pytest

from reviewer.checks.languages import are_translations, language_of
from tests.support.rules import subject_of


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("docs/a.md", "de/docs/a.md"),
        ("source/zh-cn/a.md", "source/zh-tw/a.md"),
        ("content/a.en.md", "content/a.fr.md"),
    ],
)
def test_translations(path: str, other: str) -> None:
    assert are_translations(path, other)


@pytest.mark.parametrize(
    ("path", "other"), [("a.md", "b.md"), ("de/a.md", "de/b.md"), ("one/a.md", "two/a.md")]
)
def test_other_posts(path: str, other: str) -> None:
    assert not are_translations(path, other)


def test_the_path_goes_before_the_front_matter() -> None:
    text = "---\nlang: pt-BR\n---\n\nText.\n"
    assert language_of(subject_of(text, "de/a.md")) == "de"
    assert language_of(subject_of(text, "posts/a.md")) == "pt-br"
