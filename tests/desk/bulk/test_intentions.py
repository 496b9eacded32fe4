"""Each intention changes the posts that it fits and says why it leaves the others alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.bulk import replacing
from reviewer.desk.bulk.intentions import (
    Append,
    Intention,
    Remove,
    RemoveItems,
    RenameField,
    Set,
)
from reviewer.desk.bulk.planning import (
    CHANGED,
    REFUSED,
    UNCHANGED,
    UNSAVED,
    BulkEdit,
    Planned,
    Planner,
    before_and_after,
    shown,
)
from reviewer.desk.bulk.replacing import BadPattern, Replace
from reviewer.site.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

POST = """---
title: "Old words"  # why
count: 2024
price: 1.50
date: 2024-05-01
draft: true
tags:
  - old
  - News
seo:
  title: Old too
---
Old body
"""


def plan(tmp_path: Path, text: str, *wanted: Intention) -> Planned:
    (tmp_path / "a.md").write_bytes(text.encode())
    return Planner(Folder.open(tmp_path), BulkEdit(("a.md",), wanted)).plan_one("a.md")


def result(tmp_path: Path, text: str, *wanted: Intention) -> str:
    found = plan(tmp_path, text, *wanted)
    assert found.outcome == CHANGED, found.says
    texts = before_and_after(Folder.open(tmp_path), found)
    assert texts is not None
    return texts[1]


@pytest.mark.parametrize(
    ("wanted", "old", "new"),
    [
        (Set(("title",), "New"), '"Old words"', '"New"'),
        (Set(("seo", "title"), "New"), "title: Old too", "title: New"),
        (Set(("lang",), "en"), "---\nOld", "lang: en\n---\nOld"),
        (Remove(("count",)), "count: 2024\n", ""),
        (RenameField(("count",), "number"), "count:", "number:"),
        (Append(("tags",), ("b", "old", "b")), "  - News\n", "  - News\n  - b\n"),
        (Append(("labels",), ("b",)), "---\nOld", "labels:\n  - b\n---\nOld"),
        (RemoveItems(("tags",), "old"), "  - old\n", ""),
        (Replace("words", "text"), '"Old words"', '"Old text"'),
        (Replace("Old", "New", ("seo",)), "title: Old too", "title: New too"),
        (Replace("news", "Views", ignore_case=True), "- News", "- Views"),
        (Replace("old", "new", ("tags",), whole=True), "- old", "- new"),
        (Replace(r"(\w+) words", r"\1 and \1", regular=True), "Old words", "Old and Old"),
        (Replace("2024", "2025", ("count",)), "count: 2024", "count: 2025"),
        (Replace("2024", "2025", ("date",)), "2024-05-01", "2025-05-01"),
        (Replace(".50", ".75", ("price",)), "1.50", "1.75"),
        (Replace("words", r"\1", ("title",)), '"Old words"', '"Old \\\\1"'),
        (Replace("(?x) old # a word", "new", regular=True, whole=True), "- old", "- new"),
        (Replace("(n)|old", r"<\1>", regular=True, whole=True), "- old", "- <>"),
    ],
)
def test_only_what_is_wanted_changes(tmp_path: Path, wanted: Intention, old: str, new: str) -> None:
    assert result(tmp_path, POST, wanted) == POST.replace(old, new, 1)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Set(("title",), "Old words"), "has this value already"),
        (Set(("lang",), "en", only_present=True), "no “lang”"),
        (Remove(("lang",)), "no “lang”"),
        (RenameField(("lang",), "language"), "no “lang”"),
        (RenameField(("title",), "title"), "called “title” already"),
        (Append(("tags",), ("old",)), "holds this already"),
        (Append(("labels",), ("x",), only_present=True), "no “labels”"),
        (RemoveItems(("tags",), "x"), "does not hold this"),
        (RemoveItems(("title",), "x"), "is no list"),
        (Replace("nowhere", "x"), "Nothing here fits"),
        (Replace("x", "y", ("lang",)), "no “lang”"),
        (Replace("old", "new", ("seo",)), "Nothing here fits"),
        (Replace("Old", "New", ("title",), whole=True), "Nothing here fits"),
        (Replace("2024", "x", ("count",)), "Nothing here fits"),
        (Replace("true", "false", ("draft",)), "Nothing here fits"),
    ],
)
def test_posts_that_it_does_not_fit_are_left_alone(
    tmp_path: Path, wanted: Intention, says: str
) -> None:
    found = plan(tmp_path, POST, wanted)
    assert found.outcome == UNCHANGED
    assert says in found.says


@pytest.mark.parametrize(
    ("text", "wanted", "says"),
    [
        (POST, Append(("title",), ("x",)), "no list"),
        (POST, Set(("title", "deep"), "x"), "cannot be set"),
        (POST, RenameField(("count",), "title"), "already"),
        (POST, RenameField(("lang",), "language", required=True), "no “lang”"),
        ("---\na: b: c\n---\n", Set(("a",), 1), "front matter is broken"),
        ("---\na: {{ b }}\n---\n", Set(("a",), 1), "template"),
        ("---\na: " + "x" * 60 + "!\n---\n", Replace(r"^(x|xx)+$", "", regular=True), "too long"),
    ],
)
def test_what_cannot_be_done_is_refused_and_says_why(
    tmp_path: Path, text: str, wanted: Intention, says: str
) -> None:
    found = plan(tmp_path, text, wanted)
    assert found.outcome == REFUSED
    assert says in found.says


def test_a_broken_post_is_refused_with_its_line(tmp_path: Path) -> None:
    assert plan(tmp_path, "---\nx: 1\na: b: c\n---\n", Set(("a",), 1)).line == 3


def test_intentions_are_carried_out_in_their_order(tmp_path: Path) -> None:
    wanted = (Set(("count",), 1), RenameField(("count",), "number"), Remove(("draft",)))
    expected = POST.replace("count: 2024", "number: 1").replace("draft: true\n", "")
    assert result(tmp_path, POST, *wanted) == expected


def test_one_refusal_leaves_the_whole_post(tmp_path: Path) -> None:
    assert plan(tmp_path, POST, Set(("count",), 1), Append(("title",), (1,))).outcome == REFUSED


def test_a_file_without_front_matter_is_left_alone(tmp_path: Path) -> None:
    found = plan(tmp_path, "Text\n", Set(("a",), 1))
    assert (found.outcome, found.says) == (UNCHANGED, "It has no front matter.")


def test_a_post_that_is_being_edited_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(POST.encode())
    edit = BulkEdit(("a.md",), (Set(("count",), 1),), unsaved=frozenset({"a.md"}))
    found = Planner(Folder.open(tmp_path), edit).plan_one("a.md")
    assert (found.outcome, found.says) == (REFUSED, UNSAVED)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    edit = BulkEdit(("gone.md",), (Set(("count",), 1),))
    found = Planner(Folder.open(tmp_path), edit).plan_one("gone.md")
    assert (found.outcome, found.says[:30]) == (REFUSED, "The file or its folder is gone")


@pytest.mark.parametrize("pattern", ["(", "[", "(?P<a>x"])
def test_a_pattern_that_cannot_be_read_is_said_at_once(pattern: str) -> None:
    with pytest.raises(BadPattern, match="cannot be read"):
        Replace(pattern, "", regular=True)


def test_a_replacement_naming_a_group_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(BadPattern, match="cannot be read"):
        Replace("x", r"\2", regular=True)


def test_what_has_changed_since_is_not_shown_as_planned(tmp_path: Path) -> None:
    found = plan(tmp_path, POST, Set(("count",), 1))
    folder = Folder.open(tmp_path)
    assert shown(folder, found) is not None
    (tmp_path / "a.md").write_bytes(b"theirs")
    assert shown(folder, found) is None


def test_a_pattern_that_is_too_slow_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "PATIENCE", 0.01)
    slow = "---\na: " + "x" * 60 + "!\n---\n"
    wanted = Replace(r"^(x|xx)+$", "", regular=True)
    for _ in range(replacing.TRIES):
        assert "on a value of this post" in plan(tmp_path, slow, wanted).says
    assert "on other posts" in plan(tmp_path, POST, wanted).says
