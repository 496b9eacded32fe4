"""From a post, its content type and its findings to the rows of the form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.desk.open_post import lookup
from reviewer.document.operations import same
from reviewer.schema.finding import Severity
from reviewer.ui.panels.form import fitting, words
from reviewer.ui.panels.form.rows import Addable, Form, Message, Row, State
from reviewer.ui.panels.form.yaml_value import source_of
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.ui.panels.form.wishes import Wishes

USUAL = 0.5
"""Share of the folder's posts from which an absent field is offered in the form itself."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a row stands and what is known of it before its value is looked at."""

    path: Path
    field: Field | None
    present: bool
    value: Any
    is_item: bool = False


def build_form(open_post: OpenPost, wishes: Wishes) -> Form:
    """The form of a post as it is now."""
    builder = _Builder(open_post, wishes)
    data = open_post.post.data
    if not isinstance(data, dict):
        return Form(notice=tr("The front matter is not a list of fields."), empty=True)
    rows = tuple(builder.row(slot) for slot in builder.slots(data))
    shown = {row.path[0] for row in rows}
    return Form(
        rows=rows,
        addable=addable_fields(open_post.content_type, shown),
        read_only=open_post.post.read_only,
        empty=open_post.post.block_span is None,
    )


def addable_fields(content_type: ContentType | None, shown: Iterable[Any]) -> tuple[Addable, ...]:
    """The fields of the folder that are not in the form, the most usual first."""
    if content_type is None:
        return ()
    taken = set(shown)
    absent = [each for each in content_type.fields if each.name not in taken]
    absent.sort(key=lambda each: -each.count)
    return tuple(
        Addable(each.name, words.label_of(each.name, each), each.kind, each.count)
        for each in absent
    )


class _Builder:
    """Makes the rows of one post; lives for one build."""

    def __init__(self, open_post: OpenPost, wishes: Wishes) -> None:
        self._post = open_post.post
        self._saved = open_post.saved
        self._type = open_post.content_type
        self._wishes = wishes
        self._findings = open_post.findings
        self._changed = set(open_post.changed_fields())

    # Which fields there are

    def slots(self, data: Mapping[Any, Any]) -> list[Slot]:
        """Fields of the content type in its order, the title first, then the post's own."""
        known = self._type.fields if self._type else ()
        slots = [
            self._slot(each, data) for each in known if each.name in data or self._is_offered(each)
        ]
        names = {each.name for each in known}
        slots += [Slot((key,), None, True, data[key]) for key in data if key not in names]
        slots += [
            Slot(path, None, False, None)
            for path in self._wishes.opened
            if len(path) == 1 and path[0] not in data and path[0] not in names
        ]
        title = self._type.title_field if self._type else "title"
        return sorted(slots, key=lambda slot: slot.path[0] != title)

    def _slot(self, each: Field, data: Mapping[Any, Any]) -> Slot:
        return Slot((each.name,), each, each.name in data, data.get(each.name))

    def _is_offered(self, each: Field) -> bool:
        if self._post.read_only:
            return False
        if (each.name,) in self._wishes.opened:
            return True
        posts = self._type.count if self._type else 0
        return each.required is not None or (posts > 0 and each.count / posts >= USUAL)

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
            read_only=self._post.read_only,
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
            return fitting.item_editor(slot.value, depth)
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
            return tuple(
                self.row(Slot((*slot.path, index), _item_field(slot.field), True, item, True))
                for index, item in enumerate(slot.value)
            )
        if editor == fitting.GROUP:
            return tuple(self.row(each) for each in self._inner_slots(slot))
        return ()

    def _inner_slots(self, slot: Slot) -> list[Slot]:
        value = slot.value if isinstance(slot.value, dict) else {}
        inner = slot.field.fields if slot.field else ()
        slots = [
            Slot((*slot.path, key), slot.field.child(key) if slot.field else None, True, value[key])
            for key in value
        ]
        slots += [
            Slot((*slot.path, each.name), each, False, None)
            for each in inner
            if each.name not in value and self._is_inner_offered(slot, each)
        ]
        asked = [path for path in self._wishes.opened if path[:-1] == slot.path]
        known = {each.path for each in slots}
        slots += [Slot(path, None, False, None) for path in asked if path not in known]
        return slots

    def _is_inner_offered(self, slot: Slot, each: Field) -> bool:
        path = (*slot.path, each.name)
        return not slot.present or each.required is not None or path in self._wishes.opened

    # What a row says

    def _with_schema(self, row: Row, known: Field | None) -> Row:
        if known is None:
            return row
        return replace(
            row,
            required=known.required is not None,
            help=" · ".join(part for part in (known.help, known.origin.text) if part),
            choices=known.options,
            closed=not known.open_options,
            minimum=known.minimum,
            maximum=known.maximum,
        )

    def _with_text(self, row: Row, slot: Slot) -> Row:
        absent = row.state is State.ABSENT
        draft = self._wishes.draft(row.path)
        written = "" if absent else self._text(row)
        return replace(
            row,
            text=written if draft is None else draft,
            waits=draft is not None,
            note=_note_of(row.state),
            placeholder=words.placeholder_of(row.label, row.kind) if absent else "",
            half=self._is_half(row, slot.field),
        )

    def _text(self, row: Row) -> str:
        if row.editor == fitting.YAML:
            return source_of(self._post, row.path, row.value)
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


def _belongs(finding: Finding, path: Path, inside: set[Path]) -> bool:
    """Whether a finding is told at ``path`` and not at a row inside it."""
    size = len(path)
    if not finding.path or finding.path[:size] != path:
        return False
    return not any(finding.path[:end] in inside for end in range(size + 1, len(finding.path) + 1))


def _item_field(known: Field | None) -> Field | None:
    return known.item if known else None


def _note_of(state: State) -> str:
    if state is State.ABSENT:
        return tr("not set")
    return tr("null") if state is State.NULL else ""


def _plain(written: str, value: Any) -> str:
    """A scalar as it is written; as it is read where the writing is an alias or a tag."""
    if value is None:
        return ""
    odd = not written or written[0] in "*&!" or "\n" in written
    return str(value) if odd else written
