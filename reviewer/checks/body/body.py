"""The body as a whole, read once for all rules and only as far as they ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reviewer.checks.body.lines import Line, lines_of, markup_of
from reviewer.checks.body.links import Link, definitions_of, links_in, links_in_html
from reviewer.checks.body.passages import HEADING, Passage, Verbatim, passages_of
from reviewer.checks.body.sentences import Sentence, sentences_of

if TYPE_CHECKING:
    from reviewer.checks.body.links import Definition
    from reviewer.document.post import Post


@dataclass(frozen=True)
class Body:
    """``text`` begins at ``offset`` in the file; all spans are those of the file."""

    text: str
    offset: int

    @classmethod
    def of(cls, post: Post) -> Body:
        """The body of a post."""
        return cls(post.body, post.body_span.start)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All runs of words, in their order."""
        return self._parts[0]

    @property
    def verbatim(self) -> tuple[Verbatim, ...]:
        """Blocks of code and of HTML."""
        return self._parts[1]

    @cached_property
    def headings(self) -> tuple[Passage, ...]:
        """The headings."""
        return tuple(each for each in self.passages if each.kind == HEADING)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images, also those written as HTML, in the order of the file."""
        defined = {each.label: each for each in reversed(self.definitions)}
        found = [link for each in self.passages for link in links_in(each, defined)]
        for each in self.verbatim:
            if each.kind == "html":
                start, end = each.span.start - self.offset, each.span.end - self.offset
                found += links_in_html(self.text[start:end], each.span.start)
        return tuple(sorted(found, key=lambda link: link.whole))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, of which each knows whether it is verbatim."""
        return tuple(lines_of(self.text, self.offset, self.verbatim))

    @cached_property
    def markup(self) -> str:
        """``text`` with spaces in place of code, comments and template tags; same length."""
        return markup_of(self.text, self.offset, self.verbatim)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions of references."""
        return definitions_of(self.text, self.offset, self.verbatim)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences outside of headings."""
        return tuple(
            sentence
            for each in self.passages
            if each.kind != HEADING
            for sentence in sentences_of(each)
        )

    @cached_property
    def _parts(self) -> tuple[tuple[Passage, ...], tuple[Verbatim, ...]]:
        return passages_of(self.text, self.offset)
