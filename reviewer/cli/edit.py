"""``reviewer edit``: change fields of many posts at once, and nothing else in them.

VALUE is written in YAML, as the site's engine reads it. KEY may lead into
groups and lists: seo.title, tldr.2 or tldr[2]; a backslash keeps a dot that
belongs to the key: a\\.b. The edits are made in the order in which they are
given; a post in which one of them cannot be made is left as it is.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.progress import complain, say, tracked
from reviewer.document import keys, yaml_text
from reviewer.document.block import BlockProblem, StyleGuide
from reviewer.document.operations import (
    EditRefused,
    InsertItem,
    Operation,
    Rename,
    SetValue,
    Unset,
    has,
    look_up,
)
from reviewer.document.patch import unified
from reviewer.document.post import Post
from reviewer.errors import ReviewerError, Where
from reviewer.site import storage
from reviewer.site.entries import read_entry
from reviewer.site.folder import Folder, folder_of
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.document.dialect import Dialect
    from reviewer.schema.inference import Schema

FINE, FAILED = 0, 2
NEIGHBOURS = 60
"""Posts of the same folder whose style a new field takes."""


@dataclass(frozen=True, slots=True)
class Request:
    """One edit as asked for: ``--set KEY=VALUE`` and its kin."""

    option: str
    key: tuple[str | int, ...]
    value: str = ""

    def operation(self, post: Post) -> Operation | None:
        """What it means for this post; ``None`` where there is nothing to do."""
        path = keys.resolve(self.key, post.data)
        match self.option:
            case "set":
                return SetValue(path, self._value(post.dialect))
            case "append":
                return _appended(path, post, self._value(post.dialect))
            case "rename":
                return Rename(path, str(keys.parse(self.value)[-1]))
            case _:
                return Unset(path) if has(post.data, path) else None

    def _value(self, dialect: Dialect) -> Any:
        try:
            return value_of(self.value, dialect)
        except BlockProblem as problem:
            raise EditRefused(
                f"“{self.value}” is no value in YAML: {problem.what}",
                remedy="Put text in quotes, like KEY='\"a: b\"'.",
            ) from problem


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "edit",
        help="change fields of many posts at once",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    for option, metavar, help_text in (
        ("set", "KEY=VALUE", "give a field a value; it is added where it is missing"),
        ("unset", "KEY", "take a field away where there is one"),
        ("rename", "OLD=NEW", "give a field another name"),
        ("append", "KEY=VALUE", "put a value at the end of a list"),
    ):
        parser.add_argument(
            f"--{option}",
            dest="requests",
            action="append",
            type=_reader(option),
            metavar=metavar,
            help=help_text,
        )
    parser.add_argument("--diff", action="store_true", help="print what changes in each file")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.set_defaults(run=run, requests=[])


def run(args: argparse.Namespace) -> int:
    """Edit all files; returns the exit code, 2 if any could not be edited."""
    if not args.requests:
        raise ReviewerError("There is nothing to do.", remedy="Give --set, --unset, --rename …")
    code = FINE
    for path in tracked(args.files, "Editing"):
        try:
            changed = edit_file(path, args.requests, dry_run=args.dry_run)
        except (ReviewerError, OSError) as error:
            complain(_placed(error, path))
            code = FAILED
            continue
        if changed and args.diff:
            say(changed.rstrip("\n"))
    return code


def edit_file(path: Path, requests: Sequence[Request], *, dry_run: bool = False) -> str:
    """Carry out all requests on one file; returns the unified diff, empty if nothing changes."""
    stored = storage.read(path)
    folder = site_of(path.parent)
    before = Post.from_bytes(stored.data, dialect=folder.engine.dialect)
    after = before
    for request in requests:
        operation = request.operation(after)
        if operation is not None:
            after = _guided(after, operation, folder, path).apply(operation)
    data = after.to_bytes()
    if data == stored.data:
        return ""
    if not dry_run:
        storage.save(path, data, stored.digest)
    return unified(before.text, after.text, str(path))


def value_of(text: str, dialect: Dialect) -> Any:
    """A value written in YAML, read as the site's engine reads it; nothing at all is null.

    Raises ``BlockProblem``.
    """
    if "\n" in text and not text.startswith(("|", ">", '"', "'")):
        block = "value:\n" + _indented(text)
    else:
        block = "value: " + _indented(text).removeprefix("  ")
    return yaml_text.read(block + "\n", dialect).data["value"]


@cache
def site_of(folder: Path) -> Folder:
    """The site that the files of a folder belong to, looked for once."""
    return folder_of(folder / "post.md")


@cache
def _habits(root: Path, folder: Path) -> Schema:
    """What neighbouring posts have in common."""
    site = site_of(folder)
    files = sorted(each for each in folder.iterdir() if each.suffix in site.engine.extensions)
    paths = [each.relative_to(root).as_posix() for each in files[:NEIGHBOURS] if each.is_file()]
    return learn(site.engine, [read_entry(site, path) for path in paths])


def _guided(post: Post, operation: Operation, folder: Folder, path: Path) -> Post:
    """The post with its neighbours' style at hand, where a new field needs it."""
    target = operation.path[:1]
    if isinstance(operation, (Rename, Unset)) or has(post.data, target):
        return post
    parent = path.parent.resolve()
    relative = (parent / path.name).relative_to(folder.root).as_posix()
    guide: StyleGuide = _habits(folder.root, parent).type_for(relative, post.data).guide()
    return post.with_guide(guide)


def _appended(path: tuple[Any, ...], post: Post, value: Any) -> Operation:
    items = look_up(post.data, path) if has(post.data, path) else None
    return InsertItem(path, len(items) if isinstance(items, list) else 0, value)


def _reader(option: str) -> Callable[[str], Request]:
    """How argparse reads one option's argument."""

    def request(text: str) -> Request:
        try:
            key, value = (text, "") if option == "unset" else keys.split(text)
            return Request(option, keys.parse(key), value)
        except keys.BadKey as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return request


def _indented(text: str) -> str:
    return "\n".join("  " + line for line in text.split("\n"))


def _placed(error: Exception, path: Path) -> str:
    """An error in one line that begins with the file."""
    if isinstance(error, ReviewerError):
        if error.where.path is None:
            error = error.at(Where(path, error.where.line, error.where.column))
        return " ".join(str(error).split())
    return f"{path}: {error}"
