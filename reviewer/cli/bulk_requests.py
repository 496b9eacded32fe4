"""The edits that ``reviewer edit`` can be asked for, from options to intentions."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.desk.bulk.intentions import (
    Append,
    Intention,
    Key,
    Remove,
    RemoveItems,
    RenameField,
    Set,
)
from reviewer.desk.bulk.replacing import Replace
from reviewer.document import keys, yaml_text
from reviewer.document.block import BlockProblem
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.document.dialect import Dialect

_KEYED = (
    ("set", "KEY=VALUE", "give a field a value; it is added where it is missing"),
    ("unset", "KEY", "take a field away where there is one"),
    ("rename", "OLD=NEW", "give a field another name"),
    ("append", "KEY=VALUE", "put a value at the end of a list that does not hold it"),
    ("remove", "KEY=VALUE", "take a value out of a list"),
)


@dataclass(frozen=True, slots=True)
class Request:
    """One edit as asked for: ``--set KEY=VALUE`` and its kin."""

    option: str
    key: Key
    value: str = ""


@dataclass(frozen=True, slots=True)
class Replacing:
    """``--replace PATTERN REPLACEMENT``."""

    pattern: str
    replacement: str


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that ask for edits; they gather, in order, in ``requests``."""
    for option, metavar, help_text in _KEYED:
        parser.add_argument(
            f"--{option}",
            dest="requests",
            action="append",
            type=_reader(option),
            metavar=metavar,
            help=help_text,
        )
    parser.add_argument(
        "--replace",
        dest="requests",
        action=_Replaced,
        nargs=2,
        metavar=("PATTERN", "REPLACEMENT"),
        help="replace text in values, in all fields or that of --field",
    )
    parser.add_argument("--field", type=_key, metavar="KEY", help="where --replace looks")
    parser.add_argument("--regex", action="store_true", help="--replace takes regular expressions")


def intentions_of(
    requests: Sequence[Request | Replacing],
    dialect: Dialect,
    args: argparse.Namespace,
    *,
    required: bool,
) -> tuple[Intention, ...]:
    """What is asked for, with values as the site's engine reads them.

    ``required`` refuses posts that lack a field which is to be renamed. Raises
    ``ReviewerError`` for a value that is no YAML or a pattern that is none.
    """
    return tuple(
        Replace(each.pattern, each.replacement, args.field, regular=args.regex)
        if isinstance(each, Replacing)
        else _intention(each, dialect, required=required)
        for each in requests
    )


def value_of(text: str, dialect: Dialect) -> Any:
    """A value written in YAML, read as the site's engine reads it; nothing at all is null.

    Raises ``BlockProblem``.
    """
    if "\n" in text and not text.startswith(("|", ">", '"', "'")):
        block = "value:\n" + _indented(text)
    else:
        block = "value: " + _indented(text).removeprefix("  ")
    return yaml_text.read(block + "\n", dialect).data["value"]


def _intention(request: Request, dialect: Dialect, *, required: bool) -> Intention:
    key = request.key
    match request.option:
        case "set":
            return Set(key, _value(request.value, dialect))
        case "append":
            return Append(key, (_value(request.value, dialect),))
        case "remove":
            return RemoveItems(key, _value(request.value, dialect))
        case "rename":
            return RenameField(key, _new_name(request), required=required)
        case _:
            return Remove(key)


def _new_name(request: Request) -> str:
    """The new name alone, or with the groups that the field stays in before it."""
    *groups, name = keys.parse(request.value)
    if groups and tuple(groups) != request.key[:-1]:
        raise ReviewerError(
            f"A field cannot be moved by renaming it to “{request.value}”.",
            remedy="Give the new name alone, like seo.title=headline.",
        )
    return str(name)


def _value(text: str, dialect: Dialect) -> Any:
    try:
        return value_of(text, dialect)
    except BlockProblem as problem:
        raise ReviewerError(
            f"“{text}” is no value in YAML: {problem.what}",
            remedy="Put text in quotes, like KEY='\"a: b\"'.",
        ) from problem


class _Replaced(argparse.Action):
    """Puts a replacement among the other requests, so that their order stays."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        namespace.requests = [*namespace.requests, Replacing(*values)]


def _key(text: str) -> Key:
    try:
        return keys.parse(text)
    except keys.BadKey as error:
        raise argparse.ArgumentTypeError(str(error)) from error


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
