"""A dialog about many posts: what to do above, what it would change below, a button to do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.desk.bulk.planning import CHANGED, REFUSED, UNCHANGED
from reviewer.ui.later import Later
from reviewer.ui.panels.bulk.form import WishForm
from reviewer.ui.panels.bulk.model import BulkModel
from reviewer.ui.panels.bulk.plan_presenter import (
    EVERYTHING,
    LISTED,
    SELECTED,
    Choice,
    Tally,
    counted,
)
from reviewer.ui.panels.changes.view import ChangesList
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.progress_line import ProgressLine
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from reviewer.desk.bulk.planning import Planned
    from reviewer.ui.panels.changes.rows import Row
    from reviewer.ui.theme.theme import Theme

SIZE = QSize(920, 620)
LINES = 260


@dataclass(frozen=True, slots=True)
class Words:
    """What the dialog calls itself, what it does, and what it says while nothing can be done."""

    title: str
    idle: str
    counted: Callable[[int], str]


class PlanDialog(QDialog):
    """Shows what the presenter tells, and tells what the editor does; ``top`` is in between."""

    chosen = Signal(str)
    outcome_asked = Signal(str)
    looked_at = Signal(object)
    apply_asked = Signal()
    stop_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        choice: Choice,
        words: Words,
        top: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._top = top
        self.setWindowTitle(words.title)
        self.setAccessibleName(words.title)
        self.setModal(True)
        self.resize(SIZE)
        self.which = SegmentedControl(_choices(choice), tr("Which posts"))
        self.problem = styled(QLabel(), "small", name=tr("What is wrong"))
        mark(self.problem, "state", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.outcomes = SegmentedControl(_outcomes(Tally(0)), tr("Which posts to show"))
        self.outcomes.choose(CHANGED)
        self.counts = styled(QLabel(), "small", "mute", name=tr("How far the preview is"))
        self.model = BulkModel()
        self.posts = self._post_list()
        self.diff = ChangesList(theme)
        self.says = styled(QLabel(), "mute", name=tr("Why this post stays as it is"))
        self.about = styled(QLabel(), "small", "mute", name=tr("What is done to this post"))
        self.about.setWordWrap(True)
        self.progress = ProgressLine()
        self.apply = styled(QPushButton(), "primary", name=tr("Change the posts"))
        self.cancel = styled(QPushButton(tr("Cancel")), name=tr("Cancel"))
        self._busy = False
        self._pages = QStackedWidget()
        self._place()
        self._listen()
        self.show_tally(None)

    # What the presenter tells

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what was filled in."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_tally(self, tally: Tally | None) -> None:
        """Show the counts."""
        self.counts.setText(counted(tally) if tally else "")
        found = tally or Tally(0)
        for key, label in _outcomes(found):
            self.outcomes.rename(key, label)
        can = bool(tally and tally.is_done and tally.changed)
        self.apply.setEnabled(can)
        self.apply.setText(self._words.counted(found.changed) if can else self._words.idle)

    def show_posts(self, posts: Sequence[Planned], *, fresh: bool) -> None:
        """Show these posts; the first one's changes at once."""
        self.model.show(posts, fresh=fresh)
        if not self.posts.currentIndex().isValid() and self.model.rowCount():
            self.posts.setCurrentIndex(self.model.index(0, 0))
        elif fresh and not posts:
            self.show_diff((), "")

    def show_diff(self, rows: Sequence[Row], says: str) -> None:
        """Show what changes in the post and what is said of it, or why nothing does."""
        self.diff.show_rows(rows)
        self.says.setText(says)
        self.about.setText(says)
        self.about.setVisible(bool(says))
        self._pages.setCurrentIndex(0 if rows else 1)

    def show_progress(self, done: int, total: int) -> None:
        """Nothing else can be done meanwhile but to stop."""
        self._set_busy(True)
        text = tr("Writing {count} posts …", count=f"{total // 2:,}")
        self.progress.show_progress(text, done, total)

    def finish(self, done: bool) -> None:
        """Close, or go on."""
        self._set_busy(False)
        self.progress.hide()
        if done:
            self.accept()

    # What Qt tells

    def reject(self) -> None:
        """Escape stops the writing first."""
        if self._busy:
            self.stop_asked.emit()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """However it closes, the presenter hears of it."""
        super().done(result)
        self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while files are written."""
        if self._busy:
            event.ignore()
            self.stop_asked.emit()
        else:
            super().closeEvent(event)

    # Behind the scenes

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self._top, self.which, self.apply):
            widget.setEnabled(not busy)

    def _post_list(self) -> QListView:
        view = styled(QListView(), "card", "paths", name=tr("Posts"))
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return view

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._top)
        column.addWidget(self.problem)
        above = QHBoxLayout()
        above.addWidget(self.outcomes)
        above.addStretch(1)
        above.addWidget(self.counts)
        column.addLayout(above)
        column.addWidget(self._preview(), 1)
        below = QHBoxLayout()
        below.addWidget(self.progress, 1)
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.apply)
        column.addLayout(below)

    def _preview(self) -> QSplitter:
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.says.setWordWrap(True)
        changes = QWidget()
        inside = QVBoxLayout(changes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.about)
        inside.addWidget(self.diff, 1000)
        inside.addStretch(1)
        self._pages.addWidget(changes)
        self._pages.addWidget(self.says)
        splitter = styled(QSplitter(), "gap")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        splitter.addWidget(self.posts)
        splitter.addWidget(self._pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LINES, SIZE.width() - LINES])
        return splitter

    def _listen(self) -> None:
        self.which.chosen.connect(self.chosen)
        self.outcomes.chosen.connect(self.outcome_asked)
        self.posts.selectionModel().currentChanged.connect(self._look)
        self.apply.clicked.connect(self.apply_asked)
        self.cancel.clicked.connect(self.reject)

    def _look(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(self.model.post(current.row()))


class BulkDialog(PlanDialog):
    """Lets the editor say what to do with many posts."""

    wished = Signal()

    def __init__(self, theme: Theme, choice: Choice, parent: QWidget | None = None) -> None:
        form = WishForm()
        words = Words(
            tr("Edit many posts"),
            tr("Change"),
            lambda count: tr_count("Change {count} post", "Change {count} posts", count),
        )
        super().__init__(theme, choice, words, form, parent)
        self.form = form
        self._wishes = Later(self.wished.emit, self)
        self.form.changed.connect(self._wishes.ask)
        self.form.field.setFocus()

    def show_suggestions(self, values: Sequence[str]) -> None:
        """Offer values."""
        self.form.suggest(values)


def _choices(choice: Choice) -> tuple[tuple[str, str], ...]:
    listed = tr_count("The listed post", "All {count} listed posts", len(choice.listed))
    offered = [(LISTED, listed)]
    if len(choice.selected) > 1:
        selected = tr_count("The selected post", "{count} selected posts", len(choice.selected))
        offered.insert(0, (SELECTED, selected))
    if len(choice.everything) > len(choice.listed):
        count = len(choice.everything)
        offered.append((EVERYTHING, tr("All {count} of the folder", count=f"{count:,}")))
    return tuple(offered)


def _outcomes(tally: Tally) -> tuple[tuple[str, str], ...]:
    return (
        (CHANGED, tr_count("{count} changes", "{count} change", tally.changed)),
        (
            UNCHANGED,
            tr_count("{count} stays as it is", "{count} stay as they are", tally.unchanged),
        ),
        (REFUSED, tr("{count} refused", count=f"{tally.refused:,}")),
    )
