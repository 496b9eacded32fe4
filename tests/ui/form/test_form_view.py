"""The form as a whole: order of the keyboard, messages, menus, switching posts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import delete

from reviewer.document.operations import SetValue
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.ui.theme.theme import Scheme

POST = "---\ntitle: A\ncategory: Nws\nscore: 8\ntags: [a, b]\nsource: https://example.org\n---\n"
TYPE = ContentType(
    "posts",
    (
        Field("title", "Title", "string", required=Severity.ERROR, count=9),
        Field("category", "Category", "enum", count=9),
        Field("author", "Author", "string", count=1),
        Field("tldr", "Points", "list", count=9),
        Field("seo", "SEO", "object", fields=(Field("title", "Title"),), count=9),
    ),
    count=9,
)


@pytest.fixture
def form(window):
    return window(POST, TYPE)


def find(form, *findings: Finding) -> None:
    form.open_post.findings = findings
    form.presenter.findings_changed(form.open_post)


def test_tab_goes_through_the_fields_in_their_order(form, qtbot):
    form.editor("title").line.setFocus()
    for name in ("category", "tldr"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is form.editor(name).chain()[0]


def test_every_input_has_a_name(form):
    for widget in form.view.grid.chain():
        assert widget.accessibleName(), widget


def test_the_focused_box_has_a_ring_and_only_that(form):
    form.editor("title").line.setFocus()
    assert form.editor("title").box.focused
    form.editor("category").line.setFocus()
    assert not form.editor("title").box.focused
    assert form.editor("category").box.focused


def test_a_required_field_has_a_mark(form):
    assert form.field("title").label.text() == "Title *"
    assert form.field("category").label.text() == "Category"


def test_a_message_stands_under_its_field_with_its_sign(form):
    find(form, Finding("x", Severity.WARNING, "820 posts write “News”.", ("category",)))
    label = form.field("category").messages.labels[0]
    assert label.text().startswith("△ 820 posts write “News”.")
    assert form.editor("category").box.property("state") == "warning"


def test_a_link_in_a_message_mends_the_field(form):
    fix = Fix("Use News", (SetValue(("category",), "News"),))
    find(form, Finding("x", Severity.WARNING, "Write News.", ("category",), fixes=(fix,)))
    form.field("category").messages.labels[0].linkActivated.emit("0")
    assert form.text == POST.replace("Nws", "News")
    assert form.editor("category").line.text() == "News"


def test_markup_in_a_message_is_shown_and_not_obeyed(form):
    find(form, Finding("x", Severity.ERROR, "<b>bold</b>", ("category",)))
    assert "&lt;b&gt;" in form.field("category").messages.labels[0].text()


def test_revert_stands_beside_a_changed_field(form, qtbot):
    form.editor("category").line.setFocus()
    qtbot.keyClicks(form.editor("category").line, "x")
    note = form.field("category").note
    assert "was “Nws”" in note.text()
    note.linkActivated.emit("revert")
    assert form.text == POST
    assert form.editor("category").line.text() == "Nws"


def test_an_absent_list_is_begun_by_its_button(form, qtbot):
    button = form.editor("tldr").add
    assert button.text() == "Add points"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert form.open_post.post.data["tldr"] == [""]
    assert form.editor("tldr", 0).area.hasFocus()


def test_an_absent_group_is_laid_out_and_written_with_its_first_value(form, qtbot):
    qtbot.mouseClick(form.editor("seo").button, Qt.MouseButton.LeftButton)
    assert form.text == POST
    line = form.editor("seo", "title").line
    assert line.hasFocus()
    qtbot.keyClicks(line, "S")
    assert form.open_post.post.data["seo"] == {"title": "S"}


def test_the_menu_offers_the_fields_of_the_folder(form):
    form.view.add_menu.aboutToShow.emit()
    first = form.view.add_menu.actions()[0]
    assert first.text() == "Author"
    first.trigger()
    assert form.editor("author").line.hasFocus()
    assert form.text == POST


def test_the_menu_key_opens_the_menu_of_the_field(form):
    line = form.editor("category").line
    line.setFocus()
    at = line.mapToGlobal(QPoint(2, 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), at)
    QApplication.sendEvent(line, event)
    menu = next(each for each in form.view.findChildren(QMenu) if each.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert "Remove field" in texts
    menu.actions()[texts.index("Remove field")].trigger()
    menu.close()
    assert form.text == POST.replace("category: Nws\n", "")


@pytest.mark.parametrize("name", ["category", "tldr"])
def test_the_menu_of_a_text_has_no_undo_of_its_own(form, qtbot, name):
    if name == "tldr":
        qtbot.mouseClick(form.editor("tldr").add, Qt.MouseButton.LeftButton)
        widget = form.editor("tldr", 0).area.viewport()
    else:
        widget = form.editor("category").line
    at = widget.mapToGlobal(QPoint(2, 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), at)
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert names[0] == "edit-cut"
    assert "edit-undo" not in names


def test_a_field_that_dies_with_the_keyboard_in_it_says_nothing(form, capsys):
    form.editor("title").line.setFocus()
    delete(form.view.grid)
    assert capsys.readouterr().err == ""


def test_going_to_a_field_gives_it_the_keyboard(form):
    form.presenter.reveal(("score",))
    assert form.editor("score").line.hasFocus()


def test_another_post_uses_the_same_editors(form):
    before = form.editor("title")
    form.show_other("---\ntitle: B\nscore: 1\n---\n")
    assert form.editor("title") is before
    assert before.line.text() == "B"


def test_leaving_a_field_after_switching_posts_changes_nothing(form):
    form.editor("title").line.setFocus()
    other = "---\ntitle: B\n---\n"
    form.show_other(other)
    form.editor("category").line.setFocus()
    assert form.text == other
    assert not form.open_post.can_undo


def test_a_post_without_front_matter_invites_to_add_a_field(window):
    form = window("Only a body.\n")
    assert form.view.hint.isVisible()
    assert form.view.add_button.isVisible()


def test_a_read_only_post_says_why_and_adds_no_field(window):
    form = window("---js\n{ title: 'A' }\n---\n")
    assert form.open_post.post.read_only
    assert form.view.banner.text() == form.open_post.post.read_only
    assert not form.view.add_button.isVisible()


def test_a_field_that_cannot_be_edited_takes_no_typing(form, qtbot):
    line = form.editor("title").line
    read_only = replace(form.editor("title").row, read_only="Locked.")
    form.editor("title").show_row(read_only)
    line.setFocus()
    qtbot.keyClicks(line, "x")
    assert form.text == POST


def test_a_broken_post_shows_what_is_wrong_and_no_fields(window):
    form = window("---\ntitle: a: b: [\n---\n")
    assert form.view.banner.isVisible()
    assert not form.view.grid.fields


def test_another_theme_keeps_what_is_shown(form, theme):
    theme.choose(Scheme.DARK)
    assert form.editor("category").line.text() == "Nws"
    theme.choose(Scheme.LIGHT)


def test_a_long_list_is_laid_out_in_portions(window, qtbot):
    items = "".join(f"  - This is item {number} of the list\n" for number in range(150))
    form = window(f"---\npoints:\n{items}---\n")
    editor = form.editor("points")
    assert len(editor.frames) == 100
    qtbot.mouseClick(editor.more, Qt.MouseButton.LeftButton)
    assert len(editor.frames) == 150


def cards(count: int) -> str:
    items = "".join(f"  - name: Card {number}\n    url: x\n" for number in range(count))
    return f"---\nlinks:\n{items}---\n"


def test_cards_are_laid_out_a_few_at_a_time(window, qtbot):
    form = window(cards(30))
    editor = form.editor("links")
    assert 0 < len(editor.frames) < 24
    qtbot.waitUntil(lambda: len(editor.frames) == 24)
    assert editor.more.text() == "Show 6 more items"
    qtbot.mouseClick(editor.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(editor.frames) == 30)


def test_going_to_an_item_that_is_not_laid_out_yet_lays_it_out(window):
    form = window(cards(30))
    form.presenter.reveal(("links", 28, "url"))
    assert form.editor("links", 28, "url").line.hasFocus()
