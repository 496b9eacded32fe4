"""Decides what the Schema view shows of types and fields, and what the editor's answers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.declaring import State
from reviewer.errors import ReviewerError
from reviewer.schema.content_type import EMPTY_TYPE
from reviewer.schema.declared import writing
from reviewer.ui.panels.schema import attributes, lines
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.editing import FieldPath
    from reviewer.schema.drift import Change, Drift
    from reviewer.ui.context import Context
    from reviewer.ui.panels.schema.lines import FieldLine, Inspected, NoticeGroup, TypeLine
    from reviewer.ui.panels.schema.rules import Rules


class SchemaView(Protocol):
    """What the presenter tells the dialog."""

    def show_types(self, types: Sequence[TypeLine], current: int) -> None:
        """List the content types."""
        ...

    def show_fields(self, fields: Sequence[FieldLine], current: int) -> None:
        """List the fields of the chosen type."""
        ...

    def show_field(self, field: Inspected | None) -> None:
        """Show all that can be said of the chosen field."""
        ...

    def show_drift(self, outliers: Sequence[Drift], answers: Sequence[str]) -> None:
        """List what stands out, with what will become of each."""
        ...

    def show_notices(self, groups: Sequence[NoticeGroup]) -> None:
        """List what is wrong with the configurations, or has no effect."""
        ...

    def show_state(self, text: str, *, changed: bool, can_take_back: bool) -> None:
        """Say whether everything is saved."""
        ...


class SchemaPresenter:
    """The chosen type and field, and the draft of changes."""

    def __init__(self, context: Context, rules: Rules, view: SchemaView) -> None:
        self._context = context
        self._rules = rules
        self._view = view
        self._type = ""
        self._path: FieldPath = ()
        self._every = False
        self._problems: dict[str, str] = {}
        self._types: list[TypeLine] = []
        self._fields: list[FieldLine] = []
        self._shown: object = None
        self._leave = rules.changed.connect(lambda _none: self.show())

    def close(self) -> None:
        """Show nothing any more."""
        self._leave()

    # What the editor chooses

    def choose_type(self, index: int) -> None:
        """Show the fields of a content type."""
        if 0 <= index < len(self._types) and self._types[index].name != self._type:
            self._type, self._path, self._problems = self._types[index].name, (), {}
            self.show()

    def choose_field(self, index: int) -> None:
        """Show a field."""
        if 0 <= index < len(self._fields) and self._fields[index].path != self._path:
            self._path, self._problems = self._fields[index].path, {}
            self._show_field()

    def show_every(self, every: bool) -> None:
        """Show all attributes, or those that fields of this kind usually have."""
        self._every = every
        self._show_field()

    # What the editor changes

    def change(self, attribute: str, text: str) -> None:
        """An attribute is to be what was typed; where that cannot be read, say why."""
        field = self._content_type.field(self._path)
        line = self._line(attribute)
        if field is None or line is None or text == line.text:
            self._forget_problem(attribute)
            return
        if not text.strip():
            self.reset(attribute)
            return
        try:
            value = attributes.read(attribute, text, getattr(field, attribute))
        except ReviewerError as error:
            self._problems[attribute] = f"{error.what} {error.remedy}".strip()
            self._show_field()
            return
        self._problems.pop(attribute, None)
        self._rules.draft.forget(self._type, self._path, attribute)
        before = self._line(attribute)
        if before is None or attributes.shown(attribute, value) != before.text or before.changed:
            self._rules.draft.state(self._content_type, self._path, attribute, value)
        self.show()

    def reset(self, attribute: str) -> None:
        """Undo a change that is not saved; of a saved one, declare nothing any more."""
        self._problems.pop(attribute, None)
        line = self._line(attribute)
        draft = self._rules.draft
        if line is not None and line.declared:
            draft.unstate(self._content_type, self._path, attribute)
        else:
            draft.forget(self._type, self._path, attribute)
        self._shown = None  # an emptied input has to say again what is learnt
        self.show()

    def declare(self) -> None:
        """Accept all that is known of the field as rules."""
        field = self._content_type.field(self._path)
        if field is None:
            return
        for attribute, value in writing.worth_declaring(field):
            self._rules.draft.state(self._content_type, self._path, attribute, value)
        self.show()

    def undeclare(self) -> None:
        """Declare nothing of the field: what is learnt and imported counts again."""
        self._problems = {}
        self._rules.draft.unstate(self._content_type, self._path)
        self.show()

    def make_rule(self, outlier: Drift) -> None:
        """What stands out is an error from now on."""
        self._adopt(outlier, outlier.as_rule, outlier.as_fine)

    def call_fine(self, outlier: Drift) -> None:
        """What stands out is as good as the rest."""
        self._adopt(outlier, outlier.as_fine, outlier.as_rule)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write what was changed."""
        if not self._problems:
            self._rules.save(then)

    def discard(self) -> None:
        """Forget what was changed."""
        self._problems = {}
        self._rules.discard()

    # Showing

    def show(self) -> None:
        """Show everything as it is now."""
        self._types = lines.type_lines(self._rules.survey.types, self._rules.survey.holders)
        names = [line.name for line in self._types]
        if self._type not in names:
            self._type = names[0] if names else ""
        self._view.show_types(self._types, names.index(self._type) if names else -1)
        self._show_fields()
        self._show_field()
        self._show_drift()
        schema = self._context.workspace.schema
        if schema is not None:
            self._view.show_notices(lines.notice_groups(schema.notices, schema.ignored))
        self._show_state()

    @property
    def _content_type(self) -> ContentType:
        return self._rules.survey.types.get(self._type, EMPTY_TYPE)

    def _show_fields(self) -> None:
        holders = self._rules.survey.holders.get(self._type, {})
        self._fields = lines.field_lines(self._content_type, holders, self._rules.draft)
        paths = [line.path for line in self._fields]
        if self._path not in paths:
            self._path = paths[0] if paths else ()
        self._view.show_fields(self._fields, paths.index(self._path) if paths else -1)

    def _show_field(self) -> None:
        shown = self._inspected()
        if shown != self._shown:
            self._shown = shown
            self._view.show_field(shown)

    def _inspected(self) -> Inspected | None:
        field = self._content_type.field(self._path)
        if field is None:
            return None
        draft, every = self._rules.draft, self._every
        return lines.inspected(
            self._content_type, self._path, field, draft, self._problems, every=every
        )

    def _line(self, attribute: str) -> lines.AttributeLine | None:
        found = self._inspected()
        return (
            next((each for each in found.lines if each.name == attribute), None) if found else None
        )

    def _forget_problem(self, attribute: str) -> None:
        if self._problems.pop(attribute, None) is not None:
            self._show_field()

    def _adopt(self, outlier: Drift, chosen: Sequence[Change], other: Sequence[Change]) -> None:
        content_type, draft = outlier.content_type, self._rules.draft
        for each in other:
            draft.forget(content_type.name, each.field, each.attribute)
        for each in chosen:
            draft.state(content_type, each.field, each.attribute, each.value)
        self.show()

    def _show_drift(self) -> None:
        outliers = self._rules.survey.drift
        self._view.show_drift(outliers, [self._answer_to(each) for each in outliers])

    def _answer_to(self, outlier: Drift) -> str:
        if self._is_drafted(outlier.content_type, outlier.as_fine):
            return tr("Will be fine once you save.")
        if self._is_drafted(outlier.content_type, outlier.as_rule):
            return tr("Will be an error once you save.")
        return ""

    def _is_drafted(self, content_type: ContentType, changes: Sequence[Change]) -> bool:
        steps = (
            (self._rules.draft.of(content_type.name, each.field, each.attribute), each.value)
            for each in changes
        )
        return bool(changes) and all(
            isinstance(step, State) and step.value == value for step, value in steps
        )

    def _show_state(self) -> None:
        count = len(self._rules.draft)
        text = tr_count("{count} change, not saved", "{count} changes, not saved", count)
        if not self._rules.known:
            text = tr("Looking at all posts …")
        elif not count:
            text = tr("All rules are saved.") if self._rules.can_take_back else ""
        self._view.show_state(
            text, changed=bool(count), can_take_back=self._rules.can_take_back and not count
        )
