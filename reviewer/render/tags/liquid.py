"""What Liquid makes of outputs and simple tags: variables, filters, links.

What needs more than the values at hand (loops, conditions, includes, plugins)
has no replacement here and stays a chip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.render.tags.liquid_filters import FILTERS, Unknown, shown
from reviewer.render.tags.protected import FIRST_PRIVATE

if TYPE_CHECKING:
    from reviewer.render.tags.surroundings import Surroundings

LONGEST_VALUE = 10_000
LONGEST_EXPRESSION = 2_000
_STRING = r"\"[^\"]*\"|'[^']*'"
_PIPE = re.compile(rf"\s*((?:{_STRING}|[^|\"'])+)")
_TERM = re.compile(rf"\s*({_STRING}|(?:[^\s,:\"'\[]|\[[^\]]*\])+)\s*")
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_STEP = r"\.[A-Za-z_][\w-]*|\[\d{1,6}\]|\[(?:\"[^\"\]]*\"|'[^'\]]*')\]"
_NAME = re.compile(rf"([A-Za-z_][\w-]*)((?:{_STEP})*)")
_STEPS = re.compile(_STEP)
_ASSIGN = re.compile(r"([A-Za-z_][\w-]*)\s*=\s*(.+)", re.DOTALL)
_WORDS = {"true": True, "false": False, "nil": None, "null": None, "empty": "", "blank": ""}


@dataclass(slots=True)
class Liquid:
    """The outputs of one text; it remembers what was assigned so far."""

    around: Surroundings
    assigned: dict[str, Any] = field(default_factory=dict)

    def output(self, expression: str) -> str | None:
        """The text that ``{{ expression }}`` prints, ``None`` where that is not known."""
        try:
            text = shown(self._value(expression))
        except Unknown:
            return None
        return text if _fits(text) else None

    def assign(self, statement: str) -> bool:
        """Remember ``name = expression``; False where its value is not known."""
        short = len(statement) <= LONGEST_EXPRESSION
        found = _ASSIGN.fullmatch(statement) if short else None
        if found is None:
            return False
        try:
            self.assigned[found[1]] = self._value(found[2])
        except Unknown:
            self.assigned.pop(found[1], None)
            return False
        return True

    def link(self, target: str) -> str | None:
        """The URL for ``{% link … %}`` and ``{% post_url … %}``."""
        address = self.around.address_of(target.strip("\"' "))
        return None if address is None else self._relative(address)

    def _relative(self, address: str) -> str:
        return f"{shown(self.around.value(('site', 'baseurl')) or '').rstrip('/')}{address}"

    def _value(self, expression: str) -> Any:
        if len(expression) > LONGEST_EXPRESSION:
            raise Unknown
        first, *filters = _PIPE.findall(expression)[:20] or [""]
        value = self._term(first.strip())
        for each in filters:
            name, _, arguments = each.strip().partition(":")
            value = self._filtered(value, name.strip(), arguments)
        return value

    def _filtered(self, value: Any, name: str, arguments: str) -> Any:
        terms = [self._term(term) for term in _TERM.findall(arguments)]
        if name == "relative_url":
            return self._relative(_slashed(shown(value)))
        if name == "absolute_url":
            home = shown(self.around.value(("site", "url")) or "")
            return f"{home}{self._relative(_slashed(shown(value)))}"
        apply = FILTERS.get(name)
        if apply is None:
            raise Unknown
        try:
            made = apply(value, *terms)
        except (TypeError, ValueError, OverflowError) as error:
            raise Unknown from error
        if isinstance(made, str) and len(made) > LONGEST_VALUE:
            raise Unknown
        return made

    def _term(self, term: str) -> Any:
        if len(term) > 1 and term[0] in "\"'" and term[-1] == term[0]:
            return term[1:-1]
        if _NUMBER.fullmatch(term):
            return float(term) if "." in term else int(term)
        if term in _WORDS:
            return _WORDS[term]
        found = _NAME.fullmatch(term)
        if found is None:
            raise Unknown
        names = [found[1], *(step.strip(".[]\"'") for step in _STEPS.findall(found[2]))]
        if names[0] in self.assigned:
            return _inside(self.assigned[names[0]], names[1:])
        value = self.around.value(names)
        if value is None:
            raise Unknown
        return value


def _fits(text: str) -> bool:
    """A value of several lines would move all lines below it, a private character mean a tag."""
    if "\n" in text or "\r" in text or len(text) > LONGEST_VALUE:
        return False
    return ord(max(text, default=" ")) < FIRST_PRIVATE


def _inside(value: Any, names: list[str]) -> Any:
    for name in names:
        if isinstance(value, list) and name.isdecimal() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict) and name in value:
            value = value[name]
        else:
            raise Unknown
    return value


def _slashed(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"
