"""The menu of a field offers to accept what is found there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema.finding import Finding, Severity
from reviewer.ui.panels.form.menu import Deed, entries_for
from reviewer.ui.panels.form.panel import FormPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

ODD = Finding("x", Severity.WARNING, "Odd", ("category",), 2)


def test_only_what_is_found_can_be_accepted(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    context = themed_context(Theme(qapp, Scheme.LIGHT), tmp_path)
    post = put_on_desk(context.workspace, b"---\ntitle: T\ncategory: Nws\n---\nBody\n")
    panel = FormPanel(context)
    qtbot.addWidget(panel.widget)
    post.findings = (ODD,)
    context.workspace.findings_changed.emit(post)
    asked: list[Finding] = []
    context.waive_asked.connect(asked.append)
    form = panel.presenter.form
    offered = {
        key: Deed.ACCEPT in [entry.deed for entry in entries_for(form.row((key,)))]
        for key in ("title", "category")
    }
    assert offered == {"title": False, "category": True}
    panel._do(("category",), Deed.ACCEPT)
    assert asked == [ODD]
