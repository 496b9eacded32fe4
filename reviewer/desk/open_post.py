"""A post on the desk: its text now, its text on disk, and the way between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.desk.events import Event
from reviewer.desk.history import Change, History, Step
from reviewer.desk.restoring import restoring_edits
from reviewer.document.edits import TextEdit, difference, invert, ordered
from reviewer.document.operations import Operation, SetValue, Unset, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reviewer.checks.waivers import Waiver
    from reviewer.document.operations import Path
    from reviewer.document.post import Post
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Answered, Question


@dataclass(frozen=True, slots=True)
class PostChanged:
    """A post has a new revision.

    ``origin`` names the panel that asked for it, so that it need not redraw
    itself; ``edits`` lead from the text before to the text now. ``in_body``
    tells that the front matter is what it was, here and on disk.
    """

    open_post: OpenPost
    revision: int
    origin: str
    edits: tuple[TextEdit, ...]
    in_body: bool = False


class OpenPost:
    """One post that is being edited, with one undo history for form and body.

    ``heard`` is what other posts have to say to what its rules ask about them,
    ``remarks`` are what was found in the whole text as ``examined`` has it.
    """

    def __init__(
        self,
        path: str,
        post: Post,
        digest: str | None,
        content_type: ContentType | None = None,
    ) -> None:
        self.path = path
        self.post = post
        self.saved = post
        self.digest = digest
        self.content_type = content_type
        self.findings: tuple[Finding, ...] = ()
        self.accepted: tuple[tuple[Finding, Waiver], ...] = ()
        self.heard: Mapping[Question, Answered] = {}
        self.remarks: tuple[Finding, ...] = ()
        self.examined: Post | None = None
        self.revision = 0
        self.changed: Event[PostChanged] = Event()
        self._history = History()
        # Asked for many times after each key press; None where that must be worked out.
        self._dirty: bool | None = None
        self._changed_fields: tuple[str, ...] | None = None

    # What can be asked

    @property
    def is_dirty(self) -> bool:
        """Whether the text differs from the text on disk."""
        if self._history.is_clean:
            return False
        if self._dirty is None:
            self._dirty = self.post.to_bytes() != self.saved.to_bytes()
        return self._dirty

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._history.undo_label)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._history.redo_label)

    @property
    def undo_label(self) -> str:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would make again."""
        return self._history.redo_label

    def changed_fields(self) -> tuple[str, ...]:
        """Top-level keys that were added, removed, or have another value or text."""
        if self._changed_fields is None:
            old, new = self.saved.data, self.post.data
            are_fields = isinstance(old, dict) and isinstance(new, dict)
            keys = [*new, *(key for key in old if key not in new)] if are_fields else []
            self._changed_fields = tuple(key for key in keys if self._differs((key,)))
        return self._changed_fields

    def body_changed(self) -> bool:
        """Whether the text below the front matter differs from the one on disk."""
        return self.saved.body != self.post.body

    # What can be done

    def edit(
        self,
        operations: Operation | Sequence[Operation],
        *,
        label: str,
        merge_key: str | None = None,
        origin: str = "",
    ) -> None:
        """Carry out operations on the front matter, all of them or none.

        Raises ``EditRefused`` where an operation cannot be made without loss;
        the post then stays as it was.
        """
        steps: list[Step] = []
        post = self.post
        for operation in operations if isinstance(operations, Sequence) else (operations,):
            before = post.text
            post = post.apply(operation)
            if post.edits:
                steps.append(Step(post.edits, invert(before, post.edits)))
        self._accept(post, steps, label, merge_key, origin)

    def edit_text(
        self,
        edits: Iterable[TextEdit],
        *,
        label: str,
        merge_key: str | None = None,
        origin: str = "",
    ) -> None:
        """Change the text itself, as typing in the body or in raw front matter does."""
        wanted = ordered(edits)
        if not wanted:
            return
        before = self.post.text
        step = Step(wanted, invert(before, wanted))
        self._accept(self.post.with_edits(wanted), [step], label, merge_key, origin)

    def undo(self, origin: str = "") -> None:
        """Take the last change back."""
        change = self._history.undo()
        if change:
            self._replay(change, backwards=True, origin=origin)

    def redo(self, origin: str = "") -> None:
        """Make the change again that was undone last."""
        change = self._history.redo()
        if change:
            self._replay(change, backwards=False, origin=origin)

    def revert(self, origin: str = "") -> None:
        """Go back to the text on disk; one undo brings the edits back."""
        edits = difference(self.post.text, self.saved.text)
        self.edit_text(edits, label="Revert", origin=origin)

    def revert_field(self, path: Path, origin: str = "") -> None:
        """Give one field the value again that it has on disk, in the very same text.

        Raises ``EditRefused`` where that cannot be done.
        """
        label = "Revert field"
        found, value = lookup(self.saved.data, path)
        wanted = SetValue(path, value) if found else Unset(path)
        edits = restoring_edits(self.post, self.saved, wanted)
        if edits:
            self.edit_text(edits, label=label, origin=origin)
        else:
            self.edit(wanted, label=label, origin=origin)
        self._history.seal()

    def saved_value(self, path: Path) -> tuple[bool, Any]:
        """Whether the field is there on disk, and its value."""
        return lookup(self.saved.data, path)

    def seal(self) -> None:
        """End the current undo step, for instance when a field loses the focus."""
        self._history.seal()

    # What the workspace tells it

    def mark_saved(self, post: Post, digest: str) -> None:
        """``post``, this post at some revision, now stands on disk."""
        self._stands(post, digest)
        self._announce("save", ())

    def reload(self, post: Post, digest: str) -> None:
        """Take over what stands on disk; the edits made here can be undone to."""
        self.take_over(post, post, digest, label="Reload", origin="reload")

    def take_over(
        self, post: Post, theirs: Post, digest: str, *, label: str, origin: str = ""
    ) -> None:
        """Go on with ``post`` where the disk now has ``theirs``; undo leads to the text before."""
        edits = difference(self.post.text, post.text)
        if edits:
            step = Step(edits, invert(self.post.text, edits))
            self._history.push((step,), label)
        self.post = post
        self._stands(theirs, digest)
        self._announce(origin, edits)

    def _stands(self, post: Post, digest: str) -> None:
        self.saved = post
        self.digest = digest
        if post is self.post or post.to_bytes() == self.post.to_bytes():
            self._history.mark_clean()
        else:
            self._history.mark_lost()

    def _accept(
        self, post: Post, steps: list[Step], label: str, merge_key: str | None, origin: str
    ) -> None:
        if not steps:
            return
        before, self.post = self.post, post
        self._history.push(tuple(steps), label, merge_key)
        edits = steps[0].edits if len(steps) == 1 else difference(before.text, post.text)
        self._announce(origin, edits, in_body=post.has_front_matter_of(before))

    def _replay(self, change: Change, *, backwards: bool, origin: str) -> None:
        before = post = self.post
        steps = reversed(change.steps) if backwards else change.steps
        for step in steps:
            post = post.with_edits(step.inverse if backwards else step.edits)
        self.post = post
        edits = difference(before.text, post.text)
        self._announce(origin, edits, in_body=post.has_front_matter_of(before))

    def _announce(self, origin: str, edits: tuple[TextEdit, ...], *, in_body: bool = False) -> None:
        self.revision += 1
        self._dirty = None
        if not in_body:
            self._changed_fields = None
        self.changed.emit(PostChanged(self, self.revision, origin, edits, in_body))

    def _differs(self, path: Path) -> bool:
        found_old, old = lookup(self.saved.data, path)
        found_new, new = lookup(self.post.data, path)
        if found_old != found_new or not same(old, new):
            return True
        return self.saved.written(path) != self.post.written(path)


def lookup(data: Any, path: Path) -> tuple[bool, Any]:
    """Whether ``data`` has something at ``path``, and what."""
    for key in path:
        if not _has(data, key):
            return False, None
        data = data[key]
    return True, data


def _has(data: Any, key: Any) -> bool:
    if isinstance(data, dict):
        return key in data
    return isinstance(data, list) and isinstance(key, int) and 0 <= key < len(data)
