"""What the form decides, without a window."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.ui.panels.form import intents
from reviewer.ui.panels.form.menu import Deed
from reviewer.ui.panels.form.rows import State
from tests.support.forms import FormDesk

POST = """---
layout: post
title: "Ford held talks"
category: "Nws"  # the desk
date: 2026-02-01 06:54:02
score: 8
draft: no
tldr:
  - "One point."
  - "Two points."
seo:
  title: Short
  noindex: true
---
Body
"""
TYPE = ContentType(
    "posts",
    (
        Field("layout", "Layout", "enum", options=(Option("post", count=9),), count=9),
        Field("title", "Title", "string", max_length=70, required=Severity.ERROR, count=9),
        Field(
            "category",
            "Category",
            "enum",
            options=(Option("News", count=7), Option("Markets", count=2)),
            count=9,
        ),
        Field("date", "Date", "datetime", count=9),
        Field("score", "Score", "int", minimum=1, maximum=10, count=9),
        Field("description", "Description", "text", count=7),
        Field("author", "Author", "string", count=1),
        Field("tldr", "TL;DR", "list", item=Field("", kind="text"), count=9),
    ),
    count=9,
)


@pytest.fixture
def desk() -> FormDesk:
    return FormDesk(POST, TYPE).show()


def row(desk: FormDesk, *path):
    found = desk.form.row(path)
    assert found is not None
    return found


def changed_lines(desk: FormDesk) -> list[str]:
    before, after = POST.splitlines(), desk.text.splitlines()
    return [line for line in after if line not in before]


def test_the_title_comes_first_then_the_schema_then_the_rest(desk):
    names = [each.path[0] for each in desk.form.rows]
    assert names == [
        *("title", "layout", "category", "date", "score", "description", "tldr"),
        *("draft", "seo"),
    ]


def test_a_rare_absent_field_is_offered_by_the_menu_only(desk):
    assert [each.name for each in desk.form.addable] == ["author"]


def test_a_usual_absent_field_invites_to_be_added(desk):
    description = row(desk, "description")
    assert description.state is State.ABSENT
    assert (description.placeholder, description.note) == ("Add a description", "not set")


def test_a_field_that_the_schema_does_not_know_is_shown(desk):
    assert not row(desk, "draft").known
    assert row(desk, "draft").editor == "yes_no"


def test_the_counter_tells_length_and_limit(desk):
    assert row(desk, "title").counter == "15 of 70"


def test_the_label_tells_the_range(desk):
    assert row(desk, "score").label == "Score (1–10)"


def test_choices_come_with_their_counts(desk):
    assert [(each.text, each.count) for each in row(desk, "category").choices] == [
        ("News", 7),
        ("Markets", 2),
    ]


def test_a_date_is_shown_as_it_is_written(desk):
    assert row(desk, "date").text == "2026-02-01 06:54:02"


def test_typing_a_title_changes_its_line_only(desk):
    desk.presenter.carry_out(intents.Typed(("title",), "Ford talks"))
    assert changed_lines(desk) == ['title: "Ford talks"']


def test_typing_keeps_the_input_as_it_is(desk):
    desk.presenter.carry_out(intents.Typed(("title",), "F"))
    assert desk.notes.typing == [("title",)]


def test_key_presses_in_one_field_are_one_undo_step(desk):
    for text in ("A", "AB", "ABC"):
        desk.presenter.carry_out(intents.Typed(("title",), text))
    desk.open_post.undo()
    assert desk.text == POST


def test_leaving_a_field_ends_the_undo_step(desk):
    desk.presenter.carry_out(intents.Typed(("title",), "A"))
    desk.presenter.carry_out(intents.Left(("title",)))
    desk.presenter.carry_out(intents.Typed(("title",), "AB"))
    desk.open_post.undo()
    assert row(desk, "title").text == "A"


def test_an_undo_shows_in_the_form(desk):
    desk.presenter.carry_out(intents.Typed(("title",), "A"))
    desk.open_post.undo()
    assert desk.notes.form.row(("title",)).text == "Ford held talks"


def test_a_changed_field_says_what_it_was(desk):
    desk.presenter.carry_out(intents.Typed(("category",), "News"))
    assert row(desk, "category").changed
    assert row(desk, "category").was == "was “Nws”"


def test_a_changed_list_says_how_long_it_was_only_if_it_was_longer_or_shorter(desk):
    desk.presenter.carry_out(intents.Moved(("tldr",), 0, 1))
    assert row(desk, "tldr").was == "edited"
    desk.presenter.carry_out(intents.Removed(("tldr",), 0))
    assert row(desk, "tldr").was == "was 2 items"


def test_reverting_a_field_gives_the_saved_bytes(desk):
    desk.presenter.carry_out(intents.Typed(("category",), "News"))
    desk.presenter.carry_out(intents.Reverted(("category",)))
    assert desk.text == POST


def test_a_typed_number_is_a_number(desk):
    desk.presenter.carry_out(intents.Typed(("score",), "7"))
    assert desk.open_post.post.data["score"] == 7


def test_text_in_a_number_field_is_kept_as_text(desk):
    desk.presenter.carry_out(intents.Typed(("score",), "high"))
    assert desk.open_post.post.data["score"] == "high"
    assert row(desk, "score").editor == "number"
    assert row(desk, "score").messages


def test_an_emptied_number_is_null_and_not_gone(desk):
    desk.presenter.carry_out(intents.Typed(("score",), ""))
    assert row(desk, "score").state is State.NULL


def test_an_emptied_text_is_empty_and_not_null(desk):
    desk.presenter.carry_out(intents.Typed(("title",), ""))
    assert row(desk, "title").state is State.EMPTY


def test_a_typed_date_is_a_date(desk):
    desk.presenter.carry_out(intents.Typed(("date",), "2026-03-04 10:00:00"))
    assert desk.open_post.post.data["date"] == datetime(2026, 3, 4, 10)


def test_a_date_half_typed_becomes_a_date_again(desk):
    for text in ("2026-02-0", "2026-02-02"):
        desk.presenter.carry_out(intents.Typed(("date",), text))
    assert desk.open_post.post.data["date"] == date(2026, 2, 2)


def test_a_date_in_quotes_stays_text():
    desk = FormDesk('---\ndate: "2026-02-01"\n---\n', TYPE).show()
    desk.presenter.carry_out(intents.Typed(("date",), "2026-02-02"))
    assert desk.text == '---\ndate: "2026-02-02"\n---\n'


def test_yes_and_no_keep_their_words(desk):
    desk.presenter.carry_out(intents.Chosen(("draft",), True))
    assert changed_lines(desk) == ["draft: yes"]


def test_a_list_edit_touches_one_line(desk):
    desk.presenter.carry_out(intents.Typed(("tldr", 1), "Two."))
    assert changed_lines(desk) == ['  - "Two."']


def test_items_move_whole(desk):
    desk.presenter.carry_out(intents.Moved(("tldr",), 0, 1))
    assert desk.open_post.post.data["tldr"] == ["Two points.", "One point."]


def test_a_new_item_is_empty_text(desk):
    desk.presenter.carry_out(intents.Inserted(("tldr",), 1))
    assert desk.open_post.post.data["tldr"] == ["One point.", "", "Two points."]


def test_the_first_item_makes_the_list():
    desk = FormDesk("---\ntitle: A\n---\n", TYPE).show()
    desk.presenter.carry_out(intents.Inserted(("tldr",), 0))
    assert desk.open_post.post.data == {"title": "A", "tldr": [""]}


def test_a_nested_field_is_edited_in_its_place(desk):
    desk.presenter.carry_out(intents.Typed(("seo", "title"), "Longer"))
    assert changed_lines(desk) == ["  title: Longer"]


def test_a_new_card_has_the_keys_of_the_others():
    desk = FormDesk("---\nlinks:\n  - name: A\n    url: x\n---\n").show()
    desk.presenter.carry_out(intents.Inserted(("links",), 1))
    assert desk.open_post.post.data["links"][1] == {"name": "", "url": ""}


def test_a_list_in_a_text_field_is_shown_as_yaml():
    desk = FormDesk("---\ntitle:\n  - A\n  - B\n---\n", TYPE).show()
    assert (row(desk, "title").editor, row(desk, "title").text) == ("yaml", "- A\n- B")


def test_text_in_a_list_field_is_shown_as_text():
    desk = FormDesk("---\ntldr: One point\n---\n", TYPE).show()
    assert (row(desk, "tldr").editor, row(desk, "tldr").text) == ("text", "One point")


def test_a_fix_is_carried_out(desk):
    fix = Fix("Use News", (SetValue(("category",), "News"),))
    desk.presenter.carry_out(intents.Mended(("category",), fix))
    assert changed_lines(desk) == ['category: "News"  # the desk']
    assert desk.open_post.undo_label == "Use News"


def test_a_fix_of_the_text_is_carried_out(desk):
    text = desk.open_post.post.text
    edit = TextEdit(Span(text.index("Nws"), text.index("Nws") + 3), "News")
    desk.presenter.carry_out(intents.Mended(("category",), Fix("Use News", edits=(edit,))))
    assert desk.open_post.post.text == text.replace("Nws", "News")


def test_a_fix_that_was_made_for_another_text_is_refused_at_the_field(desk):
    text = desk.open_post.post.text
    fix = Fix("Use News", edits=(TextEdit(Span(0, 3), ""),), text="other")
    desk.presenter.carry_out(intents.Mended(("category",), fix))
    assert desk.open_post.post.text == text
    assert any("changed" in each.text for each in row(desk, "category").messages)


def test_messages_stand_at_the_innermost_row(desk):
    desk.open_post.findings = (
        Finding("x", Severity.ERROR, "inner", ("tldr", 1)),
        Finding("x", Severity.WARNING, "outer", ("tldr",)),
    )
    desk.presenter.findings_changed(desk.open_post)
    assert [each.text for each in row(desk, "tldr").messages] == ["outer"]
    assert [each.text for each in row(desk, "tldr", 1).messages] == ["inner"]


def test_a_message_for_a_row_that_is_not_laid_out_stands_above_it(desk):
    desk.open_post.findings = (Finding("x", Severity.ERROR, "deep", ("score", "unit")),)
    desk.presenter.findings_changed(desk.open_post)
    assert [each.text for each in row(desk, "score").messages] == ["deep"]


@pytest.mark.parametrize(
    ("deed", "line"),
    [
        (Deed.SET_EMPTY_TEXT, 'category: ""  # the desk'),
        (Deed.SET_NULL, "category:"),
    ],
)
def test_empty_and_null_are_two_things(desk, deed, line):
    desk.presenter.do(("category",), deed)
    assert changed_lines(desk)[0].startswith(line)


def test_removing_a_field_takes_its_line_away(desk):
    desk.presenter.do(("category",), Deed.REMOVE)
    assert desk.text == POST.replace('category: "Nws"  # the desk\n', "")


def test_removing_an_item_leaves_the_others(desk):
    desk.presenter.do(("tldr", 0), Deed.REMOVE)
    assert desk.text == POST.replace('  - "One point."\n', "")


def test_renaming_asks_for_the_name_and_keeps_the_value(desk):
    desk.answers.text = "section"
    desk.presenter.do(("category",), Deed.RENAME)
    assert changed_lines(desk) == ['section: "Nws"  # the desk']


def test_an_added_field_is_written_once_it_has_a_value(desk):
    desk.presenter.add_field("author", "string")
    assert desk.text == POST
    assert desk.notes.revealed == [("author",)]
    desk.presenter.carry_out(intents.Typed(("author",), "Ann"))
    assert "\nauthor: Ann\n" in desk.text


def test_a_new_name_gets_the_kind_that_was_asked_for(desk):
    desk.answers.text = "weight"
    desk.presenter.add_field("", "int")
    desk.presenter.carry_out(intents.Typed(("weight",), "5"))
    assert desk.open_post.post.data["weight"] == 5


def test_a_file_without_front_matter_gets_one_with_its_first_field():
    desk = FormDesk("Only a body.\n").show()
    assert desk.form.empty
    desk.presenter.add_field("title", "string")
    desk.presenter.carry_out(intents.Typed(("title",), "A"))
    assert desk.open_post.post.data == {"title": "A"}
    assert desk.open_post.post.body.endswith("Only a body.\n")


def test_a_broken_post_has_no_form():
    desk = FormDesk("---\ntitle: a: b: [\n---\n").show()
    assert not desk.form.rows
    assert desk.form.notice


def test_a_post_that_cannot_be_edited_invites_to_nothing():
    desk = FormDesk("---js\n{ title: 'A' }\n---\n", TYPE).show()
    assert desk.form.read_only
    assert not desk.form.rows


def test_an_absent_field_is_as_wide_as_those_of_other_posts():
    fields = (
        Field("place", "Place", count=9, example='"Oslo"'),
        Field("motto", "Motto", count=9, example='"Slowly and steadily wins the race"'),
        Field("day", "Day", "date", count=9, example="2026-02-01"),
        Field("time", "Time", "datetime", count=9, example="2026-02-01 06:54:02"),
    )
    desk = FormDesk("Body\n", ContentType("posts", fields, count=9)).show()
    assert [each.half for each in desk.form.rows] == [True, False, True, False]


def test_a_text_that_may_be_long_has_room_from_the_start():
    fields = (Field("about", "About", max_length=160, count=9), Field("name", "Name", count=9))
    desk = FormDesk("Body\n", ContentType("posts", fields, count=9)).show()
    assert [each.editor for each in desk.form.rows] == ["long", "text"]


def test_showing_a_post_never_writes(desk):
    desk.show_other("---\r\ntitle:   'B'\r\n---\r\n")
    assert desk.text == "---\r\ntitle:   'B'\r\n---\r\n"
    assert not desk.open_post.can_undo


def test_only_web_pages_are_opened():
    desk = FormDesk("---\nsource: https://example.org/\n---\n").show()
    desk.presenter.carry_out(intents.Visited(("source",), "file:///etc/passwd"))
    desk.presenter.carry_out(intents.Visited(("source",), "https://example.org/"))
    assert desk.notes.visited == ["https://example.org/"]


def test_typing_in_a_number_of_no_schema_stays_a_number():
    desk = FormDesk("---\nweight: 8\n---\n").show()
    for text in ("", "1", "12"):
        desk.presenter.carry_out(intents.Typed(("weight",), text))
    assert desk.text == "---\nweight: 12\n---\n"


def test_going_to_an_absent_field_lays_it_out(desk):
    desk.presenter.reveal(("author",))
    assert row(desk, "author").state is State.ABSENT
    assert desk.notes.revealed == [("author",)]
