"""Each kind of editor in the real window: what is typed, clicked or dropped is what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from reviewer.ui.automation.stage import stage
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.posts.table import PostsTable
from tests.e2e.fair import POST, TEXT, Fair, Picks, write_fair

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def fair(qapp: QApplication, tmp_path: Path) -> Iterator[Fair]:
    """The post is shown."""
    answers = Picks()
    with stage(prompts=answers) as scene:
        editor = Fair(scene, answers, write_fair(tmp_path / "fair"))
        editor.open_folder()
        until(lambda: POST in editor.listed(), "the post is listed")
        until(scene.window.findChild(PostsTable).isVisible, "the list is shown")
        editor.pick(POST)
        yield editor


TYPED = {
    "string": (("title",), "The new fair", 'title: "The fair"', 'title: "The new fair"'),
    "text": (("summary",), "Other words.", "First words.", "Other words."),
    "float": (("weight",), "1.75", "weight: 1.50", "weight: 1.75"),
    "date": (("day",), "2026-03-04", "day: 2026-02-03", "day: 2026-03-04"),
    "datetime": (
        ("starts",),
        "2026-02-03 10:45:00 +0100",
        "starts: 2026-02-03 09:30:00 +0100",
        "starts: 2026-02-03 10:45:00 +0100",
    ),
    "time": (("opens",), "10:15", 'opens: "9:30"', 'opens: "10:15"'),
    "enum": (("desk",), "Markets", "desk: 'n'", "desk: 'm'"),
    "object": (("place", "zip"), "01069", 'zip: "89073"', 'zip: "01069"'),
    "reference": (("follows",), "2026-01-02-x", "2026-01-01-old", "2026-01-02-x"),
    "file": (("guide",), "/assets/map.txt", "/assets/plan.txt", "/assets/map.txt"),
    "image": (("cover",), "/assets/b.png", "/assets/a.png", "/assets/b.png"),
    "url": (("source",), "https://b.example/", "https://a.example/fair", "https://b.example/"),
    "email": (("contact",), "x@a.example", "desk@a.example", "x@a.example"),
    "colour": (("tint",), "#112233", "#AABBCC", "#112233"),
    "slug": (("slug",), "market", "slug: fair", "slug: market"),
    "opaque": (("odd",), "[1, 2]", "odd: {a: 1,   b: [x]}", "odd: [1, 2]"),
    "variant": (("block", "words"), "It was.", "'So it is.'", "'It was.'"),
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_is_typed_is_saved_in_the_style_that_is_there(fair: Fair, kind: str) -> None:
    path, text, old, new = TYPED[kind]
    fair.retype(text, *path)
    assert fair.saved() == TEXT.replace(old, new) != TEXT


def test_a_number_goes_up_by_the_step_of_its_rule_and_stops_at_the_end(fair: Fair) -> None:
    more = fair.box("score").more
    for _ in range(3):
        fair.click(more)
    assert fair.saved() == TEXT.replace("score: 5", "score: 10")


def test_yes_and_no_are_clicked_and_fields_that_depend_on_them_follow(fair: Fair) -> None:
    assert fair.shows("venue")
    yes, no = fair.box("public").chain()
    fair.click(no)
    assert not fair.shows("venue")
    assert fair.saved() == TEXT.replace("public: true", "public: false")
    fair.click(yes)
    assert fair.shows("venue")


def test_a_day_is_picked_from_the_calendar(fair: Fair) -> None:
    editor = fair.box("starts")
    fair.click(editor.button)
    assert editor.popup is not None
    editor.popup.calendar.clicked.emit(QDate(2026, 2, 9))
    assert fair.saved() == TEXT.replace("2026-02-03 09:30", "2026-02-09 09:30")


def test_a_zone_is_chosen_below_the_calendar(fair: Fair) -> None:
    editor = fair.box("starts")
    fair.click(editor.button)
    assert editor.popup is not None
    editor.popup.zone.textActivated.emit("+02:00")
    assert fair.saved() == TEXT.replace("09:30:00 +0100", "09:30:00 +02:00")


def test_dates_before_the_earliest_cannot_be_picked(fair: Fair) -> None:
    editor = fair.box("day")
    fair.click(editor.button)
    assert editor.popup is not None
    assert editor.popup.calendar.minimumDate() == QDate(2020, 1, 1)
    editor.popup.close()


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("moods", "bright", "moods: [calm]", "moods: [calm, bright]"),
        ("tags", "town", "tags: [fair]", "tags: [fair, town]"),
    ],
)
def test_one_of_several_values_is_added(
    fair: Fair, name: str, text: str, old: str, new: str
) -> None:
    line = fair.box(name).line
    line.setFocus()
    fair.hands.type_text(line, text)
    fair.press("Return")
    assert fair.saved() == TEXT.replace(old, new)


def test_an_item_is_added_below_another_one(fair: Fair) -> None:
    fair.box("points").focus_item(0)
    fair.press("Return")
    fair.hands.type_text(QApplication.focusWidget(), "More.")
    assert fair.saved() == TEXT.replace('  - "One."\n', "  - \"One.\"\n  - 'More.'\n")


def test_a_card_is_duplicated_and_one_of_the_two_changed(fair: Fair) -> None:
    editor = fair.box("links")
    assert editor.frames[0].title.text() == "A"
    fair.click(editor.frames[0].double)
    fair.retype("B", "links", 1, "name")
    assert editor.frames[1].title.text() == "B"
    card = "  - name: A\n    url: https://a.example\n"
    assert fair.saved() == TEXT.replace(card, card + card.replace("A\n", "B\n"))


def test_a_card_is_folded_moved_and_removed(fair: Fair) -> None:
    editor = fair.box("links")
    fair.click(editor.frames[0].toggle)
    assert not editor.frames[0].editor.isVisible()
    fair.click(editor.add)
    fair.retype("Z", "links", 1, "name")
    fair.press("Alt+Up")
    fair.click(editor.frames[1].cross)
    old = "  - name: A\n    url: https://a.example\n"
    assert fair.saved() == TEXT.replace(old, '  - name: "Z"\n    url: ""\n')


def test_another_variant_shows_its_fields_and_keeps_the_other_values(fair: Fair) -> None:
    sorts = fair.box("block").sorts
    sorts.setFocus()
    fair.press("Down")
    fair.retype("https://f.example/", "block", "film")
    old = "  sort: quote\n  words: 'So it is.'\n"
    new = "  sort: film\n  words: 'So it is.'\n  film: https://f.example/\n"
    assert fair.saved() == TEXT.replace(old, new)


def test_a_post_is_found_by_its_title(fair: Fair) -> None:
    fair.retype("markets", "follows")
    editor = fair.box("follows")
    until(lambda: any(each.label for each in editor.row.choices), "posts are found")
    assert [each.label for each in editor.row.choices] == ["Old markets close"]
    editor.suggestions.activated.emit("Old markets close")
    assert fair.saved() == TEXT


def test_a_file_is_picked_and_named_as_before(fair: Fair) -> None:
    fair.answers.file = fair.folder / "assets/map.txt"
    fair.click(fair.box("guide").button)
    assert fair.saved() == TEXT.replace("plan.txt", "map.txt")


def test_a_file_outside_the_folder_is_refused(fair: Fair, tmp_path: Path) -> None:
    fair.answers.file = tmp_path / "elsewhere.txt"
    fair.click(fair.box("guide").button)
    assert "outside" in fair.messages("guide")
    assert fair.saved() == TEXT


def test_a_picture_is_shown_and_another_one_dropped(fair: Fair) -> None:
    editor = fair.box("cover")
    until(editor.picture.isVisible, "the picture is shown")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(fair.folder / "assets/b.png"))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (QDragEnterEvent(QPoint(5, 5), *how), QDropEvent(QPointF(5, 5), *how)):
        QApplication.sendEvent(editor, event)
    assert fair.saved() == TEXT.replace("/assets/a.png", "/assets/b.png")


def test_a_colour_is_picked_and_written_in_the_same_style(fair: Fair) -> None:
    fair.answers.colour = "#ffee00"
    fair.click(fair.box("tint").swatch)
    assert fair.saved() == TEXT.replace("#AABBCC", "#FFEE00")


def test_a_slug_is_made_from_the_title(fair: Fair) -> None:
    fair.click(fair.box("slug").button)
    assert fair.saved() == TEXT.replace("slug: fair", "slug: the-fair")


def test_what_is_emptied_goes_where_the_rules_say_so(fair: Fair) -> None:
    line = fair.box("slug").line
    line.setFocus()
    fair.press("Ctrl+A")
    fair.press("Backspace")
    assert fair.shows("slug")
    assert fair.saved() == TEXT.replace("slug: fair\n", "")


def test_yaml_is_written_once_it_can_be_read(fair: Fair) -> None:
    fair.retype("{a: 1", "odd")
    assert fair.messages("odd")
    assert fair.saved() == TEXT
    fair.retype("{a: 2}", "odd")
    assert fair.saved() == TEXT.replace("odd: {a: 1,   b: [x]}", "odd: {a: 2}")


def test_hidden_fields_are_kept_and_others_cannot_be_edited(fair: Fair) -> None:
    assert not fair.shows("secret")
    line = fair.box("number").line
    line.setFocus()
    fair.hands.type_text(line, "x")
    assert fair.saved() == TEXT


def test_a_default_is_offered_and_written_when_it_is_clicked(fair: Fair) -> None:
    fair.hands.field(("mood",)).note.linkActivated.emit("offer")
    fair.scene.settle()
    assert fair.saved() == TEXT.replace("layout: fair\n", "layout: fair\nmood: calm\n")


def test_a_value_that_the_site_gives_is_shown_as_inherited(fair: Fair) -> None:
    assert fair.box("author").line.placeholderText() == "inherited: The desk"
    assert fair.saved() == TEXT


NOTHINGS = {
    "Set to null": "",
    "Set to empty text": ' ""',
    "Set to an empty list": " []",
    "Remove field": None,
}
"""Menu entries, and what is written behind the colon; ``None``: the field is not there."""
KEPT = ("secret", "number", "venue", "voice", "layout")
NAMES = [line.split(":")[0] for line in TEXT.splitlines() if line[:1].isalpha() and ":" in line]


def with_nothing_in(written: str) -> str:
    """The post whose fields hold nothing but ``written``; comments and styles stay."""
    lines = [f"{name}:{written}" for name in NAMES if name not in KEPT]
    text = "\n".join(lines).replace('desk: ""', "desk: ''")
    text = text.replace(f"title:{written}", f"title:{written}   # short")
    text = text.replace("points: []", "points: []\n  # between")
    odd = f"odd:{written}"
    kept = "secret: {token: 1}\nnumber: 'R-1'\nvenue: Town hall"
    text = text.replace(odd, f"{kept}\n{odd}")
    return f"---\n# Kept as it is.\n{text}\nvoice: calm\nlayout: fair\n---\n\nBody stays.\n"


WITHOUT = """\
---
# Kept as it is.
secret: {token: 1}
number: 'R-1'
venue: Town hall
voice: calm
layout: fair
---

Body stays.
"""


@pytest.mark.parametrize("entry", NOTHINGS)
def test_every_sort_of_nothing_can_be_chosen_for_every_kind(fair: Fair, entry: str) -> None:
    for name in NAMES:
        if name not in KEPT:
            fair.choose(entry, name)
    written = NOTHINGS[entry]
    assert fair.saved() == (WITHOUT if written is None else with_nothing_in(written))
