"""Addresses: of pages, of pictures, of people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.finding import Severity
from reviewer.schema.kinds.base import Unreadable, guess
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding, Fix
    from reviewer.schema.kinds.base import Spot

_ABSOLUTE = re.compile(r"(?:https?|ftp)://([^\s/?#]+)[^\s]*", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[^@\s]*@)?(?:localhost|\[[0-9a-f:.]+\]|[^\s:@]+\.[^\s:@.]+)(?::\d{1,5})?\.?",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:mailto|tel|doi|urn|ipfs|magnet|data):\S+", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_TYPO = re.compile(r"(?:h?t+ps?|https?|htps?|hhtps?|httpss?)\s*[:;]?\s*/+\s*(?=\S)", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)+")
_PICTURE = re.compile(r"[^\n]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)(?:[?#]\S*)?", re.I)


def what_is_wrong(value: str) -> str:
    """Why ``value`` is no address, in plain words; "" if it is one.

    What stands in ``{{ }}`` is filled in by the engine and may be anything.
    """
    text = _PLACEHOLDER.sub("x", value.strip())
    if text.startswith("x") and text != value.strip():
        return ""
    found = _ABSOLUTE.fullmatch(text)
    if found and _HOST.fullmatch(found[1]):
        return ""
    if _OTHER.fullmatch(text) or _is_relative(text):
        return ""
    if re.search(r"\s", text):
        return "An address has no blanks."
    if text.lower() in ("http://", "https://") or (found and not _HOST.fullmatch(found[1])):
        return "This address names no site."
    return "This is not an address: it should begin with https://."


def _is_relative(text: str) -> bool:
    return not re.search(r"\s", text) and text.startswith(("/", "#", "./", "../", "?"))


@dataclass(frozen=True, slots=True)
class Url:
    """A web address."""

    name: str = "url"
    label: str = "a web address"

    def recognises(self, value: Any) -> bool:
        """Text that begins with http:// or https://."""
        return isinstance(value, str) and _ABSOLUTE.fullmatch(value.strip()) is not None

    def parse(self, text: str) -> str:
        """The address without blanks around it; raises ``Unreadable``."""
        wrong = what_is_wrong(text)
        if wrong:
            raise Unreadable(wrong)
        return text.strip()

    def show(self, value: Any) -> str:
        """The address itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not an address, or one with a slip in it."""
        if not isinstance(value, str):
            yield from wrong_type(value, self.label, field, spot)
            return
        wrong = what_is_wrong(value)
        if wrong:
            yield spot.finding("bad-url", Severity.ERROR, wrong, *_mended(value, spot))


def _mended(value: str, spot: Spot) -> tuple[Fix, ...]:
    text = value.strip()
    typo = _TYPO.match(text)
    candidate = f"https://{text[typo.end() :]}" if typo else f"https://{text}"
    if (typo or _BARE_HOST.fullmatch(text)) and not what_is_wrong(candidate):
        return (spot.set_fix(f"Use {candidate}", candidate),)
    return ()


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    name: str = "email"
    label: str = "an e-mail address"

    def recognises(self, value: Any) -> bool:
        """Text with one @ and a dotted host."""
        return isinstance(value, str) and _EMAIL.fullmatch(value.strip()) is not None

    def parse(self, text: str) -> str:
        """The address; raises ``Unreadable``."""
        if not self.recognises(text):
            raise Unreadable("This is not an e-mail address.")
        return text.strip()

    def show(self, value: Any) -> str:
        """The address itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not an e-mail address."""
        if not isinstance(value, str):
            yield from wrong_type(value, self.label, field, spot)
        elif not self.recognises(value):
            yield spot.finding("bad-email", guess(field), "This is not an e-mail address.")


def is_picture(value: str) -> bool:
    """Whether text ends like the name of a picture."""
    return _PICTURE.fullmatch(value.strip()) is not None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: a path in the site, or an address."""

    name: str = "image"
    label: str = "the path of a picture"

    def recognises(self, value: Any) -> bool:
        """Text that ends like the name of a picture."""
        return isinstance(value, str) and is_picture(value)

    def parse(self, text: str) -> str:
        """The path; any text will do, since engines also take names without ending."""
        return text.strip()

    def show(self, value: Any) -> str:
        """The path itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not text at all."""
        if not isinstance(value, str):
            yield from wrong_type(value, self.label, field, spot)


url = Url()
email = Email()
image = Image()
