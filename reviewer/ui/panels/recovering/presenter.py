"""Puts unsaved work that can be had again into words, and does what the editor decides. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reviewer.desk.journal.restoring import Standing
from reviewer.document.diff import Diff, diff
from reviewer.ui.panels.changes.rows import Row, rows
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.journal.restoring import Offer
    from reviewer.ui.context import Context
    from reviewer.ui.flows.recovering import Recovering

TASK = "recovered changes"


@dataclass(frozen=True, slots=True)
class Line:
    """A post in the list: its name, and where and when it was worked on."""

    title: str
    about: str
    path: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is said and can be done about the post that is chosen."""

    says: str
    action: str
    is_here: bool


class RecoveringView(Protocol):
    """What the presenter tells the dialog."""

    def show_lines(self, lines: Sequence[Line], chosen: int) -> None:
        """List the posts."""
        ...

    def show_chosen(self, shown: Shown) -> None:
        """Say how the chosen one stands."""
        ...

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what restoring it would change in its file."""
        ...

    def finish(self) -> None:
        """Nothing is left to decide."""
        ...


class RecoveringPresenter:
    """One dialog from its opening to its end."""

    def __init__(
        self,
        context: Context,
        flow: Recovering,
        view: RecoveringView,
        open_folder: Callable[[Path], None],
    ) -> None:
        self._context = context
        self._flow = flow
        self._view = view
        self._open_folder = open_folder
        self._offers: tuple[Offer, ...] = ()
        self._chosen = 0
        self._diff = Diff((), (), ())
        self._unfolded: frozenset[int] = frozenset()
        self._disconnect = flow.offers_changed.connect(lambda _none: self.show())

    def show(self) -> None:
        """List what there is now, the posts of the open folder first."""
        self._offers = tuple(sorted(self._flow.offers, key=lambda one: not self._flow.is_here(one)))
        if not self._offers:
            self._view.finish()
            return
        self._chosen = min(self._chosen, len(self._offers) - 1)
        self._view.show_lines([self._line(offer) for offer in self._offers], self._chosen)
        self.choose(self._chosen)

    def close(self) -> None:
        """The dialog has gone; what was not decided is offered again by the next start."""
        self._disconnect()
        self._context.tasks.cancel(TASK)

    def choose(self, number: int) -> None:
        """Show one of the posts."""
        if not 0 <= number < len(self._offers):
            return
        self._chosen = number
        offer = self._offers[number]
        self._unfolded = frozenset()
        self._view.show_chosen(self._shown(offer))
        self._view.show_rows(())
        compare = partial(diff, offer.on_disk, offer.work.text)
        self._context.tasks.run(TASK, compare, self._adopt)

    def unfold(self, fold: int) -> None:
        """Show the lines that a fold hides."""
        self._unfolded |= {fold}
        self._adopt(self._diff)

    def act(self) -> None:
        """Restore the chosen post, or open the folder that it belongs to."""
        offer = self._offers[self._chosen]
        if self._flow.is_here(offer):
            self._flow.restore([offer])
        else:
            self._view.finish()
            self._open_folder(Path(offer.work.place.root))

    def restore_all(self) -> None:
        """Restore every post of the open folder."""
        self._flow.restore(self._offers)

    def discard(self) -> None:
        """Forget the chosen post's unsaved work."""
        self._flow.discard([self._offers[self._chosen]])

    def _adopt(self, found: Diff) -> None:
        self._diff = found
        # Nothing can be taken back here: it is not in the post yet.
        shown = rows(found, self._unfolded)
        self._view.show_rows([replace(row, leads=False, hunk=-1) for row in shown])

    def _line(self, offer: Offer) -> Line:
        place = offer.work.place
        where = "" if self._flow.is_here(offer) else f"{Path(place.root).name} · "
        when = datetime.fromtimestamp(offer.work.time).astimezone()
        name = Path(place.path).name
        about = f"{when:%Y-%m-%d %H:%M} · {where}{name}"
        return Line(offer.work.title or name, about, str(Path(place.root) / place.path))

    def _shown(self, offer: Offer) -> Shown:
        if self._flow.is_here(offer):
            return Shown(_standing(offer), tr("Restore"), True)
        says = tr("This post lies in another folder, {folder}.", folder=offer.work.place.root)
        return Shown(f"{says} {_standing(offer)}", tr("Open that folder"), False)


def _standing(offer: Offer) -> str:
    return {
        Standing.SAME: tr("The file is as it was when you began. Nothing is saved by restoring."),
        Standing.CHANGED: tr(
            "The file has changed since you began: restoring merges both, and saves nothing."
        ),
        Standing.GONE: tr("The file is gone. Restored and saved, it will be there again."),
        Standing.UNREADABLE: tr("The file cannot be read at the moment."),
    }[offer.standing]
