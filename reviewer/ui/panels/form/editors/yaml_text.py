"""A value as YAML text, for whatever no other editor can hold.

It is checked as it is typed and applied only while it can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.editors.long_text import LongTextEditor
from reviewer.ui.panels.form.intents import TypedYaml
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit


class YamlEditor(LongTextEditor):
    """A growing text in a fixed-width font."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        styled(self.area, "bare", "mono")

    def _on_edit(self, now: str) -> None:
        if self.row is not None:
            self.kit.send(TypedYaml(self.row.path, now))
