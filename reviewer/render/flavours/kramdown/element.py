"""What the parser builds and the writer reads: a tree of elements, as kramdown's own is."""

from __future__ import annotations

from dataclasses import dataclass, field

CLASS = "class"
BLOCK_KINDS = frozenset(
    ("blank", "p", "header", "blockquote", "codeblock", "ul", "ol", "li", "dl", "dt", "dd")
) | frozenset(("table", "td", "hr"))


@dataclass(slots=True)
class Attributes:
    """An attribute list: what it says itself, and the names of lists it refers to."""

    values: dict[str, str] = field(default_factory=dict)
    refs: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        """Set an attribute; classes gather."""
        join(self.values, name, value)

    def update(self, other: Attributes) -> None:
        """Take in another list."""
        self.refs.extend(other.refs)
        for name, value in other.values.items():
            self.add(name, value)


def join(values: dict[str, str], name: str, value: str) -> None:
    """Set an attribute among ``values``; classes gather, all else is replaced."""
    values[name] = f"{values.get(name, '')} {value}".lstrip(" ") if name == CLASS else value


@dataclass(slots=True)
class Element:
    """A node; what ``value`` means depends on ``kind``, ``line`` is 0 where none is told.

    ``model`` says how the content of HTML is read (raw, span or block), ``inline``
    that HTML, maths and comments stand within a line.
    """

    kind: str
    value: str = ""
    attr: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    line: int = 0
    ial: Attributes | None = None
    inline: bool = False
    model: str = ""
    closed: bool = False
    transparent: bool = False
    level: int = 0
    raw_text: str = ""
    alignment: list[str] = field(default_factory=list)

    @property
    def last(self) -> Element | None:
        """The last child."""
        return self.children[-1] if self.children else None

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.kind in BLOCK_KINDS

    def refers_to(self, name: str) -> bool:
        """Whether its attribute list names ``name``, as ``{:toc}`` does."""
        return self.ial is not None and name in self.ial.refs

    def add_text(self, text: str, kind: str, line: int = 0) -> None:
        """Append ``text`` to the last child if that is of the same kind, else as a new one."""
        last = self.children[-1] if self.children else None
        if last is not None and last.kind == kind:
            last.value += text
        elif text:
            self.children.append(Element(kind, text, line=line))
