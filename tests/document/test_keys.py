"""Fields named on a command line, and what they mean in a post."""

from __future__ import annotations

from typing import Any

import pytest

from reviewer.document.keys import BadKey, parse, resolve, split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("title", ("title",)),
        ("seo.title", ("seo", "title")),
        ("tldr.2", ("tldr", "2")),
        ("tldr[2]", ("tldr", 2)),
        ("a[0].b[1]", ("a", 0, "b", 1)),
        (r"a\.b", ("a.b",)),
        (r"a\[0\]", ("a[0]",)),
        (r"a\\b", (r"a\b",)),
        ("mit Leerzeichen", ("mit Leerzeichen",)),
    ],
)
def test_keys_are_parted_at_dots_and_brackets(text: str, parts: tuple[str | int, ...]) -> None:
    assert parse(text) == parts


@pytest.mark.parametrize("text", ["", ".", "a.", "a..b", "a[x]", "a[1", "a]", ".a"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadKey, match="no key"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("a=b", ("a", "b")), ("a=b=c", ("a", "b=c")), (r"a\=b=c", (r"a\=b", "c")), ("a=", ("a", ""))],
)
def test_the_first_plain_equals_sign_parts_key_and_value(text: str, parts: tuple[str, str]) -> None:
    assert split(text) == parts


def test_without_an_equals_sign_there_is_no_value() -> None:
    with pytest.raises(BadKey, match="no equals sign"):
        split("title")


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("tldr.1", ("tldr", 1)),
        ("map.1", ("map", "1")),
        ("years.2024", ("years", 2024)),
        ("flags.true", ("flags", True)),
        ("new.1.x", ("new", "1", "x")),
        ("new[0]", ("new", 0)),
    ],
)
def test_digits_mean_what_the_data_holds(key: str, path: tuple[Any, ...]) -> None:
    data = {"tldr": ["a", "b"], "map": {"1": "x"}, "years": {2024: "x"}, "flags": {True: 1}}
    found = resolve(parse(key), data)
    assert found == path
    assert [type(part) for part in found] == [type(part) for part in path]
