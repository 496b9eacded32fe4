"""Decides what the form shows and turns what the user wants into operations on the post.

No Qt here. The presenter is the only one that speaks with the desk; the view
gets a new ``Form`` after each change and is told which input the user is
typing in, so that the caret stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document.block import BlockProblem, EditRefused
from reviewer.document.operations import RemoveItem, Rename, SetValue, Unset
from reviewer.ui.panels.form import intents, typed
from reviewer.ui.panels.form.addresses import is_web_address
from reviewer.ui.panels.form.building import Wishes, build_form
from reviewer.ui.panels.form.keystrokes import Keystrokes, restoring_edits
from reviewer.ui.panels.form.menu import Deed, empty_value, entries_for
from reviewer.ui.panels.form.rows import Form, State
from reviewer.ui.panels.form.writing import operations_of
from reviewer.ui.panels.form.yaml_value import value_in
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.operations import Operation, Path
    from reviewer.schema.field import Field
    from reviewer.ui.panels.form.menu import Entry
    from reviewer.ui.panels.form.rows import Row

ORIGIN = "form"


class Surface(Protocol):
    """What the presenter asks of the view."""

    def show_form(self, form: Form, typing: Path | None = None) -> None:
        """Show the form; the input at ``typing`` keeps what the user has typed."""
        ...

    def start(self, form: Form) -> None:
        """Show the form of another post, from its top."""
        ...

    def refill(self, path: Path) -> None:
        """Put the value of a field into its input again."""
        ...

    def reveal(self, path: Path) -> None:
        """Scroll to a field, give it the keyboard, light it up."""
        ...

    def open_menu(self, path: Path, entries: Sequence[Entry], at: tuple[int, int]) -> None:
        """Offer what can be done with a field."""
        ...

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard."""
        ...

    def visit(self, url: str) -> None:
        """Open a web page in the browser."""
        ...


