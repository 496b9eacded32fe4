"""Each file in tests/cases/merge is a test: base, mine, theirs, and what they come to.

A case may open with ``conflicts``: the paths of fields, or ``body`` and ``front
matter``. The texts follow, each behind a line such as ``=== mine``. Below: what
a case file cannot hold, line ends, encodings and decisions.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.document.edits import apply
from reviewer.document.merge import Choice, Conflict, Merged, Part, merge, resolve
from reviewer.document.post import Post

FOLDER = Path(__file__).parents[1] / "cases" / "merge"
BASE = b"---\ntitle: Talks\ntags: [a]\n---\nOne.\n\nTwo.\n"
MINE = BASE.replace(b"Talks", b"Mine").replace(b"One", b"Mine")
THEIRS = BASE.replace(b"Talks", b"'Theirs' # sure").replace(b"One", b"Theirs")


@dataclass(frozen=True)
class Case:
    conflicts: list[Any]
    base: str
    mine: str
    theirs: str
    merged: str


def read(file: Path) -> Case:
    head, *texts = re.split(r"^=== \w+\n", file.read_text(encoding="utf-8"), flags=re.M)
    return Case((yaml.safe_load(head) or {}).get("conflicts", []), *texts)


def merged_from(*versions: bytes | str) -> Merged:
    posts = [Post.from_bytes(v.encode() if isinstance(v, str) else v) for v in versions]
    return merge(*posts)


def what(conflict: Conflict) -> Any:
    return list(conflict.path) if conflict.part is Part.FIELD else conflict.part.value


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.case")), ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = read(file)
    merged = merged_from(case.base, case.mine, case.theirs)
    assert merged.post.text == case.merged
    assert [what(each) for each in merged.conflicts] == case.conflicts


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.case")), ids=lambda file: file.stem)
def test_case_the_other_way_round_has_the_same_data(file: Path) -> None:
    case = read(file)
    merged = merged_from(case.base, case.mine, case.theirs)
    turned = merged_from(case.base, case.theirs, case.mine)
    assert {str(what(each)) for each in turned.conflicts} == set(map(str, case.conflicts))
    if merged.is_clean:
        assert (turned.post.data, turned.post.body) == (merged.post.data, merged.post.body)


def test_edits_lead_from_my_text_to_the_merged_text() -> None:
    theirs = BASE.replace(b"[a]", b"[a, b]").replace(b"Two", b"2")
    merged = merged_from(BASE, BASE.replace(b"Talks", b"Held"), theirs)
    mine = BASE.replace(b"Talks", b"Held").decode()
    assert len(merged.post.edits) == 2
    assert apply(mine, merged.post.edits) == merged.post.text


def test_a_name_given_to_two_fields_loses_neither() -> None:
    base = "---\nfirst: Jennifer\nlast: Moran\npublished: false\n---\n"
    mine = "---\nlast: Moran\nnew: false\n---\n"
    merged = merged_from(base, mine, base.replace("first:", "new:"))
    (conflict,) = merged.conflicts
    assert (conflict.mine.value, conflict.theirs.value) == (False, "Jennifer")


def test_a_new_list_that_one_side_left_empty_is_not_filled_by_the_other() -> None:
    base = "---\ntitle: x\n---\n"
    mine, theirs = (base.replace("x\n", f"x\ntags: {tags}\n") for tags in ("[a]", "[]"))
    assert [what(each) for each in merged_from(base, mine, theirs).conflicts] == [["tags"]]


# Decisions


def conflicts_of(merged: Merged) -> tuple[Conflict, Conflict]:
    title, body = merged.conflicts
    assert (title.path, body.part) == (("title",), Part.BODY)
    return title, body


def test_a_conflict_shows_all_versions_and_where_mine_stands() -> None:
    merged = merged_from(BASE, MINE, THEIRS)
    title, body = conflicts_of(merged)
    assert [each.value for each in (title.base, title.mine, title.theirs)] == [
        "Talks",
        "Mine",
        "Theirs",
    ]
    assert title.theirs.text == "title: 'Theirs' # sure\n"
    assert merged.post.text[title.span.start : title.span.end] == "title: Mine\n"
    assert [each.text for each in (body.base, body.mine, body.theirs)] == [
        "One.\n",
        "Mine.\n",
        "Theirs.\n",
    ]
    assert merged.post.text[body.span.start : body.span.end] == "Mine.\n"


def test_each_conflict_is_decided_by_itself() -> None:
    merged = merged_from(BASE, MINE, THEIRS)
    title, body = conflicts_of(merged)
    assert resolve(merged, {}) is merged.post
    decided = resolve(merged, {title: Choice.THEIRS, body: Choice.BASE})
    assert decided.to_bytes() == BASE.replace(b"Talks", b"'Theirs' # sure")
    assert apply(merged.post.text, decided.edits) == decided.text
    assert resolve(merged, {body: Choice.THEIRS}).data == {"title": "Mine", "tags": ["a"]}


def test_their_version_of_all_conflicts_can_be_taken() -> None:
    merged = merged_from(BASE, MINE, THEIRS)
    choices = dict.fromkeys(merged.conflicts, Choice.THEIRS)
    assert resolve(merged, choices).to_bytes() == THEIRS


def test_a_field_that_i_removed_comes_back_as_they_wrote_it() -> None:
    merged = merged_from(BASE, BASE.replace(b"title: Talks\n", b""), THEIRS)
    (title,) = merged.conflicts
    assert title.mine.absent
    assert merged.post.body == "Theirs.\n\nTwo.\n"
    decided = resolve(merged, {title: Choice.THEIRS})
    assert "title: 'Theirs' # sure\n" in decided.text
    assert decided.data == {"title": "Theirs", "tags": ["a"]}


def test_a_field_that_they_removed_goes_when_so_decided() -> None:
    merged = merged_from(BASE, MINE, BASE.replace(b"title: Talks\n", b""))
    (title,) = merged.conflicts
    assert resolve(merged, {title: Choice.THEIRS}).data == {"tags": ["a"]}


def test_an_item_that_both_edited_is_decided_in_its_place() -> None:
    base = "---\nauthors:\n  - name: Ann\n    age: 1\n  - name: Bo\n---\n"
    mine = base.replace("Ann", "Anna").replace("authors:", "authors:\n  - name: New")
    merged = merged_from(base, mine, base.replace("Ann", "Anne").replace("age: 1", "age: 2"))
    (name,) = merged.conflicts
    assert name.path == ("authors", 1, "name")
    assert resolve(merged, {name: Choice.THEIRS}).data == {
        "authors": [{"name": "New"}, {"name": "Anne", "age": 2}, {"name": "Bo"}]
    }


def test_whole_front_matter_is_decided_at_once() -> None:
    theirs = BASE.replace(b"Talks", b"Theirs")
    merged = merged_from(BASE, BASE.replace(b"Talks", b"[Mine"), theirs)
    (conflict,) = merged.conflicts
    assert conflict.part is Part.FRONT_MATTER
    assert resolve(merged, {conflict: Choice.THEIRS}).to_bytes() == theirs


# Line ends and encodings


def test_new_line_ends_on_one_side_do_not_stand_against_edits_on_the_other() -> None:
    mine = BASE.replace(b"Talks", b"Held").replace(b"Two", b"2")
    theirs = BASE.replace(b"[a]", b"[a, b]").replace(b"\n", b"\r\n")
    merged = merged_from(BASE, mine, theirs)
    assert merged.is_clean
    assert merged.post.to_bytes() == mine.replace(b"[a]", b"[a, b]").replace(b"\n", b"\r\n")


def test_mixed_line_ends_stay_line_by_line() -> None:
    base = BASE.replace(b"One.\n", b"One.\r\n")
    merged = merged_from(base, base.replace(b"Talks", b"Held"), base.replace(b"Two", b"2"))
    assert merged.post.to_bytes() == base.replace(b"Talks", b"Held").replace(b"Two", b"2")


def test_a_byte_order_mark_put_on_one_side_comes_along() -> None:
    mine, theirs = BASE.replace(b"Talks", b"Held"), codecs.BOM_UTF8 + BASE.replace(b"Two", b"2")
    merged = merged_from(BASE, mine, theirs)
    assert merged.is_clean
    assert merged.post.to_bytes() == codecs.BOM_UTF8 + mine.replace(b"Two", b"2")


def test_a_new_encoding_on_one_side_holds_the_edits_of_the_other() -> None:
    theirs = BASE.decode().encode("utf-16")
    merged = merged_from(BASE, BASE.replace(b"Talks", "Gespräche".encode()), theirs)
    assert (merged.is_clean, merged.post.encoding) == (True, "UTF-16 LE")
    assert merged.post.data["title"] == "Gespräche"


def test_text_that_no_encoding_holds_together_is_a_choice_between_files() -> None:
    base = BASE.decode().encode("utf-16")
    theirs = base.replace("Two".encode("utf-16-le"), b"\x00\xd8")
    merged = merged_from(base, BASE.replace(b"One", b"\xff"), theirs)
    assert [each.part for each in merged.conflicts] == [Part.FILE]
    assert merged.post.to_bytes() == BASE.replace(b"One", b"\xff")


def test_a_body_may_begin_where_the_closing_line_had_no_line_end() -> None:
    base = b"---\ntitle: x\n---"
    merged = merged_from(base, base.replace(b"x", b"y"), base + b"\nBody\n")
    assert merged.post.to_bytes() == b"---\ntitle: y\n---\nBody\n"
