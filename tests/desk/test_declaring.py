"""``reviewer.yml`` changed by an editor who does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.declaring import Ignore, State, Unstate, take_back, write
from reviewer.document.operations import EditRefused
from reviewer.schema.content_type import ContentType
from reviewer.schema.declared.reading import FILE, load
from reviewer.schema.field import Option
from reviewer.schema.matching import Match
from reviewer.site.storage import ChangedOnDisk

if TYPE_CHECKING:
    from pathlib import Path

POSTS = ContentType("posts", match=Match(("_posts",)))
EVERY = ContentType("post")
KEPT = b"""\
# House rules
version: 1
types:
  posts:
    match: {folder: _posts}
    fields:
      title: {label: 'Headline'}   # as the desk says
      category:
        options: [News]
        required: error
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_bytes(KEPT)
    return tmp_path


def test_a_folder_without_the_file_gets_one_with_the_type(tmp_path: Path) -> None:
    options = (Option("News"), Option("Art"))
    write(tmp_path, [State(POSTS, ("category",), "options", options)])
    (found,) = load(tmp_path).types
    assert (found.name, found.match) == ("posts", Match(("_posts",)))
    assert found.fields[0].options == options


def test_what_holds_for_all_posts_belongs_to_no_type(tmp_path: Path) -> None:
    write(tmp_path, [State(EVERY, ("title",), "max_length", 70)])
    assert b"types" not in (tmp_path / FILE).read_bytes()
    assert load(tmp_path).types[0].fields[0].max_length == 70


def test_everything_else_in_the_file_stays(kept: Path) -> None:
    write(kept, [State(POSTS, ("title",), "label", "Title")])
    assert (kept / FILE).read_bytes() == KEPT.replace(b"'Headline'", b"'Title'")


def test_one_attribute_or_the_whole_field_is_taken_out(kept: Path) -> None:
    write(kept, [Unstate(POSTS, ("category",), "required"), Unstate(POSTS, ("title",))])
    text = (kept / FILE).read_text()
    assert "required" not in text
    assert "title" not in text
    assert "options: [News]" in text


def test_what_all_posts_have_is_taken_out_where_the_type_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, [State(EVERY, ("title",), "max_length", 70)])
    write(tmp_path, [Unstate(POSTS, ("title",), "max_length")])
    assert load(tmp_path).types[0].fields == ()


def test_a_save_is_taken_back_to_the_byte(kept: Path) -> None:
    written = write(kept, [State(POSTS, ("title",), "label", "Title")])
    take_back(kept, written)
    assert (kept / FILE).read_bytes() == KEPT


def test_a_file_that_was_not_there_goes_again(tmp_path: Path) -> None:
    take_back(tmp_path, write(tmp_path, [State(EVERY, ("title",), "label", "Title")]))
    assert not (tmp_path / FILE).exists()


def test_what_somebody_else_wrote_since_is_not_taken_back(tmp_path: Path) -> None:
    written = write(tmp_path, [State(EVERY, ("title",), "label", "Title")])
    (tmp_path / FILE).write_bytes(KEPT)
    with pytest.raises(ChangedOnDisk):
        take_back(tmp_path, written)
    assert (tmp_path / FILE).read_bytes() == KEPT


@pytest.mark.parametrize("data", [b"\xff\xfe", b"types: [", b"a: 1\n---\nb: 2\n"])
def test_a_file_that_cannot_be_changed_safely_is_left_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(EditRefused):
        write(tmp_path, [State(EVERY, ("title",), "label", "Title")])
    assert (tmp_path / FILE).read_bytes() == data


def test_a_rule_is_ignored_beside_those_that_are(kept: Path) -> None:
    write(kept, [Ignore("bare-link")])
    write(kept, [Ignore("long-sentence"), Ignore("bare-link")])
    assert load(kept).settings["checks"] == {"ignore": ["bare-link", "long-sentence"]}
    assert (kept / FILE).read_bytes().startswith(KEPT)


def test_one_ignored_name_becomes_a_list(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"checks:\n  ignore: markup\n")
    write(tmp_path, [Ignore("bare-link")])
    assert load(tmp_path).settings["checks"] == {"ignore": ["markup", "bare-link"]}


def test_ignoring_refuses_what_it_does_not_understand(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"checks:\n  ignore: {a: b}\n")
    with pytest.raises(EditRefused):
        write(tmp_path, [Ignore("bare-link")])
