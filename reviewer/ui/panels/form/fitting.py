"""Which editor fits a value, by the kind the schema expects and by what is really there.

A value that does not fit the editor of its kind is never forced into it: text
goes to a text editor as it is written, anything with structure to YAML text.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from reviewer.schema import dates
from reviewer.ui.panels.form.rows import State

TEXT, LONG, NUMBER, YES_NO, DATE, URL = "text", "long", "number", "yes_no", "date", "url"
CHOICE, TAGS, LIST, GROUP, YAML = "choice", "tags", "list", "group", "yaml"
TIME, COLOUR, SLUG, FILE = "time", "colour", "slug", "file"
REFERENCE, VARIANT = "reference", "variant"

EDITOR_OF_KIND = {
    "string": TEXT,
    "text": LONG,
    "int": NUMBER,
    "float": NUMBER,
    "bool": YES_NO,
    "date": DATE,
    "datetime": DATE,
    "enum": CHOICE,
    "tags": TAGS,
    "list": LIST,
    "object": GROUP,
    "url": URL,
    "email": TEXT,
    "image": FILE,
    "file": FILE,
    "time": TIME,
    "colour": COLOUR,
    "slug": SLUG,
    "reference": REFERENCE,
    "variant": VARIANT,
    "opaque": YAML,
    "hidden": YAML,
    "body": LONG,
}
SINGLE_LINE = {TEXT, URL, CHOICE, DATE, NUMBER, TIME, COLOUR, SLUG, FILE, REFERENCE}
NARROW = {NUMBER, YES_NO, CHOICE, TIME, COLOUR}
OF_ITEMS = {FILE, COLOUR, TIME, REFERENCE, VARIANT, CHOICE, DATE}
"""Editors that items of a list get by their kind; other text has room to wrap."""
SEVERAL = {"image": "list", "file": "list"}
"""What kinds are where a field holds several of them; the others are like tags."""
LONG_TEXT = 160
"""Characters from which a text gets an editor of several lines."""
LONG_LIMIT = 100
"""A field that may be longer than this gets an editor of several lines in any case."""
SHORT_DATE = 12
"""Characters of a day without a time, in quotes or not."""
SHORT_TEXT = 24
"""Characters up to which a text is content with half the width."""
DEEPEST = 4
"""Levels of nesting that are laid out as fields; what lies deeper is YAML text."""
WIDEST = 60
"""Keys of a nested group that are laid out as fields."""


def state_of(present: bool, value: Any) -> State:
    """Absent, null, empty, or a value."""
    if not present:
        return State.ABSENT
    if value is None:
        return State.NULL
    if isinstance(value, str | list | dict) and not value:
        return State.EMPTY
    return State.VALUE


def kind_of(value: Any) -> str:
    """The kind of a value that no schema speaks of."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int | float):
        return "int" if isinstance(value, int) else "float"
    if isinstance(value, date):
        return "datetime" if hasattr(value, "hour") else "date"
    if isinstance(value, str):
        return _kind_of_text(value)
    if isinstance(value, list):
        return "tags" if value and all(_is_tag(item) for item in value) else "list"
    return "object" if isinstance(value, dict) else "string" if value is None else "opaque"


def editor_for(kind: str, value: Any, state: State, depth: int = 0) -> str:
    """The name of the editor for a value of this kind."""
    editor = EDITOR_OF_KIND.get(kind, TEXT)
    if state in (State.ABSENT, State.NULL):
        return editor
    if isinstance(value, dict):
        return _editor_for_map(editor, value, depth)
    if isinstance(value, list):
        return _editor_for_list(editor, value, depth)
    if editor in (YES_NO, TAGS, LIST, GROUP, VARIANT, YAML):
        return editor if editor == YES_NO and isinstance(value, bool) else _editor_for_text(value)
    return _roomy(editor, value)


def item_editor(value: Any, depth: int, kind: str = "") -> str:
    """The editor for one item of a list; ``kind`` is what the schema says of the items."""
    usual = EDITOR_OF_KIND.get(kind, "")
    if isinstance(value, dict):
        return _editor_for_map(VARIANT if usual == VARIANT else GROUP, value, depth)
    if isinstance(value, list):
        return YAML
    if usual in OF_ITEMS and usual != VARIANT:
        return _roomy(usual, value)
    return LONG if isinstance(value, str) or value is None else TEXT


def is_narrow(editor: str, value: Any, limited: bool) -> bool:
    """Whether a field is content with half the width: by its value or one like it."""
    if editor in NARROW:
        return True
    if editor == DATE:
        return value is None or len(str(value)) <= SHORT_DATE
    short = value is None or (isinstance(value, str) and len(value) <= SHORT_TEXT)
    return editor in (TEXT, SLUG) and short and not limited


def _editor_for_map(editor: str, value: dict[Any, Any], depth: int) -> str:
    fits = editor in (GROUP, VARIANT) and depth < DEEPEST and len(value) <= WIDEST
    return editor if fits else YAML


def _editor_for_list(editor: str, value: list[Any], depth: int) -> str:
    flat = not any(isinstance(item, list | dict) for item in value)
    if editor in (TAGS, CHOICE) and flat:
        return TAGS
    return LIST if editor in (TAGS, LIST) and depth < DEEPEST else YAML


def _editor_for_text(value: Any) -> str:
    return _roomy(TEXT, value)


def _roomy(editor: str, value: Any) -> str:
    """A single-line editor cannot hold line breaks, and hides most of a long text."""
    if editor not in SINGLE_LINE or not isinstance(value, str):
        return editor
    broken = any(mark in value for mark in "\n\r\u2028\u2029")
    return LONG if broken or (editor == TEXT and len(value) > LONG_TEXT) else editor


def _kind_of_text(value: str) -> str:
    if value.startswith(("https://", "http://")) and " " not in value:
        return "url"
    if dates.looks_like_date(value):
        return "datetime" if ":" in value else "date"
    return "text" if "\n" in value or len(value) > LONG_TEXT else "string"


def _is_tag(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= SHORT_TEXT and "\n" not in value
