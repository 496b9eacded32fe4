"""A post is its text: what it says, and edits that change only what they name."""

from __future__ import annotations

import codecs
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.dialect import Dialect
from reviewer.document.edits import Span, TextEdit, apply, invert
from reviewer.document.operations import EditRefused, SetValue
from reviewer.document.post import Post
from reviewer.document.source import Source

YAML = b"---\ntitle: x # why\ntags: [a]\n---\n\nBody\n"


@given(st.binary())
def test_any_bytes_come_back(data: bytes) -> None:
    post = Post.from_bytes(data)
    assert post.to_bytes() == data
    assert post.with_edits(()).to_bytes() == data


@pytest.mark.parametrize(
    ("data", "newline"),
    [(b"a\nb\n", "\n"), (b"a\r\nb", "\r\n"), (b"a\rb", "\r"), (b"a\nb\r\n", "mixed"), (b"a", "")],
)
def test_newline_tells_how_lines_end(data: bytes, newline: str) -> None:
    assert Post.from_bytes(data).newline == newline


def test_parts_of_a_post() -> None:
    post = Post.from_bytes(codecs.BOM_UTF8 + YAML)
    assert (post.encoding, post.format) == ("UTF-8 with BOM", "yaml")
    assert post.data == {"title": "x", "tags": ["a"]}
    assert post.body == "\nBody\n"
    assert (post.line_of(("title",)), post.written(("title",))) == (2, "x")
    assert post.line_of(("nope",)) == 0
    assert post.edits == ()


def test_places_are_spans_of_the_whole_text() -> None:
    post = Post.from_bytes(YAML)
    place = post.place(("title",))
    assert place is not None
    assert place.key is not None
    assert post.text[place.key.start : place.key.end] == "title"
    assert post.text[place.value.start : place.value.end] == "x"
    assert post.text[place.entry.start : place.entry.end] == "title: x # why\n"


@pytest.mark.parametrize("data", [b"", b"Body", b"---\n---\nBody", b"---\ntitle: [\n---\n"])
def test_without_values_data_is_empty(data: bytes) -> None:
    assert Post.from_bytes(data).data == {}


# Edits


def test_an_edit_tells_what_led_to_the_new_text() -> None:
    old = Post.from_bytes(YAML)
    new = old.set(("title",), "z")
    assert new.text == old.text.replace("title: x", "title: z")
    assert apply(old.text, new.edits) == new.text
    assert new.with_edits(invert(old.text, new.edits)).text == old.text
    assert old.data["title"] == "x"


@pytest.mark.parametrize("data", [YAML, b'+++\ntitle = "x"\n+++\n', b'{"title": "x"}\n'])
def test_setting_a_value_to_itself_changes_nothing(data: bytes) -> None:
    post = Post.from_bytes(data)
    assert post.set(("title",), "x").edits == ()
    assert post.rename(("title",), "title").to_bytes() == data


@pytest.mark.parametrize(
    ("data", "encoded"),
    [
        (codecs.BOM_UTF8 + YAML, codecs.BOM_UTF8 + YAML.replace(b": x", b": \xc3\xa9")),
        (
            codecs.BOM_UTF16_LE + YAML.decode().encode("utf-16-le"),
            codecs.BOM_UTF16_LE + YAML.decode().replace(": x", ": é").encode("utf-16-le"),
        ),
        (YAML + b"\xc2 \xff", YAML.replace(b": x", b": \xc3\xa9") + b"\xc2 \xff"),
    ],
)
def test_edits_are_written_in_the_files_encoding(data: bytes, encoded: bytes) -> None:
    assert Post.from_bytes(data).set(("title",), "é").to_bytes() == encoded


def test_text_that_the_encoding_cannot_write_is_refused() -> None:
    post = Post.from_bytes(b"text")
    with pytest.raises(EditRefused, match="UTF-8"):
        post.with_edits([TextEdit(Span(0, 0), "\ud800")])


def test_an_empty_block_takes_the_files_line_ends() -> None:
    post = Post.from_bytes(b"---\r\n---\r\nBody\r\n")
    assert post.set(("a",), 1).to_bytes() == b"---\r\na: 1\r\n---\r\nBody\r\n"


