from __future__ import annotations

import datetime as dt

import pytest

from reviewer.document.block import BlockProblem
from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.document.yaml_text import read


def data(text: str, dialect: Dialect = Dialect.YAML_1_1):
    return read(text, dialect).data


def problem(text: str) -> BlockProblem:
    with pytest.raises(BlockProblem) as caught:
        read(text, Dialect.YAML_1_1)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("- a\n- b\n", ["a", "b"]),
        ("just text\n", "just text"),
        ("? [a, b]\n: 1\n", {"[a, b]": 1}),
        ("a.b: 1\n1: x\n~: y\n", {"a.b": 1, 1: "x", None: "y"}),
        ("a: !ruby/object:Evil x\n", {"a": "x"}),
        ("a: !!python/name:os.system\n", {"a": ""}),
        ("a: !!str 12\nb: !!int '3'\nc: !!float 1\n", {"a": "12", "b": 3, "c": 1.0}),
        ("--- \na: 1\n", {"a": 1}),
    ],
)
def test_data(text, expected):
    assert data(text) == expected


def test_merged_keys_give_way_to_own_ones():
    text = "base: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3\n"
    assert data(text)["a"] == {"x": 1, "y": 3}


def test_jekyll_lets_a_merge_override_what_stands_above_it():
    text = "base: &b {x: 1}\na:\n  x: 0\n  <<: *b\n"
    assert data(text, Dialect.JEKYLL)["a"] == {"x": 1}


def test_a_key_that_stands_twice_is_told_and_the_last_one_counts():
    block = read("a: 1\nb: 2\na: 3\n", Dialect.YAML_1_1)
    assert block.data == {"a": 3, "b": 2}
    assert [(note.code, note.path, note.line) for note in block.notes] == [
        ("duplicate-key", ("a",), 3)
    ]


def test_a_date_that_no_calendar_has_is_text_and_told():
    block = read("x: 1\ndate: 2026-02-31\n", Dialect.YAML_1_1)
    assert block.data["date"] == "2026-02-31"
    assert [(note.code, note.line) for note in block.notes] == [("impossible-date", 2)]


@pytest.mark.parametrize(
    "text", ["2026-02-01 16:58", "2026-2-1", "2026-02-01 06:54:02 +0530", "2026-02-01 was cold"]
)
def test_a_date_that_is_only_written_unusually_earns_no_note(text):
    assert read(f"date: {text}\n", Dialect.YAML_1_1).notes == ()


@pytest.mark.parametrize("text", ["2026-02-31 16:58", "2026-02-01 25:00:00", "0000-01-01"])
def test_days_and_times_that_there_are_not_earn_a_note(text):
    for dialect in Dialect:
        (note,) = read(f"date: {text}\n", dialect).notes
        assert note.code == "impossible-date"


@pytest.mark.parametrize("mark", ["\0", "\x07", "\udc80", "\ufeff", "\x80"])
def test_characters_that_yaml_forbids_are_read_as_they_are(mark):
    text = f"title: a{mark}b\nquoted: '{mark}'\n"
    assert data(text) == {"title": f"a{mark}b", "quoted": mark}


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a: 1\ntitle: one: two\n", "“title” holds a colon", 2, 11),
        ("title:x\nb: 1\n", "space is missing after the colon of “title”", 1, 6),
        ("a:\n\tb: 1\n", "tab", 2, 1),
        ('a: "open\nb: 1\n', "never closed", 1, 4),
        ("a: @home\n", "begins with @", 1, 4),
        ("a: `code`\n", "begins with `", 1, 4),
        ("a: 1\njust words\nb: 2\n", "no key", 2, 1),
        ('a: "x" y\n', "after the closing quotation mark", 1, 7),
        ("a: [x\nb: 1\n", "bracket", 1, 4),
        ("a: [\n", "value of “a”", 1, 4),
        ("a: 1\nb: {\n\n", "value of “b”", 2, 4),
        ("a:\n  - b\n c: 1\n", "indented differently", 3, 2),
        ("tags:\n-one\n-two\nb: 1\n", "after the dash", 3, 2),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n", "merge left its marks", 2, 1),
        ("a: *nowhere\n", "stands for a value that is not there", 1, 4),
        ("a: &a [*a]\n", "inside the value it stands for", 1, 8),
        ("a: 1\n--- \nb: 1\n", "second YAML document", 2, 1),
    ],
)
def test_what_is_broken_is_told_in_plain_words_with_its_place(text, words, line, column):
    found = problem(text)
    assert words in found.what
    assert (found.where.line, found.where.column) == (line, column)


def test_aliases_that_unfold_without_end_are_refused_at_once():
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    assert "unfold" in problem("\n".join(lines)).what


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
@pytest.mark.timeout(30)
def test_nesting_without_end_is_refused(opening):
    assert "nested too deeply" in problem("a:\n " + opening * 10_000).what


def test_jekyll_reads_a_time_where_others_read_text():
    text = "date: 2014-06-30 10:00:10 -0400\n"
    zone = dt.timezone(dt.timedelta(hours=-4))
    assert data(text, Dialect.JEKYLL)["date"] == dt.datetime(2014, 6, 30, 10, 0, 10, tzinfo=zone)
    assert data(text) == {"date": "2014-06-30 10:00:10 -0400"}


def test_pyyaml_s_own_parser_is_asked_where_libyaml_fails():
    assert data("a: {http://x.org, b}\n") == {"a": {"http://x.org": None, "b": None}}


def test_places_end_where_the_text_ends():
    text = "a:\n  - b # c\n\n# next\nd: |\n  e\n\nf: &x [1]\ng: *x\n"
    block = read(text, Dialect.YAML_1_1)

    def written(*path):
        place = block.place(path)
        return text[place.value.start : place.value.end]

    def lines(*path):
        place = block.place(path)
        return text[place.entry.start : place.entry.end]

    assert written("a") == "- b"
    assert lines("a") == "a:\n  - b # c\n"
    assert written("d") == "|\n  e"
    assert lines("d") == "d: |\n  e\n"
    assert written("f") == "[1]"
    assert written("g", 0) == "*x"
    assert block.place(("h",)) is None


def test_emoji_and_windows_line_ends_do_not_shift_places():
    text = "a: 🎉🎉\r\nb: 'x'\r\n"
    place = read(text, Dialect.YAML_1_1).place(("b",))
    assert text[place.value.start : place.value.end] == "'x'"


def test_an_item_of_a_long_list_is_one_edit():
    items = "".join(
        f'  - "item number {i} with some longer text, so it grows {i}"\n' for i in range(1600)
    )
    post = Post.from_bytes(f"---\ntitle: x\nitems:\n{items}last: 1\n---\n".encode())
    assert post.data["last"] == 1
    new = post.set(("items", 800), "other")
    assert len(new.edits) == 1