class Questions(Protocol):
    """The part of the window's prompts that the form needs."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """A line of text, ``None`` when the user would rather not."""
        ...


class FormPresenter:
    """The form of the post that is shown."""

    def __init__(self, surface: Surface, questions: Questions) -> None:
        self._surface = surface
        self._questions = questions
        self._open_post: OpenPost | None = None
        self._wishes = Wishes()
        self._keys: Keystrokes | None = None
        self._busy = False
        self.form = Form()

    # What the panel tells

    def show_post(self, open_post: OpenPost | None) -> None:
        """Show the form of another post; nothing is written by that."""
        self._open_post = open_post
        self._keys = None
        self._wishes = Wishes()
        self.form = self._build()
        for row in (row for top in self.form.rows for row in top.walk()):
            self._remember(row)
        self._while_busy(lambda: self._surface.start(self.form))

    def post_changed(self, change: PostChanged) -> None:
        """The post has changed elsewhere: by undo, a fix, the raw text."""
        if change.open_post is self._open_post and change.origin != ORIGIN:
            for wishes in (self._wishes.refused, self._wishes.drafts, self._wishes.pinned):
                wishes.clear()
            self.refresh()

    def findings_changed(self, open_post: OpenPost) -> None:
        """The checks have spoken, or the folder's schema is another one."""
        if open_post is self._open_post and not self._busy:
            self.refresh()

    def refresh(self, typing: Path | None = None) -> None:
        """Build the form anew and show what differs; ``typing`` is being typed in."""
        self.form = self._build()
        self._while_busy(lambda: self._surface.show_form(self.form, typing))

    # What the view tells

    def carry_out(self, intent: intents.Intent) -> None:
        """Do what the user wants of the form."""
        row = self.form.nearest(intent.path)
        if row is None or self._open_post is None:
            return
        match intent:
            case intents.Typed(path, text):
                value = typed.value_of(row, text, as_text=self._writes_dates_as_text(row))
                self._type(row, SetValue(path, value), text)
            case intents.TypedYaml(_, text):
                self._type_yaml(row, text)
            case intents.Opened(path):
                self._open_up(row)
            case intents.Reverted(path):
                self.do(path, Deed.REVERT)
            case intents.Left(path):
                self._leave(path)
            case intents.Visited(_, url):
                self._visit(url)
            case intents.MenuAsked(path, x, y):
                self._surface.open_menu(path, entries_for(row), (x, y))
            case intents.Mended(_, fix):
                self._edit(row, operations_of(intent, row), label=fix.label)
            case _:
                self._edit(row, operations_of(intent, row))

    def add_field(self, name: str, kind: str, inside: Path = ()) -> None:
        """Lay out a field that the post does not have; it is written once it has a value."""
        asked = name or self._questions.ask_text(tr("Add field"), tr("Name of the new field"))
        if not asked or self._open_post is None:
            return
        path = (*inside, asked.strip())
        row = self.form.row(path)
        if row is None or row.state is State.ABSENT:
            self._wishes.opened[path] = kind
            self.refresh()
        self._surface.reveal(path)

    def reveal(self, path: Path) -> None:
        """Go to the field at ``path``; an absent one is laid out first."""
        if self.form.row(path[:1]) is None and path:
            self._wishes.opened[path[:1]] = "string"
            self.refresh()
        self._surface.reveal(path)

    def do(self, path: Path, deed: Deed) -> None:
        """Carry out an entry of a field's menu."""
        row = self.form.row(path)
        if row is None or self._open_post is None:
            return
        match deed:
            case Deed.REVERT:
                self._revert(row)
            case Deed.COPY:
                self._surface.copy(row.text)
            case Deed.COPY_WRITTEN:
                self._surface.copy(self._open_post.post.written(path))
            case Deed.SET_EMPTY:
                self._edit(row, (SetValue(path, empty_value(row)),))
            case Deed.SET_NULL:
                self._edit(row, (SetValue(path, None),))
            case Deed.REMOVE:
                self._remove(row)
            case Deed.RENAME:
                self._rename(row)
            case Deed.ADD_INSIDE:
                self.add_field("", "string", inside=path)

    # Edits

    def _type(self, row: Row, operation: Operation, text: str) -> None:
        self._wishes.pinned[row.path] = row.editor
        if not self._try(row, lambda: self._press_key(row, operation)):
            self._wishes.drafts[row.path] = text
        self.refresh(typing=row.path)

    def _press_key(self, row: Row, operation: Operation) -> None:
        open_post = self._open_post
        if open_post is None:
            return
        keys = self._keys
        if keys is None or not keys.goes_on(row.path, open_post.post):
            keys = self._keys = Keystrokes(row.path, open_post.post)
        edits = keys.edits(open_post.post, operation)
        merge_key = f"{ORIGIN}:{row.path!r}"
        open_post.edit_text(edits, label=row.label, merge_key=merge_key, origin=ORIGIN)

    def _type_yaml(self, row: Row, text: str) -> None:
        if self._open_post is None:
            return
        try:
            value = value_in(text, self._open_post.post.dialect)
        except BlockProblem as problem:
            self._wishes.pinned[row.path] = row.editor
            self._wishes.drafts[row.path] = text
            self._wishes.refused[row.path] = tr("Not applied yet: {what}", what=problem.what)
            self.refresh(typing=row.path)
        else:
            self._type(row, SetValue(row.path, value), text)

    def _edit(self, row: Row, operations: Sequence[Operation], label: str = "") -> None:
        open_post = self._open_post
        if open_post is not None:
            label = label or row.label
            self._try(row, lambda: open_post.edit(operations, label=label, origin=ORIGIN))
            self.refresh()

    def _try(self, row: Row, deed: Callable[[], None]) -> bool:
        """Whether ``deed`` could be done; if not, the field says why."""
        try:
            self._while_busy(deed)
        except EditRefused as refusal:
            self._wishes.refused[row.path] = f"{refusal.what} {refusal.remedy}".strip()
            return False
        self._wishes.settle(row.path)
        return True

    def _revert(self, row: Row) -> None:
        open_post = self._open_post
        if open_post is None:
            return
        edits = restoring_edits(open_post, row.path)
        if edits is None:
            self._try(row, lambda: open_post.revert_field(row.path, origin=ORIGIN))
        else:
            label = tr("Revert field")
            self._try(row, lambda: open_post.edit_text(edits, label=label, origin=ORIGIN))
            open_post.seal()
        self.refresh()

    def _remove(self, row: Row) -> None:
        self._wishes.opened.pop(row.path, None)
        *above, key = row.path
        item = isinstance(key, int)
        self._edit(row, (RemoveItem(tuple(above), key) if item else Unset(row.path),))

    def _rename(self, row: Row) -> None:
        old = str(row.path[-1])
        new = self._questions.ask_text(tr("Rename field"), tr("New name"), old)
        if new and new.strip() and new != old:
            self._edit(row, (Rename(row.path, new.strip()),))

    # Other wishes

    def _open_up(self, row: Row) -> None:
        self._wishes.opened[row.path] = row.kind
        self.refresh()
        opened = self.form.row(row.path)
        if opened is not None and not opened.children:
            self.add_field("", "string", inside=row.path)
        else:
            self._surface.reveal(row.path)

    def _leave(self, path: Path) -> None:
        if self._busy or self._open_post is None:
            return
        self._open_post.seal()
        self._keys = None
        self._wishes.pinned.pop(path, None)
        self.refresh()
        if path not in self._wishes.drafts:
            self._surface.refill(path)

    def _visit(self, url: str) -> None:
        if is_web_address(url):
            self._surface.visit(url)

    # Behind the scenes

    def _build(self) -> Form:
        if self._open_post is None:
            return Form()
        problem = self._open_post.post.problem
        if problem is not None:
            return Form(notice=problem.what, read_only=problem.what)
        return build_form(self._open_post, self._wishes)

    def _remember(self, row: Row) -> None:
        """What a field was when the post was opened decides how it is shown and read."""
        self._wishes.narrow[row.path] = row.half
        if row.state is State.VALUE and self._field(row.path) is None:
            self._wishes.kinds[row.path] = row.kind

    def _field(self, path: Path) -> Field | None:
        known = self._open_post.content_type if self._open_post else None
        return known.field(path) if known else None

    def _writes_dates_as_text(self, row: Row) -> bool:
        """Dates stay text where this field, on disk or in other posts, has them as text."""
        open_post = self._open_post
        if open_post is None or row.kind not in typed.DATES:
            return False
        found, value = open_post.saved_value(row.path)
        if found and isinstance(value, str):
            return typed.is_possible_date(value) or open_post.post.format == "json"
        known = self._field(row.path)
        return known is not None and not found and known.example[:1] in ("'", '"')

    def _while_busy(self, deed: Callable[[], Any]) -> None:
        """Do it without listening to what it stirs up here."""
        before, self._busy = self._busy, True
        try:
            deed()
        finally:
            self._busy = before