def test_missing_groups_are_made() -> None:
    post = Post.from_bytes(YAML).set(("seo", "title"), "y")
    assert post.data["seo"] == {"title": "y"}


# A file without front matter


@pytest.mark.parametrize(
    ("new_format", "expected"),
    [
        ("yaml", "---\na: 1\n---\nBody\n"),
        ("toml", "+++\na = 1\n+++\nBody\n"),
        ("json", '{\n  "a": 1\n}\nBody\n'),
    ],
)
def test_a_first_field_brings_front_matter(new_format: str, expected: str) -> None:
    post = Post.from_bytes(b"Body\n", new_format=new_format)
    changed = post.set(("a",), 1)
    assert changed.text == expected
    assert changed.body == post.body
    assert apply(post.text, changed.edits) == changed.text


def test_front_matter_of_a_new_file_stands_alone() -> None:
    assert Post.from_bytes(b"").set(("a",), 1).text == "---\na: 1\n---\n"


def test_new_front_matter_takes_mark_and_line_ends_of_the_file() -> None:
    post = Post.from_bytes(codecs.BOM_UTF8 + b"Body\r\nmore\r\n")
    expected = codecs.BOM_UTF8 + b"---\r\na: 1\r\n---\r\nBody\r\nmore\r\n"
    assert post.set(("a",), 1).to_bytes() == expected


def test_there_is_nothing_to_rename_without_front_matter() -> None:
    with pytest.raises(EditRefused, match="no front matter"):
        Post.from_bytes(b"Body").rename(("a",), "b")


def test_jekyll_would_not_see_toml() -> None:
    post = Post.from_bytes(b"Body", dialect=Dialect.JEKYLL, new_format="toml")
    with pytest.raises(EditRefused):
        post.set(("a",), 1)


# The body


def test_the_body_is_replaced_by_its_difference() -> None:
    post = Post.from_bytes(YAML).with_body("\nBony\n")
    assert post.body == "\nBony\n"
    assert [edit.text for edit in post.edits] == ["n"]


@pytest.mark.parametrize("head", [b"---\na: 1\n---", b'{"a": 1}', b"+++\r\na = 1\r\n+++"])
def test_a_first_body_begins_on_its_own_line(head: bytes) -> None:
    post = Post.from_bytes(head).with_body("Body")
    assert post.body == "Body"
    assert post.data == {"a": 1}


def test_a_body_that_would_become_front_matter_is_refused() -> None:
    with pytest.raises(EditRefused, match="front matter"):
        Post.from_bytes(b"Body").with_body("---\na: 1\n---\n")


def test_raw_edits_may_do_anything() -> None:
    post = Post.from_bytes(b"Body").with_edits([TextEdit(Span(0, 0), "---\na: 1\n---\n")])
    assert post.data == {"a": 1}


# What cannot be edited


def test_broken_front_matter_is_told_with_its_line_in_the_file() -> None:
    post = Post.from_bytes(b"---\ntitle: x\nsub: a: b\n---\nBody\n")
    assert post.problem is not None
    assert post.problem.where.line == 3
    assert post.body == "Body\n"
    with pytest.raises(EditRefused, match="broken"):
        post.set(("title",), "y")


def test_program_code_is_read_only() -> None:
    post = Post.from_bytes(b"---js\nlet a = 1;\n---\nBody\n")
    assert (post.format, post.data, post.body) == ("code", {}, "Body\n")
    with pytest.raises(EditRefused, match="program code"):
        post.set(("a",), 2)
    assert post.with_body("New\n").to_bytes() == b"---js\nlet a = 1;\n---\nNew\n"


@pytest.mark.parametrize(
    "block",
    [
        'title: "{{ replace .Name "-" " " | title }}"\n',
        "date: {{ .Date }}\n",
        "image: {{ site.baseurl }}/a.png\n",
        "title: x\n{% if a %}\ndraft: true\n{% endif %}\n",
    ],
)
def test_templates_are_read_only_and_not_broken(block: str) -> None:
    post = Post.from_bytes(f"---\n{block}---\n".encode())
    assert post.problem is None
    assert "template" in post.read_only


