"""Posts in an index, and what a query means for each: slow and obviously right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

from reviewer.site.index import shelf
from reviewer.site.index.codec import encode, text_in
from reviewer.site.index.values import values_in
from reviewer.site.query import terms

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.index.store import Store
    from reviewer.site.query.terms import Term

SIGNS = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


@dataclass
class Written:
    """A post as it is put into the index."""

    id: int
    path: str
    title: str = ""
    date: str = ""
    data: dict[Any, Any] = field(default_factory=dict)
    body: str = ""
    draft: bool = False
    problem: str = ""
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    checked: bool = True
    changed: bool = False

    @property
    def text(self) -> str:
        return f"---\n{self.title}\n---\n{self.body}"


def put(store: Store, root: Path, post: Written, revision: int = 0) -> None:
    """Write the post into the index and its text to the disk."""
    file = root / post.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(post.text, encoding="utf-8")
    row = {
        "id": post.id,
        "path": text_in(post.path),
        "folder": text_in(post.path.rpartition("/")[0]),
        "title": text_in(post.title),
        "title_key": text_in(post.title.casefold()),
        "date": post.date,
        "category": "",
        "draft": post.draft,
        "problem": post.problem,
        "errors": post.errors,
        "warnings": post.warnings,
        "hints": post.hints,
        "checked": post.checked,
        "size": len(post.text),
        "mtime_ns": revision,
        "inode": post.id,
        "revision": revision,
    }
    details = {
        "id": post.id,
        "format": "yaml",
        "data": encode(post.data),
        "head": "",
        "block_start": -1,
        "block_end": -1,
        "problem_line": 0,
        "read_only": "",
        "notes": "",
    }
    with store.writing() as db:
        shelf.change_content(db)
        row["content"] = shelf.content(db)
        for table, values in (("posts", row), ("details", details)):
            names = ", ".join(values)
            places = ", ".join("?" * len(values))
            asked = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({places})"
            db.execute(asked, tuple(values.values()))


def fits(term: Term, post: Written) -> bool:
    """Whether the query keeps the post."""
    match term:
        case terms.Not(inner):
            return not fits(inner, post)
        case terms.All(inner):
            return all(fits(each, post) for each in inner)
        case terms.Any(inner):
            return any(fits(each, post) for each in inner)
        case terms.Word(text):
            return text.casefold() in post.title.casefold() or text.casefold() in (
                post.path.casefold()
            )
        case terms.Phrase(text, open_end):
            return _has_words(post.text, text, open_end)
        case terms.Text(name, text, exact):
            own = {"title": post.title, "path": post.path, "folder": post.path.rpartition("/")[0]}
            return text == own[name] if exact else text.casefold() in own[name].casefold()
        case terms.Number(name, sign, number):
            return SIGNS[sign](_counts(post)[name], number)
        case terms.Date(sign, period):
            return bool(post.date) and SIGNS[sign](post.date[: len(period)], period)
        case terms.State(name):
            return _states(post)[name]
        case _:
            return _fits_values(term, post)


def _fits_values(term: Term, post: Written) -> bool:
    for value in values_in(post.data):
        name = value.field.casefold()
        match term:
            case terms.IsSet(names):
                if value.raw and any(name == each or name.startswith(f"{each}.") for each in names):
                    return True
            case terms.Value(names, text, True, number):
                same = value.raw == text or (number is not None and value.number == number)
                if name in names and same:
                    return True
            case terms.Value(names, text):
                if name in names and text.casefold() in value.raw.casefold():
                    return True
            case terms.Compared(names, sign, number, period):
                if name not in names:
                    continue
                if None not in (number, value.number) and SIGNS[sign](value.number, number):
                    return True
                if period and value.moment and SIGNS[sign](value.moment[: len(period)], period):
                    return True
    return False


def _has_words(text: str, wanted: str, open_end: bool) -> bool:
    words, row = _words(text), _words(wanted)
    for start in range(len(words) - len(row) + 1):
        found = words[start : start + len(row)]
        if found == row or (open_end and found[:-1] == row[:-1] and found[-1].startswith(row[-1])):
            return bool(row)
    return False


def _words(text: str) -> list[str]:
    """Without accents, which texts are searched regardless of."""
    signs = unicodedata.normalize("NFD", text.casefold())
    return re.findall(
        r"[^\W_]+", "".join(sign for sign in signs if not unicodedata.combining(sign))
    )


def _counts(post: Written) -> dict[str, int]:
    errors = max(post.errors, bool(post.problem))
    return {
        "errors": errors,
        "warnings": post.warnings,
        "hints": post.hints,
        "problems": errors + post.warnings,
    }


def _states(post: Written) -> dict[str, bool]:
    findings = post.errors + post.warnings + post.hints
    return {
        "draft": post.draft,
        "published": not post.draft,
        "changed": post.changed,
        "broken": bool(post.problem),
        "clear": post.checked and not findings and not post.problem,
    }
