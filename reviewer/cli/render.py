"""``reviewer render``: posts as the preview shows them.

One post becomes an HTML file that needs no other: the style stands in it, local
images are referred to where they lie, remote ones are left out unless they are
asked for. Several posts, or all of a folder, are written with ``--format
jsonl``: one object on a line for each, with path, flavour, url and html.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reviewer.cli.named_posts import posts_at, site_at
from reviewer.cli.progress import complain, meter
from reviewer.cli.rendering import Press, RenderedPost, Wanted, printed
from reviewer.errors import ReviewerError, Where
from reviewer.render.flavours.registry import FLAVOURS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

FINE, PARTLY = 0, 2
LARGEST_STYLE = 5_000_000
THEMES = {"auto": "", "light": "light", "dark": "dark"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser("render", help="write posts as HTML", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument(
        "--output", type=Path, metavar="F", help="write there (default: standard output)"
    )
    parser.add_argument(
        "--format", choices=("html", "jsonl"), default="html", help="jsonl: one object for a post"
    )
    parser.add_argument(
        "--css", type=Path, metavar="FILE", help="this style sheet instead of the preview's own"
    )
    parser.add_argument("--theme", choices=THEMES, default="auto", help="default: as the reader's")
    parser.add_argument("--remote-images", action="store_true", help="let the page load them")
    parser.add_argument(
        "--flavour", choices=FLAVOURS, help="how Markdown is read (default: as the folder's engine)"
    )
    parser.add_argument(
        "--fragment", action="store_true", help="the article alone, without the document around it"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Render the posts; returns the exit code."""
    wanted = Wanted(
        args.fragment,
        args.flavour or "",
        THEMES[args.theme],
        args.remote_images,
        _style(args.css) if args.css else "",
    )
    _spare(args.output, args.paths)
    if args.format == "jsonl":
        return _write_many(args.paths, wanted, args.output)
    _refuse_several(args.paths)
    _write_one(args.paths[0], wanted, args.output)
    return FINE


def _spare(output: Path | None, posts: Sequence[Path]) -> None:
    if output is not None and output.exists() and any(map(output.samefile, posts)):
        raise ReviewerError("The page would overwrite its own post.", where=Where(output))


def _refuse_several(paths: list[Path]) -> None:
    several = len(paths) > 1 or paths[0].is_dir()
    if several:
        where = Where(paths[0] if len(paths) == 1 else None)
        raise ReviewerError("An HTML page holds one post.", where=where, remedy=_MANY)


_MANY = "Name a single file, or take --format jsonl for several posts and whole folders."


def _write_one(file: Path, wanted: Wanted, output: Path | None) -> None:
    folder = site_at(file)
    press = Press.of(folder, wanted, output.resolve().parent if output else None)
    html = press.print(folder.relative(file)).html
    if output is None:
        sys.stdout.write(html)
    else:
        output.write_bytes(html.encode())


def _write_many(paths: list[Path], wanted: Wanted, output: Path | None) -> int:
    code = FINE
    page_folder = output.resolve().parent if output else None
    jobs = [(Press.of(site_at(path), wanted, page_folder), path) for path in paths]
    found = [(press, posts_at(press.places.folder, path)) for press, path in jobs]
    for press, posts in found:
        _spare(output, [press.places.folder.root / post for post in posts])
    with _target(output) as target, meter("Rendering") as shown:
        for press, posts in found:
            for done, post in enumerate(printed(press, posts), start=1):
                if post.problem:
                    complain(post.problem)
                    code = PARTLY
                else:
                    target.write(_line(post))
                shown(done, len(posts))
    return code


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="\n") as target:
        yield target


def _line(post: RenderedPost) -> str:
    fields = {"path": post.path, "flavour": post.flavour, "url": post.url, "html": post.html}
    return json.dumps(fields) + "\n"


def _style(file: Path) -> str:
    """A style sheet as it may stand in a page."""
    if file.stat().st_size > LARGEST_STYLE:
        raise ReviewerError("This is too large for a style sheet.", where=Where(file))
    try:
        return file.read_text("utf-8-sig").replace("</", "<\\/")
    except UnicodeDecodeError as error:
        raise ReviewerError("This style sheet is not UTF-8.", where=Where(file)) from error
