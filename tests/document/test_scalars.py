from __future__ import annotations

import datetime as dt

import pytest
import yaml

from reviewer.document.dialect import Dialect
from reviewer.document.operations import same
from reviewer.document.scalars import misread, read_plain

WEST = dt.timezone(dt.timedelta(hours=-4))
TABLE = [
    # text, YAML 1.1, Jekyll, YAML 1.2
    ("yes", True, True, "yes"),
    ("Off", False, False, "Off"),
    ("true", True, True, True),
    ("~", None, None, None),
    ("", None, None, None),
    ("010", 8, 8, 10),
    ("0o10", "0o10", "0o10", 8),
    ("0x1F", 31, 31, 31),
    ("1_000", 1000, 1000, "1_000"),
    ("1,000", "1,000", 1000, "1,000"),
    ("12:30", 750, 750.0, "12:30"),
    ("16:00:00", 57600, 57600.0, "16:00:00"),
    ("1e3", "1e3", "1e3", 1000.0),
    ("1.10", 1.1, 1.1, 1.1),
    (".5", 0.5, 0.5, 0.5),
    ("-.inf", float("-inf"), float("-inf"), float("-inf")),
    ("2024-03-05", dt.date(2024, 3, 5), dt.date(2024, 3, 5), dt.date(2024, 3, 5)),
    ("2024-3-5", "2024-3-5", dt.date(2024, 3, 5), "2024-3-5"),
    ("2024-02-31", "2024-02-31", "2024-02-31", "2024-02-31"),
    (
        "2014-06-30 10:00:10 -0400",
        "2014-06-30 10:00:10 -0400",
        dt.datetime(2014, 6, 30, 10, 0, 10, tzinfo=WEST),
        "2014-06-30 10:00:10 -0400",
    ),
    ("1" * 5000, "1" * 5000, "1" * 5000, "1" * 5000),
]


@pytest.mark.parametrize(
    ("text", "old", "jekyll", "new"), TABLE, ids=[row[0][:30] for row in TABLE]
)
def test_each_dialect_reads_its_own(text, old, jekyll, new):
    read = [read_plain(text, dialect) for dialect in Dialect]
    assert all(map(same, read, (old, jekyll, new))), read


@pytest.mark.parametrize("text", [row[0] for row in TABLE[:-1] if "02-31" not in row[0]])
def test_yaml_1_1_is_what_pyyaml_reads(text):
    assert same(read_plain(text, Dialect.YAML_1_1), yaml.safe_load(f"x: {text}")["x"])


@pytest.mark.parametrize(
    "text", ["yes", "n", "1e3", "0o7", "2026-2-1", "2026-02-31", "=", "<<", "12:30"]
)
def test_what_any_reader_could_take_for_something_else_is_known(text):
    assert misread(text)


@pytest.mark.parametrize("text", ["nO", "tRUE", "nULL", "oN", ".INf", ".e+07", "1,234.5"])
def test_what_psych_alone_reads_as_a_value_is_suspected(text):
    assert misread(text)


@pytest.mark.parametrize("text", ["words", "1.2.3", "v1", "a-b", "nope", "+", "10 %"])
def test_plain_words_are_not_suspected(text):
    assert not misread(text)
