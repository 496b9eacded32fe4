"""Texts of a certain form: slugs, colours, files, references to other posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.kinds.base import Unreadable, guess
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

_COLOUR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\([\d\s,./%deg+-]+\)|[a-z]+",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[^\s?#%]+")


@dataclass(frozen=True, slots=True)
class Formed:
    """Text that must have a form; ``form`` is a pattern for the whole of it."""

    name: str
    label: str
    form: re.Pattern[str]
    why: str

    def recognises(self, value: Any) -> bool:
        """Text of the form."""
        return isinstance(value, str) and self.form.fullmatch(value.strip()) is not None

    def parse(self, text: str) -> str:
        """The text without blanks around it; raises ``Unreadable``."""
        if not self.recognises(text):
            raise Unreadable(self.why)
        return text.strip()

    def show(self, value: Any) -> str:
        """The text itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not text, or not of the form."""
        if not isinstance(value, str):
            yield from wrong_type(value, self.label, field, spot)
        elif not self.recognises(value):
            yield spot.finding(f"bad-{self.name}", guess(field, "kind"), self.why)


@dataclass(frozen=True, slots=True)
class Named:
    """The name of something else: a file of the site, or another post."""

    name: str
    label: str

    def recognises(self, value: Any) -> bool:
        """Text of one line; a reference may be a number, too."""
        if self.name == "reference" and isinstance(value, int) and not isinstance(value, bool):
            return True
        return isinstance(value, str) and "\n" not in value.strip()

    def parse(self, text: str) -> str:
        """The name without blanks around it."""
        return text.strip()

    def show(self, value: Any) -> str:
        """The name itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """No name at all; whether it exists is for those who know the folder."""
        if not self.recognises(value):
            yield from wrong_type(value, self.label, field, spot)


slug = Formed("slug", "a slug", _SLUG, "A slug has no blanks and none of ?, # and %.")
colour = Formed("colour", "a colour", _COLOUR, "This is not a colour. Write it as #1a2b3c.")
file = Named("file", "the path of a file")
reference = Named("reference", "a reference to a post")
