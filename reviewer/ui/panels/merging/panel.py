"""The card about changes on disk, joined from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.merging.presenter import MergingPresenter
from reviewer.ui.panels.merging.view import MergingWidget

if TYPE_CHECKING:
    from reviewer.ui.shell import Shell


class MergingPanel:
    """What stands between the current post and its file, above the tabs' content."""

    def __init__(self, shell: Shell) -> None:
        self.widget = MergingWidget()
        self.presenter = MergingPresenter(shell, self.widget)
        self.widget.chosen.connect(self.presenter.choose)
        self.widget.done.connect(self.presenter.do)
