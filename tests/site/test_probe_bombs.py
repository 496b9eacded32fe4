"""Configurations of a folder that ask for more than any memory holds."""

from __future__ import annotations

import pytest

from reviewer.site.engines.probe import parse

MERGED = "k0: &k0 {a: b}\n" + "".join(
    f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 9)}], x{n}: 1}}\n" for n in range(1, 10)
)


@pytest.mark.timeout(30)
def test_mappings_that_merge_each_other_a_billion_times_are_not_read() -> None:
    assert parse(MERGED, "yml") == {}


def test_a_few_merged_mappings_are_read() -> None:
    text = "usual: &usual {a: 1, b: 2}\nmine: {<<: *usual, b: 3}\n"
    assert parse(text, "yml")["mine"] == {"a": 1, "b": 3}


def test_a_mapping_that_merges_itself_gains_nothing() -> None:
    assert parse("b: &b {<<: *b, c: 1}\n", "yml") == {"b": {"c": 1}}


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "- " * 100_000, "{a: " * 100_000])
def test_what_would_overflow_the_loaders_stack_is_not_read(text: str) -> None:
    assert parse(text, "yml") == {}


def test_what_is_nested_within_reason_is_read() -> None:
    assert parse("a: " + "[" * 100 + "]" * 100, "yml")["a"]
