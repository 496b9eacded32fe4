"""How posts write their keys: order and typical raw values."""

from __future__ import annotations

from reviewer.schema.examples import raw_values, styles, usual_order

YAML = """\
# a comment
title: "Ford: a story"   # kept
"quoted key": 1
tags:
  - a

  - b
flush:
- x
flow: [a,
  b]
text: |
  one: not a key
  two
empty:
seo:
  title: x
"""


def test_raw_values_of_yaml() -> None:
    assert raw_values(YAML) == {
        "title": '"Ford: a story"   # kept',
        "quoted key": "1",
        "tags": "\n  - a\n  - b",
        "flush": "\n- x",
        "flow": "[a,\n  b]",
        "text": "|\n  one: not a key\n  two",
        "empty": "",
        "seo": "\n  title: x",
    }


def test_raw_values_of_toml() -> None:
    text = 'title = "A: b"\ntags = [\n  "a",\n]\n'
    assert raw_values(text) == {"title": '"A: b"', "tags": '[\n  "a",\n]'}


def test_raw_values_of_windows_lines() -> None:
    assert raw_values("a: 1\r\nb:\r\n  - c\r\n") == {"a": "1", "b": "\n  - c"}


def test_json_has_but_one_style() -> None:
    assert raw_values('{\n"a": 1\n}') == {}


def test_example_is_in_the_commonest_style() -> None:
    texts = ["category: 'A'", 'category: "News"', "category: B", 'category: "Policy"']
    assert styles(texts) == {"category": '"News"'}


def test_huge_value_is_no_example() -> None:
    assert styles(["a: " + "x" * 1000]) == {"a": ""}


def test_usual_order_is_that_of_most_posts() -> None:
    posts = [{"title": 1, "date": 1, "tags": 1}] * 5 + [{"tags": 1, "title": 1}]
    assert usual_order(posts) == ["title", "date", "tags"]


def test_rare_key_keeps_its_place_between_its_neighbours() -> None:
    posts = [{"layout": 1, "title": 1, "tldr": 1}] * 9 + [
        {"layout": 1, "title": 1, "author": 1, "tldr": 1}
    ]
    assert usual_order(posts) == ["layout", "title", "author", "tldr"]


def test_first_key_of_few_posts_comes_first() -> None:
    posts = [{"title": 1}] * 9 + [{"layout": 1, "title": 1}]
    assert usual_order(posts) == ["layout", "title"]
