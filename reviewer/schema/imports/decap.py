"""Decap CMS, its forerunner Netlify CMS, and Sveltia CMS: ``admin/config.yml``.

Decap: https://decapcms.org/docs/configuration-options/ (source 2f5c54d).
Sveltia: https://sveltiacms.app/en/docs (0.196.0). Both read the same file; which
of them a site uses is told by the script of the page beside it.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.decap_fields import read_fields
from reviewer.schema.imports.decap_widgets import Setting, media_folder
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reviewer.schema.field import Field

FORMAT = "decap"
FOLDERS = ("admin", "static/admin", "public/admin", "src/admin", "source/admin", "src/static/admin")
NAMES = ("config.yml", "config.yaml", "config.json")
_LINK = re.compile(r"<link\b[^>]*\bcms-config-url\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

_HOST = "It is about the server and the login; Reviewer works on the files on this disk."
_LOOK = "It is about how the other tool shows things."
_NEW = "It is about how new files are made and named."
_RIGHTS = "It is about what the other tool lets people do."
_TOP = {
    **dict.fromkeys(("backend", "local_backend", "publish_mode", "site_url", "display_url"), _HOST),
    **dict.fromkeys(("logo_url", "logo", "show_preview_links", "search", "locale"), _LOOK),
    **dict.fromkeys(("editor", "app_title", "site_id", "issue_reports", "load_config_file"), _LOOK),
    "public_folder": "Addresses of images are looked up by the rules of the site's engine.",
    "slug": _NEW,
    "i18n": "Languages are not told apart; each post is read as it stands.",
    "media_library": "Pictures are taken from the folders of the site.",
    "media_libraries": "Pictures are taken from the folders of the site.",
    "output": "Reviewer never writes a post anew: no key is left out, moved or requoted.",
}
_COLLECTION = {
    **dict.fromkeys(("create", "delete", "publish", "hide", "limit"), _RIGHTS),
    **dict.fromkeys(("label_singular", "description", "summary", "sortable_fields", "icon"), _LOOK),
    **dict.fromkeys(("view_filters", "view_groups", "editor", "preview", "thumbnail"), _LOOK),
    **dict.fromkeys(
        ("preview_path", "preview_path_date_field", "index_file", "summary_fields"), _LOOK
    ),
    **dict.fromkeys(("path", "meta"), _NEW),
    "public_folder": _TOP["public_folder"],
    "i18n": _TOP["i18n"],
    "media_library": _TOP["media_library"],
    "frontmatter_delimiter": "Where front matter begins and ends is seen in each post.",
    "format": "In which format front matter is written is seen in each post.",
    "reorder": "Reviewer never moves posts or keys by itself.",
}


def find(root: Path) -> Iterator[Source]:
    """Configurations in the usual places, and those that a page in them links to."""
    for folder in FOLDERS:
        names = [f"{folder}/{name}" for name in NAMES if files.exists(root, f"{folder}/{name}")]
        page = f"{folder}/index.html"
        if not names and files.exists(root, page) and _linked(Report(Source(FORMAT, page, root))):
            names = [page]
        yield from (Source(FORMAT, name, root) for name in names[:1])


def load(source: Source, report: Report) -> None:
    """Read the configuration into ``report``."""
    file = source.file
    folder = posixpath.dirname(file)
    if file.endswith(".html"):
        linked = _linked(report)
        file = _local(report, linked, folder)
    node = files.read(report, file) if file else None
    if node is None:
        return
    if not node.is_group or not {"collections", "singletons", "backend"} & set(node.value):
        report.problem(node, "", "This is no configuration of Decap or Sveltia CMS.")
        return
    tool = "sveltia" if "sveltia" in _page(report, folder).lower() else "decap"
    with Attributes(node, report) as top:
        setting = Setting(tool, media=top.text("media_folder") or "")
        top.ignore(_TOP)
        for each in top.groups("collections"):
            with each:
                _collection(each, setting)
        for each in top.groups("singletons"):
            with each:
                _file(each, setting, Match())


def _page(report: Report, folder: str) -> str:
    page = f"{folder}/index.html"
    return files.read_text(report, page) or "" if files.exists(report.source.root, page) else ""


def _linked(report: Report) -> str:
    """The address in the page's ``<link rel="cms-config-url">``, "" without one."""
    link = _LINK.search(files.read_text(report, report.source.file) or "")
    href = _HREF.search(link[0]) if link else None
    return href[1] if href else ""


