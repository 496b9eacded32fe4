"""A list: its items one below the other, to write, add, remove and put in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reviewer.ui.panels.form.boxes import GrowingText
from reviewer.ui.panels.form.editors.base import Editor
from reviewer.ui.panels.form.editors.card_frame import OPEN_CARDS, CardFrame
from reviewer.ui.panels.form.editors.dragging import Dragging
from reviewer.ui.panels.form.editors.item_frame import ItemFrame
from reviewer.ui.panels.form.editors.portions import Portions
from reviewer.ui.panels.form.intents import Doubled, Inserted, Moved, Removed
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


CARDS = ("group", "variant")


class ItemsEditor(Editor):
    """Frames below each other, and a button to add one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.frames: list[ItemFrame] = []
        self._portions = Portions()
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(lambda: self._grow(self._portions.go_on))
        self._dragging = Dragging(self)
        self._dragging.moved.connect(self.update)
        self._wanted: int | None = None
        self.more = styled(QPushButton(), "link")
        self.more.clicked.connect(lambda: self._grow(self._portions.show_more))
        self.add = styled(QPushButton(), "add-item")
        self.add.clicked.connect(lambda: self.insert(self._count()))
        line = QHBoxLayout()
        line.addWidget(self.add, 1)
        line.addStretch()
        self.column.addWidget(self.more)
        self.column.addLayout(line)
        self._add_keys()

    def fill(self, row: Row, typing: Path | None) -> None:
        """One frame for each item; frames are kept where the kind of item is the same."""
        cards = bool(row.children) and row.children[0].editor in CARDS
        self._portions.begin(cards=cards, ready=len(self.frames))
        shown = row.children[: self._portions.laid_out]
        for index, child in enumerate(shown):
            self._frame(index, child.editor).show_row(child, typing)
        while len(self.frames) > len(shown):
            self._drop(self.frames.pop())
        self._show_rest(len(row.children))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.focus_item(wanted)

    def dress(self, row: Row) -> None:
        """The button says what it adds; a list that is not there is drawn dashed."""
        self.add.setText(row.placeholder or tr("+ Add item"))
        self.add.setAccessibleName(tr("Add an item to {label}", label=row.label))
        mark(self.add, "empty", "true" if row.placeholder else "false")
        wide = QSizePolicy.Policy.Expanding if row.placeholder else QSizePolicy.Policy.Maximum
        self.add.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.add.setVisible(not row.read_only)

    def reset(self) -> None:
        """As many items as at first, none of them asked for."""
        super().reset()
        self._portions.reset()
        self._wanted = None

    def chain(self) -> list[QWidget]:
        """Every item's inputs, then the button."""
        inputs = [widget for frame in self.frames for widget in frame.chain()]
        return [*inputs, self.add]

    def input_at(self, path: Path) -> QWidget:
        """The input of the item that ``path`` leads to."""
        index = path[len(self.path)] if len(path) > len(self.path) else 0
        if isinstance(index, int) and len(self.frames) <= index < self._count():
            self._grow(lambda: self._portions.reach(index))
        if isinstance(index, int) and 0 <= index < len(self.frames):
            self.frames[index].reach()
            return self.frames[index].editor.input_at(path)
        return self.chain()[0]

    def insert(self, index: int) -> None:
        """Ask for a new item at ``index`` and go there."""
        self._portions.reach(index)
        self._wanted = index
        self.kit.send(Inserted(self.path, index))

    def remove(self, index: int) -> None:
        """Ask for the item at ``index`` to go."""
        if self.row is None or self.row.read_only:
            return
        if self._focused_index() is not None and self._count() > 1:
            self._wanted = max(index - 1, 0)
        self.kit.send(Removed(self.path, index))

    def move_item(self, old: int, new: int) -> None:
        """Ask for an item to stand elsewhere; the keyboard stays with it."""
        if 0 <= new < self._count() and old != new and self.row and not self.row.read_only:
            self._wanted = new
            self.kit.send(Moved(self.path, old, new))

    def focus_item(self, index: int) -> None:
        """Put the keyboard into an item, the caret at its end."""
        if not self.frames:
            self.add.setFocus()
            return
        frame = self.frames[min(index, len(self.frames) - 1)]
        frame.reach()
        target = frame.editor.chain()[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target, GrowingText):
            target.caret_to_end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """While an item is dragged, a bar shows where it would go."""
        super().paintEvent(event)
        gap = self._dragging.gap()
        if gap is not None:
            QPainter(self).fillRect(gap, self.kit.theme.colour("accent"))

    def _count(self) -> int:
        return len(self.row.value) if self.row and isinstance(self.row.value, list) else 0

    def _frame(self, index: int, key: str) -> ItemFrame:
        if index < len(self.frames) and self.frames[index].key == key:
            return self.frames[index]
        frame = self._make(key)
        frame.cross.clicked.connect(lambda: self.remove(self.frames.index(frame)))
        frame.handle.dragged.connect(
            lambda held, at: self._dragging.go_on(frame, self.frames, held, at)
        )
        frame.handle.dropped.connect(lambda: self._on_drop(frame))
        self._connect_text(frame)
        if index < len(self.frames):
            self._drop(self.frames[index])
            self.frames[index] = frame
        else:
            self.frames.append(frame)
        self.column.insertWidget(index, frame)
        return frame

    def _make(self, key: str) -> ItemFrame:
        if key not in CARDS:
            return ItemFrame(self.kit, key)
        card = CardFrame(self.kit, key)
        card.fold(folded=self._count() > OPEN_CARDS)
        card.double.clicked.connect(
            lambda: self.kit.send(Doubled(self.path, self.frames.index(card)))
        )
        return card

    def _connect_text(self, frame: ItemFrame) -> None:
        for area in frame.editor.findChildren(GrowingText):
            if frame.key == "long":
                area.takes_enter = False
                area.entered.connect(lambda: self.insert(self.frames.index(frame) + 1))
                area.emptied.connect(lambda: self.remove(self.frames.index(frame)))

    def _drop(self, frame: ItemFrame) -> None:
        self.column.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _show_rest(self, count: int) -> None:
        """See to the items that are not laid out: soon, or when they are asked for."""
        if len(self.frames) < min(count, self._portions.shown):
            self._rest.start()
        hidden = count - self._portions.shown
        self.more.setVisible(hidden > 0)
        self.more.setText(tr_count("Show {count} more item", "Show {count} more items", hidden))

    def _grow(self, by: Callable[[], None]) -> None:
        by()
        if self.row is not None:
            self.fill(self.row, None)

    # Another order

    def event(self, event: QEvent) -> bool:
        """Alt with Up or Down moves the item that has the keyboard: no shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that move an item come here from its input."""
        index, step = self._focused_index(), _step(event)
        if index is None or not step:
            super().keyPressEvent(event)
        else:
            self.move_item(index, index + step)

    def _add_keys(self) -> None:
        def remove() -> None:
            index = self._focused_index()
            if index is not None:
                self.remove(index)

        shortcut = QShortcut(QKeySequence("Ctrl+Shift+Backspace"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(remove)

    def _focused_index(self) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        holders = (i for i, frame in enumerate(self.frames) if frame.isAncestorOf(focus))
        return next(holders, None)

    def _on_drop(self, frame: ItemFrame) -> None:
        target = self._dragging.end()
        if target is not None:
            old = self.frames.index(frame)
            self.move_item(old, target - 1 if target > old else target)


def _step(event: QEvent) -> int:
    """Which way a key press moves an item: up is -1, down 1, neither 0."""
    if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
