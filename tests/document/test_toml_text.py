"""TOML front matter: read with dates, edited by the line, refused where TOML cannot follow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.document import toml_text
from reviewer.document.block import BlockProblem, EditRefused
from reviewer.document.dialect import Dialect
from reviewer.document.operations import Operation, Rename, SetValue, Unset
from reviewer.document.post import Post

if TYPE_CHECKING:
    from collections.abc import Sequence


class Guide:
    """Other posts write their keys in this order, and categories in single quotes."""

    def order(self) -> Sequence[str]:
        return ("title", "category", "date", "draft")

    def example(self, key: str) -> str | None:
        return "'News'" if key == "category" else None


def post(block: str) -> Post:
    return Post.from_bytes(f"+++\n{block}+++\nBody\n".encode())


def block(changed: Post) -> str:
    span = changed.block_span
    assert span is not None
    return changed.text[span.start : span.end]


def test_values_are_read_as_python_has_them() -> None:
    data = post("a = 1979-05-27T07:32:00Z\nb = 1979-05-27\nc = 07:32:00\nd = 1e3\n").data
    assert data == {
        "a": dt.datetime(1979, 5, 27, 7, 32, tzinfo=dt.UTC),
        "b": dt.date(1979, 5, 27),
        "c": dt.time(7, 32),
        "d": 1000.0,
    }
    assert type(data["a"]) is dt.datetime


MIDNIGHT = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
NINE = dt.datetime(2026, 2, 1, 9)

SET = [
    ('title = "x" # why\n', ("title",), "y", 'title = "y" # why\n'),
    ("title='x'\n", ("title",), "y", "title='y'\n"),
    ("title='x'\n", ("title",), "it's", 'title="it\'s"\n'),
    ("a   = 1\nbcd = 2\n", ("new",), 3, "a   = 1\nbcd = 2\nnew = 3\n"),
    ("a   = 1\nbcd = 2\n", ("e",), 3, "a   = 1\nbcd = 2\ne   = 3\n"),
    ("a=1\n", ("b",), True, "a=1\nb=true\n"),
    ("", ("a",), "x", 'a = "x"\n'),
    ("a = 'x'\n", ("b",), "y", "a = 'x'\nb = 'y'\n"),
    ("d = 2020-01-01T00:00:00Z\n", ("d",), MIDNIGHT, "d = 2026-02-01T00:00:00Z\n"),
    ("d = 2020-01-01 00:00:00\n", ("d",), NINE, "d = 2026-02-01 09:00:00\n"),
    ("d = 2020-01-01\n", ("d",), dt.date(2026, 2, 1), "d = 2026-02-01\n"),
    ('s = """\none\n"""\n', ("s",), "two\nlines", 's = """\ntwo\nlines"""\n'),
    ("s = '''\none\n'''\n", ("s",), "a\\b\nc", "s = '''\na\\b\nc'''\n"),
    (
        "[menu]\n  [menu.main]\n    a = 1\n",
        ("menu", "main", "b"),
        2,
        "[menu]\n  [menu.main]\n    a = 1\n    b = 2\n",
    ),
    ("[menu.main]\na = 1\n", ("menu", "b"), 2, "[menu]\nb = 2\n[menu.main]\na = 1\n"),
    ("[menu.main]\na = 1\n", ("top",), 2, "top = 2\n[menu.main]\na = 1\n"),
    ("[t]\n", ("t", "a"), 2, "[t]\na = 2\n"),
    ("a.b.c = 1\n", ("a", "b", "d"), 2, "a.b.c = 1\na.b.d = 2\n"),
    ("a.b.c = 1\n", ("a", "d"), 2, "a.b.c = 1\na.d = 2\n"),
    ("p = { x = 1 }\n", ("p", "y"), 2, "p = { x = 1, y = 2 }\n"),
    ("p = {x=1, y=2}\n", ("p", "x"), 3, "p = {x=3, y=2}\n"),
    ("[a]\nb = 1\n", ("c",), {"d": 1}, "[a]\nb = 1\n\n[c]\nd = 1\n"),
    ("a = 1\n", ("c",), {"d": [1, {"e": "f"}]}, 'a = 1\nc = { d = [1, { e = "f" }] }\n'),
    ("[[r]]\nn = 1\n\n[[r]]\nn = 2\n", ("r", 1, "n"), 3, "[[r]]\nn = 1\n\n[[r]]\nn = 3\n"),
    ("a = 1\n[t]\nb = 1\n", ("t",), "text", 'a = 1\nt = "text"\n'),
    ("[x]\n[t]\nb = 1\n[t.u]\nc = 1\n", ("t",), {}, "[x]\n[t]\n"),
    ("a.b = 1\na.c = 2\n", ("a",), 3, "a = 3\n"),
    (
        "t = [\n  'a', # one\n  'b',\n]\n",
        ("t",),
        ["a", "c", "b"],
        "t = [\n  'a', # one\n  'c',\n  'b',\n]\n",
    ),
]


@pytest.mark.parametrize(("before", "path", "value", "after"), SET)
def test_set_changes_the_entry_in_its_own_style(
    before: str, path: tuple[Any, ...], value: Any, after: str
) -> None:
    assert block(post(before).set(path, value)) == after


@pytest.mark.parametrize(("before", "path", "value", "after"), SET)
def test_set_keeps_crlf(before: str, path: tuple[Any, ...], value: Any, after: str) -> None:
    data = f"+++\n{before}+++\nBody\n".replace("\n", "\r\n").encode()
    assert block(Post.from_bytes(data).set(path, value)) == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a = 1\nb = [\n 1,\n]\nc = 2\n", ("b",), "a = 1\nc = 2\n"),
        ("a = [ 1, 2, 3 ]\n", ("a", 1), "a = [ 1, 3 ]\n"),
        ("a = [ 1, 2, 3 ]\n", ("a", 2), "a = [ 1, 2 ]\n"),
        (
            "a = [\n  1, # one\n  # two is next\n  2\n]\n",
            ("a", 0),
            "a = [\n  # two is next\n  2\n]\n",
        ),
        ("a = [\n  1, # one\n  2 # two\n]\n", ("a", 1), "a = [\n  1, # one\n]\n"),
        ("a = { b = 1, c = 2 }\n", ("a", "c"), "a = { b = 1 }\n"),
        ("x = 1\n[t]\na = 1\n[t.u]\nb = 1\n[v]\n", ("t",), "x = 1\n[v]\n"),
        ("[menu.main]\na = 1\n", ("menu", "main"), "[menu]\n"),
        ("a.b.c = 1\n", ("a", "b", "c"), "a.b = {}\n"),
        ("[[r]]\nn = 1\n[[r]]\nn = 2\n", ("r", 0), "[[r]]\nn = 2\n"),
        ("[[r]]\nn = 1\n", ("r", 0), "r = []\n"),
    ],
)
def test_unset_takes_the_entry_alone(before: str, path: tuple[Any, ...], after: str) -> None:
    assert block(post(before).unset(path)) == after


@pytest.mark.parametrize(
    ("before", "path", "new", "after"),
    [
        ("a = 1\n", ("a",), "b c", '"b c" = 1\n'),
        ("[m]\nx = 1\n[m.n]\ny = 2\n", ("m",), "menu", "[menu]\nx = 1\n[menu.n]\ny = 2\n"),
        ("a.b = 1\na.c = 2\n", ("a",), "z", "z.b = 1\nz.c = 2\n"),
        ("p = { x = 1 }\n", ("p", "x"), "y", "p = { y = 1 }\n"),
        ("[[r]]\nn = 1\n[[r]]\nn = 2\n", ("r", 1, "n"), "m", "[[r]]\nn = 1\n[[r]]\nm = 2\n"),
    ],
)
def test_rename_changes_the_key_wherever_it_is_written(
    before: str, path: tuple[Any, ...], new: str, after: str
) -> None:
    assert block(post(before).rename(path, new)) == after


def test_items_are_inserted_in_the_style_of_their_neighbours() -> None:
    assert block(post("a = ['x','y']\n").insert(("a",), 1, "z")) == "a = ['x','z','y']\n"


def test_tables_of_an_array_come_with_their_header() -> None:
    before = "[[r]]\nn = 1\n\n[[r]]\nn = 2\n"
    assert block(post(before).insert(("r",), 2, {"n": 3})) == before + "\n[[r]]\nn = 3\n"
    assert block(post(before).move(("r",), 0, 1)) == "[[r]]\nn = 2\n\n[[r]]\nn = 1\n"


def test_a_moved_item_takes_its_comment_along() -> None:
    before = "a = [\n  1, # one\n  2, # two\n  3\n]\n"
    after = "a = [\n  2, # two\n  3,\n  1 # one\n]\n"
    assert block(post(before).move(("a",), 0, 2)) == after


def test_a_new_key_stands_where_other_posts_have_it() -> None:
    before = post('title = "x"\ndraft = true\n[menu]\na = 1\n').with_guide(Guide())
    after = "title = \"x\"\ncategory = 'Art'\ndraft = true\n[menu]\na = 1\n"
    assert block(before.set(("category",), "Art")) == after


@pytest.mark.parametrize(
    ("before", "path", "value"),
    [
        ("a = 1\n", ("a",), None),
        ("a = 1\n", ("a",), [1, None]),
        ("a = 1\n", ("b",), {1: 2}),
        ("a = 1\n", ("a",), object()),
        ("[[r]]\nn = 1\n", ("r", 0), "text"),
    ],
)
def test_what_toml_cannot_hold_is_refused(before: str, path: tuple[Any, ...], value: Any) -> None:
    with pytest.raises(EditRefused):
        post(before).set(path, value)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a = 1\na = 2\n", 2, "written twice"),
        ("a = 1\ntitle = hello\n", 2, "in quotes"),
        ("a =\n", 1, "value is missing"),
        ("title: x\n", 1, "colon"),
        ("d = 2026-13-01\n", 1, "does not exist"),
        ('a = "x\nb = 1\n', 1, "quote"),
        ("a = [1, 2\n", 1, "bracket"),
        ("a = " + "[" * 3000 + "]" * 3000, 1, "nested too deeply"),
    ],
)
def test_problems_are_told_in_plain_words(text: str, line: int, what: str) -> None:
    with pytest.raises(BlockProblem) as found:
        toml_text.read(text, Dialect.YAML_1_1)
    assert found.value.where.line == line
    assert what in found.value.what


@pytest.mark.parametrize(
    ("path", "line", "written"),
    [
        (("a",), 2, "1"),
        (("list", 1), 4, "'y'"),
        (("t", "u", "b"), 8, '"z"'),
        (("r", 1, "n"), 12, "2"),
    ],
)
def test_entries_are_found_in_the_text(path: tuple[Any, ...], line: int, written: str) -> None:
    text = "a = 1\nlist = ['x',\n  'y']\n\n[t]\n[t.u]\nb = \"z\"\n[[r]]\nn = 1\n[[r]]\nn = 2\n"
    found = post(text)
    assert (found.line_of(path), found.written(path)) == (line, written)


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (Unset(("in", "b", "c")), "in = { a = 1, b = { d = 3 } } # why"),
        (Unset(("in", "b")), "in = { a = 1 } # why"),
        (Rename(("in", "b", "c"), "z"), "in = { a = 1, b = { z = 2, d = 3 } } # why"),
        (SetValue(("in", "b", "x"), 1), "in = { a = 1, b = { c = 2, d = 3, x = 1 } } # why"),
    ],
)
def test_dotted_keys_within_braces_are_edited_through_their_group(
    edit: Operation, after: str
) -> None:
    read = Post.from_bytes(b"+++\nin = { a = 1, b.c = 2, b.d = 3 } # why\n+++\n")
    assert read.apply(edit).text == f"+++\n{after}\n+++\n"


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_a_line_of_text_that_looks_like_the_closing_line_is_escaped(mark: str) -> None:
    fence = {"---": "---toml", "+++": "+++"}[mark]
    read = Post.from_bytes(f"{fence}\na = '''\nx\ny'''\n{mark}\nbody\n".encode())
    edited = read.set(("a",), f"one\n{mark}\ntwo")
    assert edited.data == {"a": f"one\n{mark}\ntwo"}
    assert edited.body == "body\n"


def test_a_dotted_key_that_becomes_a_value_keeps_its_comment() -> None:
    read = Post.from_bytes(b"+++\n  dot.ted = 1 # why\n+++\n")
    assert read.set(("dot",), 2).text == "+++\n  dot = 2 # why\n+++\n"


def test_tables_are_not_written_anew_for_a_value_that_does_not_fit() -> None:
    read = Post.from_bytes(b"+++\n[[menu]]\nname = 1 # why\n+++\n")
    with pytest.raises(EditRefused, match="Every item of this list is a group"):
        read.insert(("menu",), 0, "text")
