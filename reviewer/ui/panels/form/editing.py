"""The editing half of the form: from what was typed to edits of the post.

What could not be done is remembered in the wishes, so that the form says why
and keeps what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk import fixing
from reviewer.desk.open_post import lookup
from reviewer.document.block import BlockProblem, EditRefused
from reviewer.document.operations import InsertItem, RemoveItem, Rename, SetValue, Unset
from reviewer.ui.panels.form import typed
from reviewer.ui.panels.form.keystrokes import Keystrokes
from reviewer.ui.panels.form.wishes import Refusal
from reviewer.ui.panels.form.writing import emptied
from reviewer.ui.panels.form.yaml_value import value_in
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.operations import Operation, Path
    from reviewer.schema.field import Field
    from reviewer.schema.finding import Fix
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.panels.form.wishes import Wishes

ORIGIN = "form"


class Editing:
    """Edits one post in the way in which its form asks for it."""

    def __init__(self, open_post: OpenPost, wishes: Wishes) -> None:
        self._open_post = open_post
        self._wishes = wishes
        self._keys: Keystrokes | None = None

    def type_text(self, row: Row, text: str) -> None:
        """The field's text is now ``text``."""
        if not text.strip() and row.empty_as and not isinstance(row.path[-1], int):
            self._empty(row, text)
            return
        value = typed.value_of(row, text, as_text=self._writes_as_text(row))
        # The field shows a date as it is written; so it is also written as it is typed.
        as_typed = text.strip() if row.kind in typed.AS_TYPED else ""
        self._type(row, row.path, SetValue(row.path, value), text, as_typed)

    def type_yaml(self, row: Row, text: str) -> None:
        """The field's value is described by ``text``, once that can be read."""
        try:
            value = value_in(text, self._open_post.post.dialect)
        except BlockProblem as problem:
            self._wishes.pinned[row.path] = row.editor
            self._refuse(row, tr("Not applied yet: {what}", what=problem.what), text)
        else:
            self._type(row, row.path, SetValue(row.path, value), text)

    def type_item(self, row: Row, index: int, text: str) -> None:
        """The short item at ``index`` is now ``text``; behind the last one a new item begins.

        No text, or an item that the list has already, is not written.
        """
        path = (*row.path, index)
        _, values = lookup(self._keys_of(path).base.data, row.path)
        items = values if isinstance(values, list) else []
        value = typed.choice_of(row, text.strip())
        operation: Operation | None = None
        if text.strip() and value not in [*items[:index], *items[index + 1 :]]:
            there = index < len(items)
            operation = SetValue(path, value) if there else InsertItem(row.path, index, value)
        self._type(row, path, operation)

    def edit(self, row: Row, operations: Sequence[Operation]) -> None:
        """Carry out operations that the field asks for."""
        self._try(row, lambda: self._open_post.edit(operations, label=row.label, origin=ORIGIN))

    def mend(self, row: Row, fix: Fix) -> None:
        """Carry out a fix that the field offers, unless the text is another one by now."""
        self._try(row, lambda: fixing.carry_out(self._open_post, fix, origin=ORIGIN))

    def revert(self, row: Row) -> None:
        """The field shall be as it is on disk."""
        self._try(row, lambda: self._open_post.revert_field(row.path, origin=ORIGIN))

    def remove(self, row: Row) -> None:
        """The field or item shall go."""
        self._wishes.opened.pop(row.path, None)
        *above, key = row.path
        item = isinstance(key, int)
        self.edit(row, (RemoveItem(tuple(above), key) if item else Unset(row.path),))

    def rename(self, row: Row, name: str) -> None:
        """The field shall have another name."""
        if name and name != str(row.path[-1]):
            self.edit(row, (Rename(row.path, name),))

    def refuse(self, row: Row, why: str) -> None:
        """Say at the field why what was asked for was not done."""
        self._refuse(row, why, None)

    def end_typing(self, path: Path) -> None:
        """The keyboard has left a field: what comes next is a step of its own."""
        self._open_post.seal()
        self._keys = None
        self._wishes.pinned.pop(path, None)

    # Behind the scenes

    def _empty(self, row: Row, text: str) -> None:
        """Write what the schema wants of a field that is emptied; it stays laid out."""
        operation: Operation | None = emptied(row)
        if isinstance(operation, Unset):
            self._wishes.opened[row.path] = row.kind
            there, _ = lookup(self._keys_of(row.path).base.data, row.path)
            operation = operation if there else None
        self._type(row, row.path, operation, text)

    def _type(
        self,
        row: Row,
        path: Path,
        operation: Operation | None,
        text: str | None = None,
        as_typed: str = "",
    ) -> None:
        def press_key() -> None:
            edits = self._keys_of(path).edits(self._open_post.post, operation, as_typed)
            merge_key = f"{ORIGIN}:{path!r}"
            self._open_post.edit_text(edits, label=row.label, merge_key=merge_key, origin=ORIGIN)

        self._wishes.pinned[row.path] = row.editor
        self._try(row, press_key, text)

    def _keys_of(self, path: Path) -> Keystrokes:
        post = self._open_post.post
        if self._keys is None or not self._keys.goes_on(path, post):
            self._keys = Keystrokes(path, post)
        return self._keys

    def _try(self, row: Row, deed: Callable[[], None], text: str | None = None) -> None:
        """Do it; where it cannot be done, the field says why and keeps ``text``."""
        try:
            deed()
        except EditRefused as refusal:
            self._refuse(row, f"{refusal.what} {refusal.remedy}".strip(), text)
        else:
            self._wishes.refused.pop(row.path, None)

    def _refuse(self, row: Row, why: str, text: str | None) -> None:
        written = self._open_post.post.written(row.path)
        self._wishes.refused[row.path] = Refusal(why, text, written)

    def _writes_as_text(self, row: Row) -> bool:
        """Dates stay text where this field, on disk or in other posts, has them as text.

        Times are text but in TOML, which has a type for them.
        """
        if row.kind == "time":
            return self._open_post.post.format != "toml" or isinstance(row.value, str)
        if row.kind not in typed.DATES:
            return False
        found, value = self._open_post.saved_value(row.path)
        if found and isinstance(value, str):
            return typed.is_possible_date(value) or self._open_post.post.format == "json"
        known = self._field(row.path)
        return known is not None and not found and known.example[:1] in ("'", '"')

    def _field(self, path: Path) -> Field | None:
        known = self._open_post.content_type
        return known.field(path) if known else None
