"""Prints how what other tools' configurations declare agrees with what posts show.

Run as ``python -m tests.measure.imports``. For each configuration found in the
real sites of the test data: attributes that have no effect and problems, then
each field that posts use, with its declared and its learnt kind. Two kinds are
the same when the usual post that fits the one fits the other: what is text in
the file is one family (a choice, a link and a slug are kinds of text), a day and
a moment are another, whole numbers are decimals, and a list is a list if its
items are of the same kind. What some posts do besides ("or …") does not count. A
declared ``opaque``, ``hidden`` or body says nothing of the value and is left
out; a field that posts leave empty shows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.schema.imports.find import find, load
from reviewer.schema.merging import shape
from reviewer.schema.schema import Schema
from reviewer.site.folder import Folder
from reviewer.site.learning import learn
from tests.support.corpora import corpora
from tests.support.judged import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.site.entries import Entry

SILENT = ("opaque", "hidden", "body")


@dataclass(frozen=True)
class Row:
    """One field that is declared and used; ``where`` is its content type."""

    site: str
    where: str
    name: str
    posts: int
    declared: str
    learnt: str
    agrees: bool


def agrees(declared: Field, learnt: Field) -> bool:
    """Whether the usual value of the posts is of the declared kind, or of one as good."""
    if shape(learnt.kind) not in {shape(name) for name in declared.accepts}:
        return False
    if declared.kind == "list" and declared.item is not None and learnt.item is not None:
        return declared.item.kind in SILENT or agrees(declared.item, learnt.item)
    if declared.kind == "object":
        inner = {each.name: each for each in learnt.fields}
        return all(agrees(each, inner[each.name]) for each in declared.fields if each.name in inner)
    return True


def kind(field: Field) -> str:
    """The kind, with that of the items."""
    item = f" of {field.item.kind}" if field.item is not None else ""
    return " or ".join((f"{field.kind}{item}", *field.also))


def rows(site: str, stated: ContentType, entries: list[Entry], folder: Folder) -> Iterator[Row]:
    """The fields of a type that posts of it use, against what those posts alone show."""
    match = stated.match
    posts = [each for each in entries if match is None or match.fits(each.path, each.data)]
    if not posts:
        return
    learnt = Schema(learn(folder.engine, posts).types).types[("", "")]
    for field in stated.fields:
        found = learnt.field((field.name,))
        used = sum(each.data.get(field.name) not in (None, "", []) for each in posts)
        if found is not None and used and field.kind not in SILENT:
            yield Row(
                site,
                stated.name,
                field.name,
                used,
                kind(field),
                kind(found),
                agrees(field, found),
            )


def measured(root: Path) -> list[Row]:
    """The rows of one site; prints what its configurations leave unused."""
    folder = Folder.open(root)
    sources = find(root)
    entries = entries_of(folder) if sources else []
    found: list[Row] = []
    for source in sources:
        imported = load(source)
        print(f"{root.name}: {source.file} ({source.format}): ", end="")
        print(f"{len(imported.types)} types, {len(imported.problems)} problems, ", end="")
        print(f"{len(imported.ignored)} attributes without effect, each told")
        for stated in imported.types:
            found += rows(root.name, stated, entries, folder)
    return found


def main() -> None:
    """Print the table and the share that agrees."""
    data = corpora()
    if data is None:
        print("the large test data (shared/corpora) is not on this machine")
        return
    found = [row for root in sorted((data / "dev" / "sites").iterdir()) for row in measured(root)]
    print(f"\n{'site':16}{'type':20}{'field':32}{'posts':>6}  {'declared':22}{'learnt':28}agrees")
    for row in found:
        print(f"{row.site:16}{row.where:20}{row.name:32}{row.posts:6}  ", end="")
        print(f"{row.declared:22}{row.learnt:28}{'yes' if row.agrees else 'NO'}")
    share = sum(row.agrees for row in found) / max(len(found), 1)
    alike = sum(row.declared == row.learnt for row in found) / max(len(found), 1)
    print(f"\n{len(found)} fields: {share:.1%} agree; {alike:.1%} have the very same words")


if __name__ == "__main__":
    main()
