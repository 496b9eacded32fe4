"""JSON front matter: indentation, separators and escapes stay as they are."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reviewer.document import json_text
from reviewer.document.block import BlockProblem, EditRefused
from reviewer.document.dialect import Dialect
from reviewer.document.post import Post


def edited(before: str, *edit: Any) -> str:
    """The block of a post after ``post.<edit[0]>(*edit[1:])``."""
    post = Post.from_bytes(f"{before}\n\nBody\n".encode())
    changed = getattr(post, edit[0])(*edit[1:])
    assert changed.body == "\nBody\n"
    return changed.text.removesuffix("\n\nBody\n")


TALL = '{\n    "a": 1,\n    "b": [\n        "x",\n        "y"\n    ]\n}'


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ('{"a":1}', ("set", ("a",), 2), '{"a":2}'),
        ('{"a":1}', ("set", ("b",), "x"), '{"a":1,"b":"x"}'),
        ('{ "a": 1 }', ("set", ("b",), [1, 2]), '{ "a": 1, "b": [1, 2] }'),
        ("{}", ("set", ("a",), None), '{"a": null}'),
        ("{\n}", ("set", ("a",), 1), '{\n  "a": 1\n}'),
        (TALL, ("set", ("a",), 2), TALL.replace("1", "2")),
        (TALL, ("set", ("b", 0), "z"), TALL.replace("x", "z")),
        (TALL, ("unset", ("a",)), TALL.replace('    "a": 1,\n', "")),
        (TALL, ("unset", ("b",)), '{\n    "a": 1\n}'),
        (TALL, ("unset", ("b", 1)), TALL.replace('"x",\n        "y"', '"x"')),
        (TALL, ("rename", ("a",), "c"), TALL.replace('"a"', '"c"')),
        (TALL, ("insert", ("b",), 2, "z"), TALL.replace('"y"', '"y",\n        "z"')),
        (TALL, ("insert", ("b",), 0, "z"), TALL.replace('"x"', '"z",\n        "x"')),
        (TALL, ("move", ("b",), 0, 1), TALL.replace("x", "-").replace("y", "x").replace("-", "y")),
        (TALL, ("set", ("b",), ["x", "w", "y"]), TALL.replace('"y"', '"w",\n        "y"')),
        (TALL, ("set", ("c",), ["z"]), TALL.replace("]\n", '],\n    "c": [\n        "z"\n    ]\n')),
        ('{"a": "\\u00e9"}', ("set", ("b",), "ü"), '{"a": "\\u00e9", "b": "\\u00fc"}'),
        ('{"a": "é"}', ("set", ("b",), "ü"), '{"a": "é", "b": "ü"}'),
        ('{"a": [1, 2, 3]}', ("remove", ("a",), 1), '{"a": [1, 3]}'),
        ('{"a": [1, 2, 3]}', ("remove", ("a",), 2), '{"a": [1, 2]}'),
        ('{"a": [ ]}', ("insert", ("a",), 0, 1), '{"a": [ 1 ]}'),
        ('{"o": {"k": 1}}', ("unset", ("o", "k")), '{"o": {}}'),
        ('{"a": 1}', ("set", ("seo", "title"), "x"), '{"a": 1, "seo": {"title": "x"}}'),
    ],
)
def test_edits_touch_only_the_entry(before: str, edit: tuple[Any, ...], after: str) -> None:
    assert edited(before, *edit) == after


def test_crlf_stays() -> None:
    before = TALL.replace("\n", "\r\n")
    post = Post.from_bytes(f"{before}\r\n\r\nBody\r\n".encode())
    after = '"y"\r\n    ],\r\n    "c": [\r\n        1\r\n    ]\r\n}'
    assert after in post.set(("c",), [1]).text


def test_hexo_writes_members_without_braces() -> None:
    post = Post.from_bytes(b';;;\n"title": "x",\n"n": 1\n;;;\nBody\n')
    assert post.data == {"title": "x", "n": 1}
    changed = post.set(("new",), True).unset(("title",))
    assert changed.text == ';;;\n"n": 1,\n"new": true\n;;;\nBody\n'


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_first_member_without_braces_stands_on_its_line(end: str) -> None:
    post = Post.from_bytes(f";;;{end};;;{end}Body".encode())
    assert post.set(("a",), 1).text == f';;;{end}"a": 1{end};;;{end}Body'


def test_of_keys_written_twice_the_last_counts_and_is_told() -> None:
    post = Post.from_bytes(b'{\n"a": 1,\n"b": 2,\n"a": 3\n}\n')
    assert post.data == {"a": 3, "b": 2}
    assert [(note.code, note.path, note.line) for note in post.notes] == [
        ("duplicate-key", ("a",), 2)
    ]
    assert post.set(("a",), 4).text == '{\n"a": 1,\n"b": 2,\n"a": 4\n}\n'
    with pytest.raises(EditRefused, match="written twice"):
        post.unset(("a",))


@pytest.mark.parametrize("value", [dt.date(2026, 2, 1), float("nan"), {1: 2}, object()])
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(EditRefused):
        edited('{"a": 1}', "set", ("a",), value)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{\n"a": 1\n"b": 2\n}', 3, "comma is missing"),
        ('{\n"a": 1,\n}', 3, "double quotes"),
        ('{\n"a" 1\n}', 2, "colon"),
        ('{\n"a": x\n}', 2, "value is missing"),
        ('{\n"a": "x\n}', 2, "over the end"),
        ('{\n"a": NaN\n}', 2, "value is missing"),
        ('"a": 1\n"b": 2\n', 2, "comma is missing"),
        ('{"a": ' * 100_000, 1, "nested too deeply"),
        ('{"a": ' * 600 + "1" + "}" * 600, 1, "nested too deeply"),
    ],
)
def test_problems_are_told_in_plain_words(text: str, line: int, what: str) -> None:
    with pytest.raises(BlockProblem) as found:
        json_text.read(text, Dialect.YAML_1_1)
    assert found.value.where.line == line
    assert what in found.value.what


def test_entries_are_found_in_the_text() -> None:
    post = Post.from_bytes((TALL + "\n").encode())
    assert (post.line_of(("b", 1)), post.written(("b", 1))) == (5, '"y"')
    assert post.line_of(("b",)) == 3
    assert post.place(("b", 2)) is None
