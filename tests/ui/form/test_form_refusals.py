"""Edits that are not made: the form says why and keeps what was typed."""

from __future__ import annotations

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field
from reviewer.ui.panels.form import intents
from tests.support.forms import FormDesk

TYPE = ContentType("posts", (Field("title", "Title", "string", count=9),), count=9)


def row(desk: FormDesk, *path):
    found = desk.form.row(path)
    assert found is not None
    return found


def test_yaml_that_cannot_be_read_is_not_applied():
    desk = FormDesk("---\ntitle:\n  - A\n---\n", TYPE).show()
    desk.presenter.carry_out(intents.TypedYaml(("title",), "- A\n- [B"))
    assert desk.text == "---\ntitle:\n  - A\n---\n"
    assert row(desk, "title").text == "- A\n- [B"
    assert row(desk, "title").messages[0].text.startswith("Not applied yet")


def test_yaml_that_can_be_read_is_applied():
    desk = FormDesk("---\ntitle:\n  - A\n---\n", TYPE).show()
    desk.presenter.carry_out(intents.TypedYaml(("title",), "- A\n- B"))
    assert desk.text == "---\ntitle:\n  - A\n  - B\n---\n"
    assert row(desk, "title").messages[0].text.startswith("Not applied yet") is False


def test_a_refused_edit_says_why_and_keeps_what_was_typed():
    text = "---\ntitle: &same A\nname: *same\n---\n"
    desk = FormDesk(text).show()
    desk.presenter.carry_out(intents.Typed(("title",), "B"))
    assert desk.text == text
    assert row(desk, "title").text == "B"
    assert row(desk, "title").tone == "error"


def test_the_next_edit_that_is_made_takes_the_refusal_away():
    desk = FormDesk("---\ntitle: &same A\nname: *same\n---\n").show()
    desk.presenter.carry_out(intents.Typed(("title",), "B"))
    desk.presenter.carry_out(intents.Typed(("title",), "A"))
    assert not row(desk, "title").messages
