"""Has many posts mended as one bulk edit: what it would change is shown before. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.mending import MendEdit, Mender
from reviewer.ui.panels.bulk.plan_presenter import PlanPresenter

if TYPE_CHECKING:
    from reviewer.ui.panels.bulk.plan_presenter import Make


class MendingPresenter(PlanPresenter):
    """Plans as soon as the dialog is there: nothing has to be filled in."""

    def make_edit(self) -> Make | None:
        """All safe fixes, once it is known what the folder's posts have in common."""
        workspace, folder, paths = self.context.workspace, self.folder, self.paths
        schema, sieve = workspace.schema, workspace.sieve
        if schema is None:
            return None
        # The rules are loaded by that, in the thread that plans.
        return lambda unsaved: MendEdit(paths, Mender.of(folder, schema, sieve), unsaved)
