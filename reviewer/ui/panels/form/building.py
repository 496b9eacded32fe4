"""From a post, its content type and its findings to the rows of the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reviewer.desk.open_post import lookup
from reviewer.document.operations import same
from reviewer.schema.finding import Severity
from reviewer.ui.panels.form import fitting, words
from reviewer.ui.panels.form.rows import Addable, Form, Message, Row, State, Variant
from reviewer.ui.panels.form.slots import Slots
from reviewer.ui.panels.form.typed import label_for
from reviewer.ui.panels.form.writing import blank_of
from reviewer.ui.panels.form.yaml_value import source_of
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.operations import Path
    from reviewer.schema.field import Field, Option
    from reviewer.schema.finding import Finding
    from reviewer.ui.panels.form.slots import Slot
    from reviewer.ui.panels.form.wishes import Wishes


def build_form(
    open_post: OpenPost, wishes: Wishes, inherited: Mapping[str, Any] | None = None
) -> Form:
    """The form of a post as it is now; ``inherited`` is what the site gives it besides."""
    slots = Slots(open_post, wishes, inherited)
    builder = _Builder(open_post, wishes, slots)
    data = open_post.post.data
    if not isinstance(data, dict):
        return Form(notice=tr("The front matter is not a list of fields."), empty=True)
    rows = tuple(builder.row(slot) for slot in slots.top(data))
    absent = slots.absent_fields(row.path[0] for row in rows)
    return Form(
        rows=rows,
        addable=tuple(
            Addable(each.name, words.label_of(each.name, each), each.kind, each.count)
            for each in absent
        ),
        read_only=open_post.post.read_only,
        empty=open_post.post.block_span is None,
    )


class _Builder:
    """Makes the rows of one post; lives for one build."""

    def __init__(self, open_post: OpenPost, wishes: Wishes, slots: Slots) -> None:
        self._post = open_post.post
        self._saved = open_post.saved
        self._type = open_post.content_type
        self._wishes = wishes
        self._slots = slots
        self._findings = [each for each in open_post.findings if each.path]
        self._changed = set(open_post.changed_fields())

    # One row

    def row(self, slot: Slot) -> Row:
        """The row of a field or list item, with all rows inside it."""
        state = fitting.state_of(slot.present, slot.value)
        kind = self._kind(slot)
        editor = self._editor(slot, kind, state)
        children = self._children(slot, editor)
        row = Row(
            path=slot.path,
            label=self._label(slot),
            editor=editor,
            kind=kind,
            state=state,
            value=slot.value,
            known=slot.field is not None or self._type is None,
            read_only=self._post.read_only or slot.read_only,
            kept=bool(slot.read_only),
            section=slot.section,
            counter=words.counter_of(slot.value, slot.field, editor),
            children=children,
            messages=self._messages(slot.path, children),
            opened=slot.path in self._wishes.opened or slot.present,
        )
        row = self._with_schema(row, slot.field)
        row = self._with_text(row, slot)
        return self._with_change(row, slot)

    def _kind(self, slot: Slot) -> str:
        if slot.field is not None:
            return slot.field.kind
        known = self._wishes.kinds.get(slot.path) or self._wishes.opened.get(slot.path)
        return known or fitting.kind_of(slot.value)

    def _editor(self, slot: Slot, kind: str, state: State) -> str:
        depth = len(slot.path)
        if slot.path in self._wishes.pinned:
            return self._wishes.pinned[slot.path]
        if slot.is_item:
            return fitting.item_editor(slot.value, depth, slot.field.kind if slot.field else "")
        if slot.field is not None:
            kind = kind_of_whole(slot.field)
        editor = fitting.editor_for(kind, slot.value, state, depth)
        if editor != fitting.TEXT or slot.field is None:
            return editor
        roomy = (slot.field.max_length or 0) > fitting.LONG_LIMIT
        return fitting.CHOICE if slot.field.options else fitting.LONG if roomy else editor

    def _label(self, slot: Slot) -> str:
        if slot.is_item:
            return tr("Item {number}", number=slot.path[-1] + 1)
        return words.label_of(slot.path[-1], slot.field)

    def _children(self, slot: Slot, editor: str) -> tuple[Row, ...]:
        if editor == fitting.LIST and isinstance(slot.value, list):
            return tuple(self.row(each) for each in self._slots.items(slot))
        if editor in (fitting.GROUP, fitting.VARIANT):
            return tuple(self.row(each) for each in self._slots.inside(slot))
        return ()

    # What a row says

    def _with_schema(self, row: Row, known: Field | None) -> Row:
        if known is None:
            return row
        return replace(
            row,
            required=known.required is not None,
            help=" · ".join(part for part in (known.help, known.origin.text) if part),
            choices=self._wishes.found.get(row.path) or options_of(known),
            closed=not known.open_options,
            minimum=known.minimum,
            maximum=known.maximum,
            step=known.step,
            earliest=known.earliest,
            latest=known.latest,
            empty_as=known.empty_as,
            blank=blank_of(known.item),
            variants=tuple(
                Variant(each.name, words.label_of(each.name, each)) for each in known.variants
            ),
            variant_key=known.variant_key,
        )

    def _with_text(self, row: Row, slot: Slot) -> Row:
        absent = row.state is State.ABSENT
        draft = self._wishes.draft(row.path)
        written = "" if absent else self._text(row)
        return replace(
            row,
            text=written if draft is None else draft,
            waits=draft is not None,
            note=words.note_of(row, slot.inherited),
            placeholder=words.empty_text_of(row, slot.inherited) if absent else "",
            offer=words.offer_of(row, slot),
            offered=slot.field.default if slot.field else None,
            half=self._is_half(row, slot.field),
        )

    def _text(self, row: Row) -> str:
        if row.editor == fitting.YAML:
            return source_of(self._post, row.path, row.value)
        if row.editor == fitting.CHOICE:
            return label_for(row.choices, row.value) or self._scalar(row)
        return self._scalar(row)

    def _scalar(self, row: Row) -> str:
        if isinstance(row.value, str):
            return row.value
        return _plain(self._post.written(row.path), row.value)

    def _is_half(self, row: Row, known: Field | None) -> bool:
        if row.path in self._wishes.narrow:
            return self._wishes.narrow[row.path]
        limited = known is not None and known.max_length is not None
        sample = row.value or (known.example if known else "")
        return fitting.is_narrow(row.editor, sample, limited)

    def _with_change(self, row: Row, slot: Slot) -> Row:
        if slot.is_item or not self._is_changed(slot):
            return row
        found, old = lookup(self._saved.data, slot.path)
        was = words.was(old, slot.value) if found else tr("new")
        return replace(row, changed=True, was=was)

    def _is_changed(self, slot: Slot) -> bool:
        if slot.path[0] not in self._changed:
            return False
        if len(slot.path) == 1:
            return True
        found, old = lookup(self._saved.data, slot.path)
        return found != slot.present or not same(old, slot.value)

    def _messages(self, path: Path, children: tuple[Row, ...]) -> tuple[Message, ...]:
        inside = {row.path for child in children for row in child.walk()}
        told = [self._message(each) for each in self._findings if _belongs(each, path, inside)]
        if path in self._wishes.refused:
            told.insert(0, Message(Severity.ERROR, self._wishes.refused[path].why))
        return tuple(told)

    def _message(self, finding: Finding) -> Message:
        return Message(finding.severity, finding.message, finding.fixes)


def kind_of_whole(known: Field) -> str:
    """The kind of all that a field holds: one value, several, or a list of choices."""
    if known.multiple:
        return fitting.SEVERAL.get(known.kind, "tags")
    chosen = known.kind == "list" and known.item is not None and known.item.kind == "enum"
    return "tags" if chosen else known.kind


def options_of(known: Field) -> tuple[Option, ...]:
    """What can be chosen, for the field itself or for the items of its list."""
    return known.options or (known.item.options if known.item else ())


def _belongs(finding: Finding, path: Path, inside: set[Path]) -> bool:
    """Whether a finding is told at ``path`` and not at a row inside it."""
    size = len(path)
    if finding.path[:size] != path:
        return False
    return not any(finding.path[:end] in inside for end in range(size + 1, len(finding.path) + 1))


def _plain(written: str, value: Any) -> str:
    """A scalar as it is written; as it is read where the writing is an alias or a tag."""
    if value is None:
        return ""
    odd = not written or written[0] in "*&!" or "\n" in written
    return str(value) if odd else written