def _local(report: Report, address: str, folder: str) -> str:
    """The file that a linked address names; "" if it lies elsewhere, which is told."""
    if _REMOTE.match(address):
        what = f"The configuration lies at {address}; nothing is fetched from there."
        report.problem_at(report.source.file, 1, what)
        return ""
    base = (
        folder.removesuffix("/admin").removesuffix("admin") if address.startswith("/") else folder
    )
    return posixpath.normpath(posixpath.join(base, address.lstrip("/")))


def _collection(each: Attributes, setting: Setting) -> None:
    """A collection: a folder of posts, or single files."""
    setting = replace(setting, media=media_folder(each, setting))
    match = _filtered(each, Match())
    files_ = list(each.groups("files"))
    name = each.text("name") or each.peek("label") or "posts"
    if files_:
        each.text("label")
        each.ignore(_COLLECTION)
        for part in files_:
            with part:
                _file(part, setting, match)
        return
    folder = each.text("folder")
    if folder is None:
        each.refuse("folder", "A collection needs a folder or files.")
        return
    extension = (each.text("extension") or "").lstrip(".")
    match = replace(
        match,
        folders=(folder,),
        deep=_deep(each),
        globs=(f"**/*.{extension}",) if extension else (),
    )
    _type(each, str(name), match, setting)


def _deep(each: Attributes) -> bool:
    """Whether posts in folders below the collection's belong to it."""
    nested = each.group("nested")
    if nested is not None:
        with nested:
            nested.ignore(
                {"depth": "All folders below count.", "summary": _LOOK, "subfolders": _LOOK}
            )
    return nested is not None or "/" in str(each.peek("path") or each.peek("slug") or "")


def _filtered(each: Attributes, match: Match) -> Match:
    found = each.group("filter")
    if found is None:
        return match
    with found:
        name, values = found.text("field"), found.plain("value")
        if "pattern" in found:
            found.skip("pattern", "Posts are told apart by whole values only.")
            return match
        if name is None or values is None:
            found.refuse("field", "A filter needs a field and a value.")
            return match
    accepted = tuple(values) if isinstance(values, list) else (values,)
    return replace(match, values=((name, accepted),))


def _file(part: Attributes, setting: Setting, match: Match) -> None:
    """One file with fields of its own."""
    file = part.text("file")
    if file is None:
        part.refuse("file", "A file of a collection needs its path.")
        return
    name = part.text("name") or file
    setting = replace(setting, media=media_folder(part, setting))
    _type(part, name, replace(match, globs=(file.lstrip("/"),)), setting)


def _type(each: Attributes, name: str, match: Match, setting: Setting) -> None:
    body = each.group("body_field")
    if body is not None:
        with body:
            setting = replace(setting, body=body.text("key") or setting.body)
            body.ignore({"inline": "Where a body stands is seen in each post."})
    fields = read_fields(each, "fields", setting)
    label = each.text("label") or name
    title = each.text("identifier_field") or _title(fields)
    slug = each.text("slug") or ""
    each.ignore(_COLLECTION)
    each.report.types.append(
        ContentType(
            name,
            fields,
            title_field=title,
            label=label,
            match=match,
            slug_template=slug,
            origin=origin(each.origin),
        )
    )


def _title(fields: tuple[Field, ...]) -> str:
    names = [field.name for field in fields]
    return next((name for name in ("title", "name") if name in names), "title")
