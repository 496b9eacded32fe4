"""JSON with comments, YAML and TOML as trees whose values know their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.schema.imports import jsonc, toml_source, yaml_source
from reviewer.schema.imports.moment_formats import of_moment
from reviewer.schema.imports.node import Node, Unreadable, node_of

if TYPE_CHECKING:
    from collections.abc import Callable


def quiet(_node: Node, _key: str) -> None:
    """For texts in which no key stands twice."""


def lines(node: Node) -> Any:
    """The line of each value: of a group by key, of a list in order."""
    if node.is_group:
        return {key: lines(each) for key, each in node.value.items()}
    return [lines(each) for each in node.value] if node.is_list else node.line


def test_json_has_comments_trailing_commas_and_tabs() -> None:
    text = '{\n\t// one, "two"\n\t"a": [1, /* 2,\n */ 3,],\n\t"b": {"c": "//", },\n}\n'
    found = jsonc.read(text, "f.json", quiet)
    assert found.plain() == {"a": [1, 3], "b": {"c": "//"}}
    assert lines(found) == {"a": [3, 4], "b": {"c": 5}}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a": 1}\n}', 2),
        ('{"a"\n 1}', 2),
        ("{'a': 1}", 1),
        ('{"a": "x\n"}', 1),
        ("[1\n,,2]", 2),
        ("", 1),
        ('{"a": \n/* open', 2),
        ('{"a": nul}', 1),
        ('{"a": "\\x"}', 1),
        ("[1, 2", 1),
    ],
)
def test_broken_json_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        jsonc.read(text, "f.json", quiet)
    assert caught.value.line == line


def test_skipped_keys_of_json_are_passed_over_with_their_lines() -> None:
    text = '{"big":\n {"x": [1,\n 2]}, "a": {"big": 3},\n "end": 4}'
    found = jsonc.read(text, "f.json", quiet, frozenset({"big"}))
    assert found.plain() == {"a": {"big": 3}, "end": 4}
    assert lines(found)["end"] == 4


def test_yaml_is_read_as_version_1_2_with_lines_of_keys() -> None:
    text = "a: yes\nb:\n  - 010\n  - '1'\nc: &x {d: ~}\ne: *x\n"
    found = yaml_source.read(text, "f.yml", quiet)
    assert found.plain() == {"a": "yes", "b": [10, "1"], "c": {"d": None}, "e": {"d": None}}
    assert lines(found)["b"] == [3, 4]
    assert found.value["b"].line == 2
    assert found.value["e"].line == 6


def test_merged_keys_of_yaml_give_way_to_own_ones() -> None:
    text = "base: &base {a: 1, b: 1}\nfull:\n  <<: *base\n  b: 2\n"
    found = yaml_source.read(text, "f.yml", quiet)
    assert found.plain()["full"] == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("text", "line"), [("a: [\n", 2), ("a: 1\n b: 2\n", 2), ("a: 1\n--- b\n: c: d", 0), ("\x00", 1)]
)
def test_broken_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    if not line:  # only the first document counts
        assert yaml_source.read(text, "f.yml", quiet).plain() == {"a": 1}
        return
    with pytest.raises(Unreadable) as caught:
        yaml_source.read(text, "f.yml", quiet)
    assert caught.value.line == line


@pytest.mark.parametrize("read", [jsonc.read, yaml_source.read])
def test_keys_that_stand_twice_are_told(read: Callable[..., Node]) -> None:
    told: list[tuple[int, str]] = []
    found = read('{"a": 1,\n "a": 2}', "f", lambda node, key: told.append((node.line, key)))
    assert found.plain() == {"a": 2}
    assert told == [(2, "a")]


def test_toml_knows_its_lines() -> None:
    found = toml_source.read("a = 1\n\n[b]\nc = [1,\n 2]\n[[d]]\ne = 'x'\n", "f.toml", quiet)
    assert found.plain() == {"a": 1, "b": {"c": [1, 2]}, "d": [{"e": "x"}]}
    assert found.value["a"].line == 1
    assert found.value["b"].value["c"].line == 4


def test_broken_toml_is_refused_with_its_line() -> None:
    with pytest.raises(Unreadable) as caught:
        toml_source.read("a = 1\nb = \n", "f.toml", quiet)
    assert caught.value.line == 2


def test_plain_data_becomes_nodes_and_back() -> None:
    data = {"a": [1, {"b": None}], "c": "x"}
    assert node_of(data, 3, "f").plain() == data


@pytest.mark.parametrize(
    ("moment", "unicode"),
    [
        ("YYYY-MM-DD", "yyyy-MM-dd"),
        ("YYYY-MM-DD[T]HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ssxxx"),
        ("YYYY-MM-DDTHH:mm:ss.SSSZZ", "yyyy-MM-dd'T'HH:mm:ss.SSSxx"),
        ("dddd, MMMM D, YYYY h:mm A", "EEEE, MMMM d, yyyy h:mm a"),
        ("X", ""),
        ("Do MMM", ""),
        ("", ""),
    ],
)
def test_formats_of_dates_in_the_letters_of_unicode(moment: str, unicode: str) -> None:
    assert of_moment(moment) == unicode
