"""By day or by night: the look of cards, which are the networks' and not the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.ui.texts import tr
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.theme.theme import Theme

LIGHT, DARK = "light", "dark"


class Look:
    """As the window's own, until the editor chooses; ``changed`` tells whether it is dark."""

    def __init__(self, theme: Theme) -> None:
        self.changed: Event[bool] = Event()
        self.control = SegmentedControl(
            [(LIGHT, tr("Light")), (DARK, tr("Dark"))], tr("Look of the cards")
        )
        styled(self.control, "seg-plain")
        self.control.chosen.connect(lambda key: self._show(key == DARK))
        self.dark = theme.dark
        theme.changed.connect(lambda theme: self._show(theme.dark))
        self._show(self.dark)

    def _show(self, dark: bool) -> None:
        self.dark = dark
        self.control.choose(DARK if dark else LIGHT)
        self.changed.emit(dark)
