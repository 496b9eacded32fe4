"""Items of a list dragged with real mouse events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

LEFT = Qt.MouseButton.LeftButton
ITEMS = [f"This is point number {number} of the post" for number in range(30)]
POST = "---\npoints:\n" + "".join(f"  - {item}\n" for item in ITEMS) + "---\n"


@pytest.fixture
def form(window):
    return window(POST)


def move(widget, place: QPoint) -> None:
    at, globally = QPointF(place), QPointF(widget.mapToGlobal(place))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, globally, Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(widget, event)


def below(handle, frame) -> QPoint:
    return handle.mapFromGlobal(frame.mapToGlobal(QPoint(5, frame.height() - 2)))


def pictures(form) -> list[QLabel]:
    children = form.view.window().findChildren(QLabel, options=Qt.FindDirectChildrenOnly)
    return [label for label in children if label.isVisible() and not label.pixmap().isNull()]


def test_dragging_the_handle_moves_an_item(form, qtbot):
    frames = form.editor("points").frames
    handle = frames[0].handle
    place = below(handle, frames[2])
    qtbot.mousePress(handle, LEFT)
    move(handle, place)
    qtbot.mouseRelease(handle, LEFT, pos=place)
    assert form.open_post.post.data["points"][:4] == [ITEMS[1], ITEMS[2], ITEMS[0], ITEMS[3]]


def test_the_picture_of_the_item_goes_along_with_the_mouse(form, qtbot):
    frames = form.editor("points").frames
    handle = frames[0].handle
    qtbot.mousePress(handle, LEFT, pos=QPoint(4, 4))
    move(handle, QPoint(4, 104))
    (picture,) = pictures(form)
    top = frames[0].mapTo(form.view, QPoint(0, 0)).y()
    assert picture.y() == top + 100
    qtbot.mouseRelease(handle, LEFT, pos=QPoint(4, 104))
    assert not pictures(form)


def test_a_click_that_trembles_moves_nothing(form, qtbot):
    handle = form.editor("points").frames[0].handle
    qtbot.mousePress(handle, LEFT, pos=QPoint(4, 4))
    move(handle, QPoint(5, 6))
    assert not pictures(form)
    qtbot.mouseRelease(handle, LEFT, pos=QPoint(5, 6))
    assert form.text == POST


def test_escape_lets_go_of_the_item_where_it_was(form, qtbot):
    handle = form.editor("points").frames[0].handle
    qtbot.mousePress(handle, LEFT)
    move(handle, QPoint(4, 200))
    qtbot.keyClick(form.view, Qt.Key.Key_Escape)
    assert not pictures(form)
    move(handle, QPoint(4, 220))
    qtbot.mouseRelease(handle, LEFT, pos=QPoint(4, 220))
    assert form.text == POST


def test_the_form_scrolls_while_an_item_is_held_at_its_edge(form, qtbot):
    handle = form.editor("points").frames[0].handle
    edge = handle.mapFromGlobal(form.view.mapToGlobal(QPoint(20, form.view.height() - 2)))
    qtbot.mousePress(handle, LEFT)
    move(handle, edge)
    bar = form.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    qtbot.mouseRelease(handle, LEFT, pos=edge)
    assert form.open_post.post.data["points"][-1] == ITEMS[0]
