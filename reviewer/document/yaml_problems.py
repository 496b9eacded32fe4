"""Says in an editor's words what is wrong with broken YAML.

libyaml tells where it gave up, which is often a line below the fault, in words
made for programmers. Each rule here looks for one common slip around that
place; what none of them knows is told in the parser's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.block import BlockProblem
from reviewer.document.yaml_lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import yaml

_KEY = re.compile(r"[ \t]*(?:- +)?(?P<key>[\w.@$/ -]*\w):(?P<value>\s+.*|$)")
_TIGHT_KEY = re.compile(r"[ \t]*(?:- +)?(?P<key>[\w.-]+):(?P<value>\S.*)")
_TIGHT_DASH = re.compile(r"[ \t]*-([^\s\-].*)")
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
_BRACKET = re.compile(r"[\[{]")
_NO_KEY_END = re.compile(r"[^\s\-#'\"\[{>|][^:]*$")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where libyaml gave up, and the lines around it; lines count from 0."""

    lines: list[str]
    line: int
    column: int
    begun: int
    words: str

    def upwards(self, further: int = 0) -> Iterator[tuple[int, str]]:
        """The lines from the place of trouble up to where its context began, or further."""
        last = min(self.line, len(self.lines) - 1)
        first = max(min(self.begun, last) - further, 0)
        for number in range(last, first - 1, -1):
            yield number, self.lines[number]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong, what to do about it, and where; line and column from 0."""

    what: str
    remedy: str
    line: int
    column: int


def explain(text: str, error: yaml.YAMLError) -> BlockProblem:
    """What ``error`` means, for the person who has to mend ``text``."""
    trouble = _trouble(text, error)
    for look in _RULES:
        if diagnosis := look(trouble):
            return _told(diagnosis, trouble)
    fallback = Diagnosis(
        "This line cannot be read as front matter.",
        "Check quotes, colons and indentation here and in the line above.",
        trouble.line,
        trouble.column,
    )
    return _told(fallback, trouble)


def _told(diagnosis: Diagnosis, trouble: Trouble) -> BlockProblem:
    return BlockProblem(
        diagnosis.what,
        line=diagnosis.line + 1,
        column=diagnosis.column + 1,
        detail=trouble.words,
        remedy=diagnosis.remedy,
    )


def _trouble(text: str, error: Any) -> Trouble:
    lines = split_lines(text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    line = mark.line if mark else 0
    words = " ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", ""))))
    return Trouble(
        lines, line, mark.column if mark else 0, context.line if context else line, words
    )


def _unclosed_quote(trouble: Trouble) -> Diagnosis | None:
    if "quoted scalar" not in trouble.words:
        return None
    line = trouble.begun
    text = trouble.lines[line] if line < len(trouble.lines) else ""
    what = f"A quotation mark that opens in {_named(text)} is never closed."
    column = min((at for at in map(text.find, "\"'") if at >= 0), default=0)
    remedy = "Close it, or write a quotation mark inside the text as \\\" or ''."
    return Diagnosis(what, remedy, line, column)


def _tab(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards():
        indent = text[: len(text) - len(text.lstrip(" \t"))]
        if "\t" in indent and text.strip():
            what = "A tab indents this line; front matter knows only spaces."
            return Diagnosis(what, "Replace the tab by two spaces.", number, indent.index("\t"))
    return None


def _forbidden_start(trouble: Trouble) -> Diagnosis | None:
    if "cannot start any token" not in trouble.words:
        return None
    text = trouble.lines[trouble.line] if trouble.line < len(trouble.lines) else ""
    mark = text[trouble.column : trouble.column + 1]
    if mark == "\t":
        return Diagnosis(
            "A tab stands where only spaces may.",
            "Replace it by spaces.",
            trouble.line,
            trouble.column,
        )
    what = f"{_named(text).capitalize()} begins with {mark}, which has a meaning of its own."
    return Diagnosis(what, "Put the text in quotes.", trouble.line, trouble.column)


def _special_start(trouble: Trouble) -> Diagnosis | None:
    """``*`` begins an alias, ``&`` an anchor, ``!`` a tag, ``%`` a directive."""
    for number, text in trouble.upwards():
        found = _KEY.match(text)
        value = (found["value"] if found else "").lstrip()
        if found and value[:1] in ("*", "&", "!", "%", "[", "{") and value[:1] != value:
            what = f"{_named(text).capitalize()} begins with {value[0]}"
            what += ", which has a meaning of its own."
            return Diagnosis(what, "Put the text in quotes.", number, text.index(value))
    return None


def _text_after_quote(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards():
        found = _KEY.match(text)
        value = (found["value"] if found else text.lstrip(" -")).strip()
        if value[:1] not in ("'", '"') or not value:
            continue
        end = _quote_end(value)
        rest = value[end:].strip()
        if 0 < end < len(value) and rest and not rest.startswith("#"):
            what = f"In {_named(text)}, text follows after the closing quotation mark."
            remedy = f"Write a {value[0]} inside the text as {_escaped(value[0])}."
            return Diagnosis(what, remedy, number, text.index(value) + end)
    return None


def _quote_end(value: str) -> int:
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    return found.end() if found else 0


def _escaped(quote: str) -> str:
    return '\\"' if quote == '"' else "''"


def _colon_inside(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards():
        found = _KEY.match(text)
        value = (found["value"] if found else "").strip()
        inside = re.search(r":(?:\s|$)", value)
        if found and inside and value[0] not in "'\"[{|>#":
            what = f"{_named(text).capitalize()} holds a colon followed by a space."
            column = text.index(value) + inside.start()
            return Diagnosis(what, "Put the text in quotes.", number, column)
    return None


def _missing_space(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards(further=1):
        if found := _TIGHT_DASH.match(text):
            what = "A space is missing after the dash of a list item."
            return Diagnosis(what, f"Write “- {found[1].strip()}”.", number, text.index("-") + 1)
        if (found := _TIGHT_KEY.match(text)) and not found["value"].startswith("//"):
            what = f"A space is missing after the colon of “{found['key']}”."
            return Diagnosis(what, f"Write “{found['key']}: …”.", number, text.index(":"))
    return None


def _conflict(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards(further=1):
        if _CONFLICT.match(text):
            what = "A merge left its marks here: two versions of these lines stand side by side."
            remedy = "Keep one of them and delete the lines with <<<<<<<, ======= and >>>>>>>."
            return Diagnosis(what, remedy, number, 0)
    return None


def _no_key(trouble: Trouble) -> Diagnosis | None:
    for number, text in trouble.upwards():
        if _NO_KEY_END.match(text.strip()):
            what = "This line has no key: a name, a colon and a space before the value."
            remedy = "Add one, or indent the line if it goes on with the text above."
            return Diagnosis(what, remedy, number, len(text) - len(text.lstrip()))
    return None


def _indentation(trouble: Trouble) -> Diagnosis | None:
    if not any(mark in trouble.words for mark in ("block mapping", "block collection", "mapping")):
        return None
    what = "This line is indented differently from the lines it belongs to."
    remedy = "Let fields of one level begin in the same column."
    line = min(trouble.line, max(len(trouble.lines) - 1, 0))
    return Diagnosis(what, remedy, line, trouble.column)


def _unclosed_bracket(trouble: Trouble) -> Diagnosis | None:
    if "flow" not in trouble.words or trouble.begun >= len(trouble.lines):
        return None
    above = range(trouble.begun, -1, -1)
    line = next((each for each in above if _BRACKET.search(trouble.lines[each])), trouble.begun)
    text = trouble.lines[line]
    found = _BRACKET.search(text)
    what = f"A bracket that opens in {_named(text)} is not closed, or a comma is missing."
    remedy = "Close it, or put text with brackets in quotes."
    return Diagnosis(what, remedy, line, found.start() if found else 0)


def _named(text: str) -> str:
    """The entry that a line belongs to, as an editor would call it."""
    found = _KEY.match(text)
    return f"the value of “{found['key'].strip()}”" if found else "this line"


_RULES: tuple[Callable[[Trouble], Diagnosis | None], ...] = (
    _conflict,
    _unclosed_quote,
    _forbidden_start,
    _text_after_quote,
    _tab,
    _colon_inside,
    _missing_space,
    _unclosed_bracket,
    _special_start,
    _no_key,
    _indentation,
)
