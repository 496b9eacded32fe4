"""Tags and categories that are two spellings of one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.operations import RemoveItem, SetValue
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.document.operations import Path

FIELDS = ["tags", "tag", "categories", "category", "keywords", "topics", "labels"]
_CODE = re.compile(r"[^\w\s'’&-]")
_NO_PLURALS = ("news", "series", "species")
_SPELLINGS = (
    (re.compile(r"is(e|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"our$"), "or"),
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=[hsx])es$"), ""),
    (re.compile(r"(?<=[^su\W])s$"), ""),
)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every term against those of the post itself and those that other posts use."""
    for name in settings["fields"]:
        value = subject.data.get(name)
        terms = value if isinstance(value, list) else [value]
        texts = [each if isinstance(each, str) else "" for each in terms]
        known = _known(subject, name)
        first: dict[str, str] = {}
        for index, text in enumerate(texts):
            path = (name, index) if isinstance(value, list) else (name,)
            if not text:
                continue
            if twin := first.get(folded(text)):
                yield _repeated(path, text, twin)
            elif said := _said(path, text, known):
                yield said
            first.setdefault(folded(text), text)


def _repeated(path: Path, text: str, twin: str) -> Said:
    fix = Fix("Remove it", operations=(RemoveItem(path[:-1], path[-1]),))
    return Said(f"{quoted(text)} and {quoted(twin)} are the same.", path=path, fixes=(fix,))


def _said(path: Path, text: str, known: dict[str, int]) -> Said | None:
    key = folded(text)
    own = known.get(text, 0)
    others = [each for each in known if each != text and folded(each) == key]
    usual = max(others, key=lambda each: known[each], default="")
    if not own or not usual or known[usual] < own:
        return None
    posts = "post writes" if known[usual] == 1 else "posts write"
    fix = Fix(f"Use {usual}", operations=(SetValue(path, usual),))
    return Said(f"{known[usual]:,} {posts} {quoted(usual)}.", path=path, fixes=(fix,))


def _known(subject: Subject, name: str) -> dict[str, int]:
    """The terms that the folder's posts use, and how many of them do."""
    field = subject.content_type.field((name,))
    options = (*field.options, *(field.item.options if field.item else ())) if field else ()
    return {each.value: each.count for each in options if isinstance(each.value, str)}


@lru_cache(maxsize=4096)
def folded(term: str) -> str:
    """The term without case, hyphens, the plural, and the two ways to spell English."""
    if _CODE.search(term):  # C, C++ and C# are no spellings of each other
        return term.casefold()
    words = re.split(r"[\s_-]+", term.casefold())
    return "".join(map(_stem, words)) or term


def _stem(word: str) -> str:
    if len(word) < 4 or not word.isalpha() or word in _NO_PLURALS:
        return word.removesuffix("s") if len(word) == 3 else word  # EVs
    for ending, other in _SPELLINGS:
        word = ending.sub(other, word)
    return word


RULE = Rule(
    code="similar-term",
    name="Two spellings of one tag",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="Tags and categories that differ from others only in case, plural, hyphens or between"
    " British and American spelling.",
    why="Each spelling has a page of its own, and neither of them shows all posts.",
    example=Example(
        bad="---\ntitle: Rates\ntags: [central-bank, Central Banks]\n---\n\nText.\n",
        good="---\ntitle: Rates\ntags: [central-bank, banking]\n---\n\nText.\n",
    ),
    options=(Option("fields", FIELDS, "the fields that hold such terms"),),
    check=check,
)
