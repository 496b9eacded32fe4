"""The form's part of the look, made from the colour tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"@([a-z-]+)")
_RULES = """
QLabel[class~="field-label"], QLabel[class~="field-note"] { font-size: 12px; color: @mute; }
QLabel[class~="field-message"] { font-size: 12px; color: @mute; }
QLabel[class~="field-message"][state="error"] { color: @err; }
QLabel[class~="field-message"][state="warning"] { color: @warn; }
QLabel[class~="field-message"]:focus { background: @accent-bg; border-radius: 3px; }
QFrame[class~="field-box"] { background: @panel; border: 1px solid @line; border-radius: 6px; }
QFrame[class~="field-box"]:hover { border-color: @faint; }
QFrame[class~="field-box"][empty="true"] { border-style: dashed; background: transparent; }
QFrame[class~="field-box"][state="warning"] { border-color: @warn; }
QFrame[class~="field-box"][state="error"] { border-color: @err; }
QFrame[class~="field-box"][focused="true"] { border-color: @accent; border-style: solid;
  background: @panel; }
QFrame[class~="bare-box"], QFrame[class~="bare-group"] { background: transparent; border: 0; }
QLineEdit[class~="bare"] { padding: 0; min-height: 26px; border: 0; background: transparent; }
QPlainTextEdit[class~="bare"] { padding: 2px 0; border: 0; background: transparent; }
QLineEdit[class~="tag-line"] { min-height: 22px; }
QLineEdit[class~="bare"]:read-only, QPlainTextEdit[class~="bare"]:read-only { color: @mute; }
QToolButton[class~="field-button"] { border: 0; border-radius: 4px; padding: 2px;
  background: transparent; min-width: 18px; min-height: 18px; }
QToolButton[class~="field-button"]:hover { background: @sunk; }
QToolButton[class~="field-menu"] { border: 0; border-radius: 4px; padding: 0; }
QToolButton[class~="field-menu"]:hover { background: @sunk; }
QFrame[class~="field-group"] { background: transparent; border: 1px solid @line;
  border-radius: 8px; }
QFrame[class~="field-group"][state="error"] { border-color: @err; }
QFrame[class~="field-group"][state="warning"] { border-color: @warn; }
QFrame[class~="field-chip"] { background: @accent-bg; border: 1px solid @accent-bg;
  border-radius: 5px; }
QFrame[class~="field-chip"]:focus { border-color: @accent; }
QLabel[class~="card-title"] { font-weight: 600; }
QLabel[class~="form-section"] { font-weight: 600; color: @mute; padding: 10px 0 0 6px; }
QLabel[class~="chip-text"] { color: @accent; }
QFrame[class~="field-chip"] QToolButton { padding: 0; min-width: 16px; min-height: 16px; }
QPushButton[class~="add-item"] { min-height: 26px; border: 1px solid transparent; padding: 0 8px;
  background: transparent; color: @mute; text-align: left; font-size: 12px; }
QPushButton[class~="add-item"]:hover { background: @sunk; color: @ink; }
QPushButton[class~="add-item"]:focus { border-color: @accent; }
QPushButton[class~="add-item"][empty="true"] { border: 1px dashed @line; border-radius: 6px;
  min-height: 28px; color: @faint; font-size: 13px; }
QPushButton[class~="add-item"][empty="true"]:focus { border: 1px solid @accent; }
QFrame[class~="date-popup"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QCalendarWidget QWidget { background: @panel; alternate-background-color: @panel; }
QCalendarWidget QToolButton { color: @ink; font-weight: 600; padding: 3px 8px; }
QCalendarWidget QToolButton:hover { background: @sunk; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent;
  selection-color: @on-accent; }
QListView[class~="suggestions"] { background: @panel; border: 1px solid @line; }
QListView[class~="suggestions"]::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }
QListView[class~="suggestions"]::item:selected { background: @accent-bg; color: @accent; }
QLabel[class~="form-banner"] { background: @warn-bg; color: @warn; border-radius: 6px;
  padding: 6px 10px; }
"""


def rules(colours: Mapping[str, str]) -> str:
    """The form's rules with every ``@token`` replaced; an unknown token raises KeyError."""
    return _TOKEN.sub(lambda found: colours[found[1]], _RULES)
