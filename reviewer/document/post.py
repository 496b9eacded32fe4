"""A post: its text, and everything else as a view of that text.

``Post`` is immutable and safe to build scripts on: every edit gives a new post
and the text edits that led to it, and is proved before it is handed out. Only
the lines of the named entry change, re-reading gives the old data with exactly
that change, and the body stays as it was. What cannot be proved is refused.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewer.document import proof
from reviewer.document.dialect import Dialect
from reviewer.document.edits import Span, TextEdit, apply, difference, ordered
from reviewer.document.formats import empty_front_matter
from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    MoveItem,
    Operation,
    Path,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
    carry_out,
    grounded,
    same,
)
from reviewer.document.reading import Reading, read
from reviewer.document.source import Source, decode, line_at, line_ends, usual_line_end

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.document.block import BlockProblem, Note, Place, StyleGuide


class Post:
    """The text of a post with its front matter and body; never changes."""

    def __init__(
        self,
        source: Source,
        *,
        dialect: Dialect = Dialect.YAML_1_1,
        guide: StyleGuide | None = None,
        new_format: str = "yaml",
        edits: tuple[TextEdit, ...] = (),
    ) -> None:
        self._source = source
        self._dialect = dialect
        self._guide = guide
        self._new_format = new_format
        self._edits = edits

    @classmethod
    def from_bytes(
        cls,
        data: bytes,
        *,
        dialect: Dialect = Dialect.YAML_1_1,
        guide: StyleGuide | None = None,
        new_format: str = "yaml",
    ) -> Post:
        """Read any bytes; ``to_bytes`` gives the same bytes again.

        ``new_format`` (``yaml``, ``toml`` or ``json``) is what a file without
        front matter gets when a field is set.
        """
        return cls(decode(data), dialect=dialect, guide=guide, new_format=new_format)

    def to_bytes(self) -> bytes:
        """The file's bytes, in the encoding in which it was read."""
        return self._source.to_bytes()

    # The text

    @property
    def text(self) -> str:
        """The whole file, without a byte order mark."""
        return self._source.text

    @property
    def encoding(self) -> str:
        """What the file is encoded in, for instance ``UTF-8 with BOM``."""
        return self._source.encoding.name

    @cached_property
    def newline(self) -> str:
        r"""How lines end: ``\n``, ``\r\n``, ``\r``, ``mixed``, or nothing in a single line."""
        ends = list(line_ends(self.text))
        return "mixed" if len(ends) > 1 else "".join(ends)

    @property
    def line_end(self) -> str:
        r"""The line end that new lines should take: the commonest one, else ``\n``."""
        return usual_line_end(self.text)

    @property
    def dialect(self) -> Dialect:
        """How values are read."""
        return self._dialect

    @property
    def edits(self) -> tuple[TextEdit, ...]:
        """What led here from the text of the post before; nothing for a post just read."""
        return self._edits

    # The front matter

    @cached_property
    def _reading(self) -> Reading:
        return read(self.text, self._dialect)

    @property
    def format(self) -> str | None:
        """``yaml``, ``toml`` or ``json``; ``code`` for a program; ``None`` without front matter."""
        return self._reading.fence.format if self._reading.fence else None

    @property
    def data(self) -> Any:
        """The front matter as values, ``{}`` where there is none to read; not to be changed."""
        block = self._reading.block
        return {} if block is None or block.data is None else block.data

    @property
    def block_span(self) -> Span | None:
        """Where the front matter stands between its fences."""
        return self._reading.fence.block if self._reading.fence else None

    def has_front_matter_of(self, other: Post) -> bool:
        """Whether one came from the other by edits that left the front matter alone."""
        return self._reading is other._reading

    @property
    def body_span(self) -> Span:
        """Where the body stands: all that follows the closing line."""
        fence = self._reading.fence
        return Span(fence.closing.end if fence else 0, len(self.text))

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return self.text[self.body_span.start :]

    @property
    def problem(self) -> BlockProblem | None:
        """Why the front matter cannot be read, with the line in the file."""
        return self._reading.problem

    @property
    def read_only(self) -> str:
        """Why the front matter cannot be edited as fields; nothing where it can."""
        return self._reading.read_only

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is odd about the front matter without being broken; lines of the file."""
        return self._reading.notes

    def place(self, path: Path) -> Place | None:
        """Where the entry at ``path`` stands in ``text``."""
        reading = self._reading
        if reading.block is None or reading.fence is None:
            return None
        place = reading.block.place(path)
        offset = reading.fence.block.start
        return place and replace(
            place,
            key=place.key and place.key.shift(offset),
            value=place.value.shift(offset),
            entry=place.entry.shift(offset),
        )

    def line_of(self, path: Path) -> int:
        """The line, from 1, on which the entry at ``path`` begins; 0 where there is none."""
        place = self.place(path)
        return line_at(self.text, (place.key or place.value).start) if place else 0

    def written(self, path: Path) -> str:
        """The value at ``path`` as it is written, quotes and all."""
        place = self.place(path)
        return self.text[place.value.start : place.value.end] if place else ""

    # Edits

    def apply(self, operation: Operation) -> Post:
        """Carry out one operation on the front matter; raises ``EditRefused``."""
        self._refuse_unreadable()
        reading = self._reading
        if reading.block is None or reading.fence is None:
            return self._begun(operation)
        operation = grounded(self.data, operation)
        expected = carry_out(self.data, operation)
        if same(expected, self.data):
            return self._derived(())
        edits = proof.prove(
            proof.Claim(self.text, reading.fence, reading.block, self._dialect, expected),
            operation,
            self._guide,
        )
        return self.with_edits(edits)

    def set(self, path: Path, value: Any) -> Post:
        """Give the entry at ``path`` this value; what is missing is added."""
        return self.apply(SetValue(path, value))

    def unset(self, path: Path) -> Post:
        """Take the key or item at ``path`` away."""
        return self.apply(Unset(path))

    def rename(self, path: Path, new: str) -> Post:
        """Give the key at ``path`` another name; value and place stay."""
        return self.apply(Rename(path, new))

    def insert(self, path: Path, index: int, value: Any) -> Post:
        """Insert ``value`` before ``index`` in the list at ``path``."""
        return self.apply(InsertItem(path, index, value))

    def remove(self, path: Path, index: int) -> Post:
        """Remove the item at ``index`` from the list at ``path``."""
        return self.apply(RemoveItem(path, index))

    def move(self, path: Path, old: int, new: int) -> Post:
        """Move an item of the list at ``path`` from ``old`` to stand at ``new``."""
        return self.apply(MoveItem(path, old, new))

    def with_body(self, text: str) -> Post:
        """Replace the body; refused where the text would become front matter."""
        start = self.body_span.start
        # The closing line at the end of a file may lack a line end.
        is_glued = text and start == len(self.text) and not self.text.endswith(("\n", "\r"))
        lead = self.line_end if is_glued and self._reading.fence else ""
        edits = difference(self.body, lead + text)
        post = self.with_edits(edit.shift(start) for edit in edits)
        if post.body != text or post.block_span != self.block_span:
            raise EditRefused("This text would be read as front matter, not as the body.")
        return post

    def with_edits(self, edits: Iterable[TextEdit]) -> Post:
        """The text with raw edits, whatever they do to the front matter (typing, undo)."""
        edits = ordered(edits)
        for edit in edits:
            self._refuse_unwritable(edit.text)
        return self._derived(edits)

    def with_guide(self, guide: StyleGuide | None) -> Post:
        """The same post, whose new keys take the style of ``guide``."""
        post = self._derived(())
        post._guide = guide
        return post

    def _derived(self, edits: tuple[TextEdit, ...]) -> Post:
        post = Post(
            replace(self._source, text=apply(self.text, edits)),
            dialect=self._dialect,
            guide=self._guide,
            new_format=self._new_format,
            edits=edits,
        )
        if self._leave_front_matter(edits):
            # What was read of it holds: reading is what takes time.
            post._reading = self._reading
        return post

    def _leave_front_matter(self, edits: tuple[TextEdit, ...]) -> bool:
        """Whether ``edits`` lie in the body, so that they cannot say anything of its front."""
        if not edits:
            return True
        fence = self._reading.fence
        if fence is None or not len(fence.closing):
            return False
        end = fence.closing.end
        # What is written right behind a closing line without a line feed would belong to it.
        body = end if self.text[end - 1] == "\n" else end + 1
        return edits[0].span.start >= body

    def _begun(self, operation: Operation) -> Post:
        """The post with front matter put above its body, and the operation carried out in it."""
        if not isinstance(grounded({}, operation), SetValue):
            raise EditRefused("This file has no front matter yet.", remedy="Add a field first.")
        head = empty_front_matter(self._new_format, self.line_end)
        fresh = self._derived((TextEdit(Span(0, 0), head),))
        if fresh.format != self._new_format or fresh.body != self.text:
            raise EditRefused("The site would not find front matter at the head of this file.")
        filled = fresh.apply(operation)
        return self.with_edits(difference(self.text, filled.text))

    def _refuse_unreadable(self) -> None:
        if self.read_only:
            raise EditRefused(self.read_only)
        if self.problem is not None:
            raise EditRefused(
                f"The front matter is broken: {self.problem.what}",
                where=self.problem.where,
                remedy="Mend it as text first.",
            )

    def _refuse_unwritable(self, text: str) -> None:
        encoding = self._source.encoding
        try:
            is_kept = encoding.decode(encoding.encode(text)) == text
        except UnicodeError:
            is_kept = False
        if not is_kept:
            raise EditRefused(f"The text holds a character that {encoding.name} cannot write.")
