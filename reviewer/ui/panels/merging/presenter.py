"""Decides what the card above the post says, and does what it offers. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.merging import Meeting
from reviewer.ui.flows.merging import Blended, Missing
from reviewer.ui.panels.merging.card import (
    Deed,
    card_of_blended,
    card_of_meeting,
    card_of_missing,
)
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.merge import Choice
    from reviewer.document.operations import Path
    from reviewer.ui.panels.merging.card import Card
    from reviewer.ui.shell import Shell

ORIGIN = "merging"


class MergingView(Protocol):
    """What the presenter tells the card."""

    def show_card(self, card: Card | None) -> None:
        """Say this, or go out of sight."""
        ...


class MergingPresenter:
    """How the current post stands to its file."""

    def __init__(self, shell: Shell, view: MergingView) -> None:
        self._shell = shell
        self._workspace = shell.context.workspace
        self._view = view
        self._open: OpenPost | None = None
        self._unfolded = False
        self._deeds: dict[Deed, Callable[[OpenPost], None]] = {
            Deed.UNFOLD: self._unfold,
            Deed.UNDO: lambda post: post.undo(ORIGIN),
            Deed.REDO: lambda post: post.redo(ORIGIN),
            Deed.DISMISS: lambda post: shell.merging.set_standing(post, None),
            Deed.SAVE: shell.saving.save_merged,
            Deed.BESIDE: self._save_beside,
            Deed.THEIRS: shell.saving.take_theirs,
            Deed.OVERWRITE: shell.saving.overwrite,
            Deed.AGAIN: shell.saving.overwrite,
            Deed.LOOK: shell.disk_changes.look_at,
            Deed.CLOSE: self._workspace.forget,
        }
        self._workspace.current_changed.connect(self._on_current)
        shell.merging.changed.connect(self._on_standing)
        self._on_current(self._workspace.current)

    def choose(self, number: int, choice: Choice) -> None:
        """Decide about the conflict with this number."""
        if self._open is not None:
            self._shell.merging.choose(self._open, number, choice)

    def do(self, deed: Deed) -> None:
        """Do what the card offers."""
        if self._open is not None:
            self._deeds[deed](self._open)

    def _on_current(self, post: OpenPost | None) -> None:
        self._open = post
        self._unfolded = False
        self._show()

    def _on_standing(self, post: OpenPost) -> None:
        if post is self._open:
            self._show()

    def _show(self) -> None:
        self._view.show_card(self._card(self._open) if self._open else None)

    def _card(self, post: OpenPost) -> Card | None:
        match self._shell.merging.standing(post):
            case Blended() as blended:
                at_top = post.undo_label == blended.label
                return card_of_blended(blended, self._name, unfolded=self._unfolded, at_top=at_top)
            case Meeting() as meeting:
                return card_of_meeting(meeting, self._name)
            case Missing() as missing:
                return card_of_missing(missing, dirty=post.is_dirty)
        return None

    def _unfold(self, _post: OpenPost) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _save_beside(self, post: OpenPost) -> None:
        alone = isinstance(self._shell.merging.standing(post), Missing)
        self._shell.saving.save_beside(post, alone=alone)

    def _name(self, path: Path) -> str:
        """The field's label, then what is below it: ``TL;DR, item 3``."""
        known = self._open.content_type if self._open else None
        field = known.field(path[:1]) if known else None
        name = field.label if field and field.label else str(path[0])
        below = (
            tr("item {n}", n=key + 1) if isinstance(key, int) else str(key) for key in path[1:]
        )
        return ", ".join((name, *below))