def test_placeholders_in_a_text_make_no_template() -> None:
    post = Post.from_bytes(b'---\ntitle: "{{ page.x }}"\n---\n')
    assert post.read_only == ""
    assert post.data == {"title": "{{ page.x }}"}


@pytest.mark.parametrize("block", [b"- a\n- b\n", b"just text\n"])
def test_front_matter_that_is_no_map_takes_no_fields(block: bytes) -> None:
    with pytest.raises(EditRefused):
        Post.from_bytes(b"---\n" + block + b"---\n").set(("a",), 1)


def test_notes_count_lines_of_the_file() -> None:
    post = Post.from_bytes(b"\n---\na: 1\na: 2\n---\n")
    assert [(note.code, note.line) for note in post.notes] == [("duplicate-key", 4)]


def test_unclosed_front_matter_is_noted() -> None:
    codes = [note.code for note in Post.from_bytes(b"---\ntitle: x\n\nBody").notes]
    assert codes == ["front-matter-unclosed"]


# The contract, over what people might type

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
SCALARS = TEXT | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
TOML_BLOCK = (
    "+++\r\n# top\r\ntitle = 'x' # why\r\nlist = [\r\n  1,\r\n]\r\n[t]\r\nk = 1\r\n+++\r\nBody"
)
JSON_BLOCK = '{\n    "title": "x",\n    "list": [1],\n    "t": {\n        "k": 1\n    }\n}\nBody'


@pytest.mark.parametrize("text", [TOML_BLOCK, JSON_BLOCK])
@given(
    path=st.sampled_from([("title",), ("list",), ("list", 0), ("t", "k"), ("t", "new"), ("new",)]),
    value=VALUES,
)
def test_any_value_that_is_set_is_read_again(text: str, path: tuple[Any, ...], value: Any) -> None:
    post = Post.from_bytes(text.encode())
    changed = post.apply(SetValue(path, value))
    again = Post.from_bytes(changed.to_bytes())
    found = again.data
    for key in path:
        found = found[key]
    assert json.dumps(found) == json.dumps(value)
    assert again.body == "Body"
    assert apply(changed.text, invert(post.text, changed.edits)) == text


def test_front_matter_without_an_opening_line_says_why_a_field_must_stay() -> None:
    post = Post.from_bytes(b"title: A\nmood: good\n---\nbody\n")
    with pytest.raises(EditRefused, match="no opening line"):
        post.unset(("title",))
    assert post.unset(("mood",)).text == "title: A\n---\nbody\n"


FRONTS = st.sampled_from(
    (
        "---\ntitle: a\n---\n",
        "---\r\ntitle: a\r\n---\r\n",
        "---\ntitle: a\n---",
        "---\ntitle: a\r---\r",
        "---\ntitle: a\n",
        "+++\nt = 1\n+++\n",
        "title: a\n---\n",
        '{"title": 1}\n',
        "",
    )
)
WRITTEN = st.text(alphabet="-+a:\n\r {}\"'", max_size=12)


@given(FRONTS, WRITTEN, st.integers(0, 30), st.integers(0, 5), WRITTEN, st.sampled_from(Dialect))
def test_what_is_read_before_an_edit_holds_only_where_it_still_does(
    front: str, body: str, at: int, length: int, text: str, dialect: Dialect
) -> None:
    before = Post(Source(front + body), dialect=dialect)
    start = min(at, len(before.text))
    span = Span(start, min(start + length, len(before.text)))
    after = before.with_edits([TextEdit(span, text)])
    fresh = Post(Source(after.text), dialect=dialect)
    assert _read_of(after) == _read_of(fresh)


def _read_of(post: Post) -> tuple[object, ...]:
    problem = post.problem and (post.problem.what, post.problem.where)
    return post.data, post.format, post.block_span, post.body, post.notes, problem, post.read_only


def test_typing_in_the_body_leaves_the_front_matter_as_read() -> None:
    before = Post.from_bytes(b"---\ntitle: a\n---\nBody\n")
    after = before.with_edits([TextEdit(Span(20, 20), "x")])
    assert after.has_front_matter_of(before)
    assert not before.set(("title",), "b").has_front_matter_of(before)
