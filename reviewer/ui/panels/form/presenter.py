"""Decides what the form shows and turns what the user wants into operations on the post.

No Qt here. The presenter is the only one that speaks with the desk; the view
gets a new ``Form`` after each change and is told which input the user is
typing in, so that the caret stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

from reviewer.desk.events import Event
from reviewer.document.operations import SetValue
from reviewer.errors import ReviewerError
from reviewer.ui.panels.form import intents
from reviewer.ui.panels.form.addresses import is_web_address
from reviewer.ui.panels.form.building import build_form, options_of
from reviewer.ui.panels.form.editing import ORIGIN, Editing
from reviewer.ui.panels.form.menu import EMPTY, Deed, entries_for
from reviewer.ui.panels.form.neighbourhood import Alone, Sought, counted
from reviewer.ui.panels.form.picking import Picking
from reviewer.ui.panels.form.rows import Form, State
from reviewer.ui.panels.form.wishes import Wishes
from reviewer.ui.panels.form.writing import operations_of
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.operations import Path
    from reviewer.schema.field import Option
    from reviewer.ui.panels.form.menu import Entry
    from reviewer.ui.panels.form.neighbourhood import Neighbourhood
    from reviewer.ui.panels.form.picking import Questions
    from reviewer.ui.panels.form.rows import Row


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


class FormPresenter:
    """The form of the post that is shown."""

    def __init__(
        self,
        surface: Surface,
        questions: Questions,
        neighbourhood: Neighbourhood | None = None,
    ) -> None:
        self._surface = surface
        self._questions = questions
        self._around = neighbourhood or Alone()
        self._picking = Picking(questions, self._around)
        self._open_post: OpenPost | None = None
        self._editing: Editing | None = None
        self._wishes = Wishes()
        self._kept: WeakKeyDictionary[OpenPost, Wishes] = WeakKeyDictionary()
        self._busy = False
        self.form = Form()
        self.pointed_at: Event[Path] = Event()

    # What the panel tells

    def show_post(self, open_post: OpenPost | None) -> None:
        """Show the form of another post; nothing is written by that."""
        self._open_post = open_post
        self._wishes, self._editing = Wishes(), None
        if open_post is not None:
            # What was typed and waits to be mended is there again with its post.
            self._wishes = self._kept.setdefault(open_post, Wishes())
            self._wishes.forget_outdated(open_post.post)
            self._editing = Editing(open_post, self._wishes)
        self.form = self._build()
        for row in (row for top in self.form.rows for row in top.walk()):
            self._remember(row)
        self._while_busy(lambda: self._surface.start(self.form))

    def post_changed(self, change: PostChanged) -> None:
        """The post has changed elsewhere: by undo, a fix, the raw text."""
        is_elsewhere = change.origin != ORIGIN and not change.in_body
        if change.open_post is self._open_post and is_elsewhere:
            self._wishes.forget_outdated(change.open_post.post)
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
        row, editing = self.form.nearest(intent.path), self._editing
        if row is None or editing is None:
            return
        match intent:
            case intents.Typed(_, text):
                self._change(lambda: editing.type_text(row, text), typing=row.path)
            case intents.TypedYaml(_, text):
                self._change(lambda: editing.type_yaml(row, text), typing=row.path)
            case intents.TypedItem(path, index, text):
                self._change(lambda: editing.type_item(row, index, text), typing=(*path, index))
            case intents.PointedAt(path):
                self.pointed_at.emit(path)
            case intents.Opened(_):
                self._open_up(row)
            case intents.Reverted(path):
                self.do(path, Deed.REVERT)
            case intents.Left(path):
                self._leave(editing, path)
            case intents.Visited(_, url):
                self._visit(url)
            case intents.Pressed(_):
                self._pick(editing, row)
            case intents.Dropped(_, files):
                self._pick(editing, row, *files[:1])
            case intents.Sought(_, text):
                self._seek(row, text)
            case intents.MenuAsked(path, x, y):
                self._surface.open_menu(path, entries_for(row), (x, y))
            case intents.Mended(_, fix):
                self._change(lambda: editing.mend(row, fix))
            case _:
                self._change(lambda: editing.edit(row, operations_of(intent, row)))

    def do(self, path: Path, deed: Deed) -> None:
        """Carry out an entry of a field's menu."""
        row, editing = self.form.row(path), self._editing
        if row is None or self._open_post is None or editing is None:
            return
        match deed:
            case Deed.REVERT:
                self._change(lambda: editing.revert(row))
            case Deed.COPY:
                self._surface.copy(row.text)
            case Deed.COPY_WRITTEN:
                self._surface.copy(self._open_post.post.written(path))
            case Deed.SET_EMPTY_TEXT | Deed.SET_EMPTY_LIST | Deed.SET_EMPTY_GROUP:
                self._change(lambda: editing.edit(row, (SetValue(path, EMPTY[deed]()),)))
            case Deed.SET_NULL:
                self._change(lambda: editing.edit(row, (SetValue(path, None),)))
            case Deed.REMOVE:
                self._change(lambda: editing.remove(row))
            case Deed.RENAME:
                self._rename(editing, row)
            case Deed.ADD_INSIDE:
                self.add_field("", "string", inside=path)

    def add_field(self, name: str, kind: str, inside: Path = ()) -> None:
        """Lay out a field that the post does not have; it is written once it has a value."""
        asked = name or self._questions.ask_text(tr("Add field"), tr("Name of the new field"))
        if not asked or not asked.strip() or self._open_post is None:
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

    # Behind the scenes

    def _change(self, deed: Callable[[], None], typing: Path | None = None) -> None:
        self._while_busy(deed)
        self.refresh(typing)

    def _rename(self, editing: Editing, row: Row) -> None:
        old = str(row.path[-1])
        new = self._questions.ask_text(tr("Rename field"), tr("New name"), old)
        if new is not None:
            self._change(lambda: editing.rename(row, new.strip()))

    def _pick(self, editing: Editing, row: Row, *dropped: str) -> None:
        """Put what a button or a dropped file gives into the field, as a step of its own."""
        if self._open_post is None or row.read_only:
            return
        editing.end_typing(row.path)
        try:
            text = self._picking.text_for(row, self._open_post, *dropped)
        except ReviewerError as error:
            editing.refuse(row, f"{error.what} {error.remedy}".strip())
            self.refresh()
            return
        if text is not None:
            self._change(lambda: editing.type_text(row, text))
            editing.end_typing(row.path)

    def _seek(self, row: Row, text: str) -> None:
        """Ask the folder what the text may become; the answer may come later, or too late."""
        open_post = self._open_post
        known = open_post.content_type if open_post else None
        field = known.field(row.path) if known else None
        if field is None:
            return
        known_options = options_of(field)

        def tell(found: tuple[Option, ...]) -> None:
            if open_post is self._open_post and found:
                if not field.reference:
                    found = counted(known_options, found, others=field.open_options)
                self._wishes.found[row.path] = found
                self.refresh(typing=row.path)

        name = ".".join(str(key) for key in row.path if not isinstance(key, int))
        self._around.seek(Sought(name, field, text), tell)

    def _open_up(self, row: Row) -> None:
        self._wishes.opened[row.path] = row.kind
        self.refresh()
        opened = self.form.row(row.path)
        if opened is not None and not opened.children:
            self.add_field("", "string", inside=row.path)
        else:
            self._surface.reveal(row.path)

    def _leave(self, editing: Editing, path: Path) -> None:
        if self._busy:
            return
        editing.end_typing(path)
        self.refresh()
        if self._wishes.draft(path) is None:
            self._surface.refill(path)

    def _visit(self, url: str) -> None:
        if is_web_address(url):
            self._surface.visit(url)

    def _build(self) -> Form:
        if self._open_post is None:
            return Form()
        problem = self._open_post.post.problem
        if problem is not None:
            return Form(notice=problem.what, read_only=problem.what)
        inherited = self._around.inherited(self._open_post.path)
        return build_form(self._open_post, self._wishes, inherited)

    def _remember(self, row: Row) -> None:
        """What a field was when the post was opened decides how it is shown and read."""
        self._wishes.narrow[row.path] = row.half
        known = self._open_post.content_type if self._open_post else None
        if row.state is State.VALUE and (known is None or known.field(row.path) is None):
            self._wishes.kinds[row.path] = row.kind

    def _while_busy(self, deed: Callable[[], Any]) -> None:
        """Do it without listening to what it stirs up here."""
        before, self._busy = self._busy, True
        try:
            deed()
        finally:
            self._busy = before
