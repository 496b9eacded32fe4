"""What rules look at: one post as a whole, its site, and what other posts share with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.checks.body.body import Body
from reviewer.document.edits import mark_of
from reviewer.document.source import line_at
from reviewer.schema.content_type import EMPTY_TYPE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from reviewer.document.edits import Span
    from reviewer.document.post import Post
    from reviewer.schema.content_type import ContentType


LANGUAGE_KEYS = ("lang", "language", "locale")


class Site(Protocol):
    """What rules ask about the folder that a post belongs to."""

    @property
    def engine(self) -> str:
        """The engine's name, "" for none."""
        ...

    @property
    def config(self) -> Mapping[str, Any]:
        """What the engine's configuration says."""
        ...

    @property
    def language(self) -> str:
        """What the site is written in, as ``en`` or ``pt-BR``; "" where it does not say."""
        ...

    @property
    def now(self) -> dt.datetime:
        """The moment of the check, with its zone."""
        ...

    def has_target(self, post: str, target: str) -> bool | None:
        """Whether a local link of the post at this path leads to something.

        None where that cannot be told, for instance of an address with template tags.
        """
        ...

    @property
    def holds_media(self) -> bool:
        """Whether pictures and papers lie in the folder at all, not only on another machine."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Words that are spelt right in this folder, whatever dictionaries say; lower case."""
        ...

    def url_of(self, path: str, data: Mapping[Any, Any]) -> str:
        """Where the site shows the post, from its root; "" where it does not or nobody knows."""
        ...


@dataclass(frozen=True)
class NoSite:
    """For posts that belong to no folder."""

    now: dt.datetime
    engine: str = ""
    config: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""
    holds_media: bool = False
    words: frozenset[str] = frozenset()

    def has_target(self, _post: str, _target: str) -> bool | None:
        """Nobody knows."""
        return None

    def url_of(self, _path: str, _data: Mapping[Any, Any]) -> str:
        """Nobody knows."""
        return ""


class Others(Protocol):
    """The other posts of the folder."""

    def others_with(self, name: str, value: Any) -> Sequence[str]:
        """The paths of other posts that share ``value`` by the rule ``name``."""
        ...


@dataclass(frozen=True)
class Subject:
    """A post under a rule's eyes; ``path`` is relative to the folder."""

    path: str
    post: Post
    site: Site
    others: Others
    content_type: ContentType = EMPTY_TYPE

    @property
    def text(self) -> str:
        """The whole file."""
        return self.post.text

    @cached_property
    def mark(self) -> str:
        """By what its text is told from others."""
        return mark_of(self.text)

    @cached_property
    def data(self) -> Mapping[Any, Any]:
        """The front matter; nothing where it is no mapping."""
        found = self.post.data
        return found if isinstance(found, Mapping) else {}

    @cached_property
    def body(self) -> Body:
        """The text below the front matter."""
        return Body.of(self.post)

    @property
    def title(self) -> str:
        """The title, "" where the front matter has none."""
        found = self.data.get(self.content_type.title_field or "title")
        return found if isinstance(found, str) else ""

    @property
    def language(self) -> str:
        """The post's own language, else the site's; lower case, "" for unknown."""
        own = next(filter(None, map(self.data.get, LANGUAGE_KEYS)), "")
        return (own if own and isinstance(own, str) else self.site.language).lower()

    def texts(self) -> Iterator[tuple[tuple[Any, ...], str]]:
        """All texts of the front matter with their paths, nested ones too."""
        yield from _texts((), self.data)

    def line(self, span: Span) -> int:
        """The line of the file on which ``span`` begins, from 1."""
        return line_at(self.text, span.start)

    def quoted(self, span: Span) -> str:
        """The characters of the file."""
        return self.text[span.start : span.end]

    def others_with(self, rule: str, value: str) -> Sequence[str]:
        """The paths of other posts that share ``value`` by the rule of this code."""
        return self.others.others_with(rule, value)


def _texts(path: tuple[Any, ...], value: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts((*path, key), each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts((*path, index), each)
