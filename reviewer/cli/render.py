"""``reviewer render``: a post as the preview shows it, as one HTML file that needs no other.

The style stands in the page; local images are referred to where they lie, and
remote ones are left out unless they are asked for, as in the preview.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.document.post import Post
from reviewer.errors import ReviewerError, Where
from reviewer.render.flavours.registry import FLAVOURS, flavour_for
from reviewer.render.images import FileAddresses
from reviewer.render.markdown import BodyOptions
from reviewer.render.page import DocumentOptions, article, document
from reviewer.render.tags.syntax import syntax_of
from reviewer.site import storage
from reviewer.site.folder import folder_of

if TYPE_CHECKING:
    import argparse

    from reviewer.render.page import Page

FINE = 0
IMAGE_SOURCES = ("'self'", "file:", "data:")
THEMES = {"auto": "", "light": "light", "dark": "dark"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser("render", help="write a post as HTML", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--output", type=Path, metavar="F", help="write there (default: standard output)"
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
    """Render one post; returns the exit code."""
    if args.output is not None and args.output.resolve() == args.file.resolve():
        raise ReviewerError("The page would overwrite its own post.", where=Where(args.file))
    page = read_page(args.file, args.output, args.flavour, remote_images=args.remote_images)
    html = page.fragment + "\n" if args.fragment else whole(page, args.theme, args.remote_images)
    if args.output is None:
        sys.stdout.write(html)
    else:
        args.output.write_bytes(html.encode())
    return FINE


def read_page(
    file: Path, output: Path | None, flavour: str | None = None, *, remote_images: bool = False
) -> Page:
    """The page of the post in ``file``; ``output`` is where it will lie."""
    folder = folder_of(file)
    engine = folder.engine
    addresses = FileAddresses(
        root=folder.root,
        post=folder.relative(file),
        assets=engine.assets,
        page_folder=output.resolve().parent if output else None,
    )
    options = BodyOptions(
        addresses,
        remote_images,
        syntax_of(engine.name),
        FLAVOURS[flavour](engine.config, folder.root)
        if flavour
        else flavour_for(engine.name, engine.config, folder.root),
    )
    return article(Post.from_bytes(storage.read(file).data, dialect=engine.dialect), options)


def whole(page: Page, theme: str, remote_images: bool) -> str:
    """The document around the page."""
    sources = (*IMAGE_SOURCES, "https:") if remote_images else IMAGE_SOURCES
    return document(page, DocumentOptions(THEMES[theme], inline_style=True, image_sources=sources))
