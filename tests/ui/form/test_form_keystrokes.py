"""Typing a field empty and full again keeps the way in which it was written."""

from __future__ import annotations

import pytest

from reviewer.document.dialect import Dialect
from reviewer.ui.panels.form import intents
from tests.support.forms import FormDesk

WRITTEN = [
    ("2026-02-01T06:54:02Z", "2026-03-01T06:54:02Z"),
    ("2026-02-01 06:54:02 +01:00  # noon", "2026-03-01 06:54:02 +01:00  # noon"),
    ("'2026-02-01'", "'2026-03-01'"),
    ("8", "9"),
    ("0.70", "0.80"),
    ("2026-02-01 06:54:02 -0400", "2026-03-01 06:54:02 -0400"),
    ("2026-02-01 06:54", "2026-03-01 06:54"),
    ("2026-2-1 # early", "2026-3-1 # early"),
    ("plain", "other"),
    ("'it''s'", "'that''s'"),
    ('"a"  # keep', '"b"  # keep'),
]


DIALECTS = pytest.mark.parametrize("dialect", [Dialect.YAML_1_1, Dialect.JEKYLL])


def shown(written: str) -> str:
    """What a reader sees of a written value: no comment, no quotes."""
    return written.split("#")[0].rstrip().strip("'\"").replace("''", "'")


def type_over(desk: FormDesk, new: str) -> None:
    """Delete character by character, then type character by character."""
    old = desk.form.row(("x",)).text
    for text in [old[:size] for size in range(len(old) - 1, -1, -1)]:
        desk.presenter.carry_out(intents.Typed(("x",), text))
    for text in [new[:size] for size in range(1, len(new) + 1)]:
        desk.presenter.carry_out(intents.Typed(("x",), text))


@DIALECTS
@pytest.mark.parametrize(("old", "new"), WRITTEN)
def test_what_is_typed_takes_the_style_of_what_it_replaces(old, new, dialect):
    desk = FormDesk(f"---\nx: {old}\ny: 1\n---\n", dialect=dialect).show()
    type_over(desk, shown(new))
    assert desk.text == f"---\nx: {new}\ny: 1\n---\n"


@pytest.mark.parametrize("written", [*(old for old, _new in WRITTEN), "1_000", "010", "1e3", "yes"])
def test_reverting_gives_the_very_text_again(written):
    text = f"---\nx: {written}\ny: 1\n---\n"
    desk = FormDesk(text).show()
    desk.presenter.carry_out(intents.Typed(("x",), "5"))
    desk.presenter.carry_out(intents.Left(("x",)))
    assert desk.text != text
    desk.presenter.carry_out(intents.Reverted(("x",)))
    assert desk.text == text


@DIALECTS
@pytest.mark.parametrize("written", ["2026-02-01 06:54:02 -0400", "2026-02-01 06:54", "2026-2-1"])
def test_what_looks_like_a_date_has_the_calendar_in_every_dialect(written, dialect):
    desk = FormDesk(f"---\nx: {written}\n---\n", dialect=dialect).show()
    row = desk.form.row(("x",))
    assert (row.editor, row.text) == ("date", written)


def test_reverting_a_field_leaves_other_changes():
    desk = FormDesk("---\nx: 'a'\ny: b\n---\n").show()
    desk.presenter.carry_out(intents.Typed(("x",), "c"))
    desk.presenter.carry_out(intents.Typed(("y",), "d"))
    desk.presenter.carry_out(intents.Reverted(("x",)))
    assert desk.text == "---\nx: 'a'\ny: d\n---\n"


def test_reverting_a_list_gives_its_comments_again():
    text = "---\nx:\n  - a\n  # between\n  - b\ny: 1\n---\n"
    desk = FormDesk(text).show()
    desk.presenter.carry_out(intents.Removed(("x",), 1))
    desk.presenter.carry_out(intents.Reverted(("x",)))
    assert desk.text == text


def test_reverting_a_new_field_takes_it_away():
    desk = FormDesk("---\nx: a\n---\n").show()
    desk.presenter.add_field("y", "string")
    desk.presenter.carry_out(intents.Typed(("y",), "b"))
    desk.presenter.carry_out(intents.Reverted(("y",)))
    assert desk.text == "---\nx: a\n---\n"


def test_typing_after_an_undo_begins_anew():
    desk = FormDesk("---\nx: 'a'\n---\n").show()
    desk.presenter.carry_out(intents.Typed(("x",), ""))
    desk.open_post.undo()
    desk.presenter.carry_out(intents.Typed(("x",), "b"))
    assert desk.text == "---\nx: 'b'\n---\n"


def test_a_change_elsewhere_while_typing_is_kept():
    desk = FormDesk("---\nx: a\ny: b\n---\nBody\n").show()
    desk.presenter.carry_out(intents.Typed(("x",), "aa"))
    desk.presenter.carry_out(intents.Typed(("y",), "bb"))
    desk.presenter.carry_out(intents.Typed(("x",), "aaa"))
    assert desk.text == "---\nx: aaa\ny: bb\n---\nBody\n"
