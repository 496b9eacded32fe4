"""``reviewer schema``: what holds for the posts of a folder, and why.

FOLDER alone prints the rules in force, each with its origin. ``reviewer schema
init FOLDER`` writes them to reviewer.yml, to be changed by hand or in the
window; a folder that is called init is written ./init.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.all_posts import read_all
from reviewer.cli.progress import complain
from reviewer.errors import ReviewerError, Where
from reviewer.resources import resource
from reviewer.schema.declared import writing
from reviewer.schema.declared.json_schema import of_posts
from reviewer.schema.declared.reading import FILE
from reviewer.schema.drift import drift
from reviewer.site import storage
from reviewer.site.folder import Folder
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.drift import Drift
    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry

INIT = "init"
RESOURCE = "schemas/reviewer.schema.json"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "schema",
        help="show or declare what holds for a folder's posts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="+", metavar="[init] FOLDER")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="yaml")
    parser.add_argument(
        "--drift", action="store_true", help="list the values that stand out, field by field"
    )
    parser.add_argument(
        "--notices",
        action="store_true",
        help="list what of the configurations is wrong or has no effect, with file and line",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the schema; returns the exit code."""
    words: list[str] = args.words
    wants_file = words[0] == INIT and len(words) == 2
    if len(words) > 1 and not wants_file:
        raise ReviewerError("Give one folder.", remedy="reviewer schema --help shows how.")
    folder = Folder.open(Path(words[-1]))
    if wants_file and (folder.root / FILE).exists():
        raise ReviewerError("There is a file already.", where=Where(folder.root / FILE))
    entries = read_all(folder)
    schema = learn(folder.engine, entries, folder.root)
    if args.notices:
        _print_notices(schema, as_json=args.format == "json")
        return 0
    for notice in schema.notices:
        complain(str(notice))
    if wants_file:
        _begin(folder, _in_force(schema, entries))
    elif args.drift:
        _print_drift(drift(schema, _posts(entries)), as_json=args.format == "json")
    else:
        print(_FORMATS[args.format](_in_force(schema, entries)), end="")
    return 0


def _posts(entries: list[Entry]) -> list[tuple[str, Any]]:
    return [(entry.path, entry.data) for entry in entries if entry.data]


def _in_force(schema: Schema, entries: list[Entry]) -> dict[str, ContentType]:
    return schema.in_force(_posts(entries))


def _begin(folder: Folder, types: Mapping[str, ContentType]) -> None:
    """Write ``reviewer.yml``, and beside it the JSON Schema that it names."""
    target = folder.root / writing.SCHEMA_FILE
    target.parent.mkdir(exist_ok=True)
    known = storage.read(target).digest if target.exists() else None
    storage.save(target, resource(RESOURCE).read_bytes(), known)
    storage.save(folder.root / FILE, writing.beginning(types).encode(), None)
    print(f"{folder.root / FILE} is written.")


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False, default=str) + "\n"


def _print_notices(schema: Schema, *, as_json: bool) -> None:
    """Problems first; each with file, line and attribute."""
    if as_json:
        told = (("problem", schema.notices), ("ignored", schema.ignored))
        print(
            _json([{"kind": kind, **asdict(each)} for kind, all_ in told for each in all_]), end=""
        )
        return
    for notice in (*schema.notices, *schema.ignored):
        print(notice)


def _print_drift(found: list[Drift], *, as_json: bool) -> None:
    if as_json:
        print(_json([each.plain() for each in found]), end="")
        return
    for each in found:
        print(each.line())
        for path in each.paths:
            print(f"    {path}")


_FORMATS: dict[str, Callable[[Mapping[str, ContentType]], str]] = {
    "yaml": writing.as_yaml,
    "json": lambda types: _json(writing.as_json(types)),
    "json-schema": lambda types: _json(of_posts(types)),
}
