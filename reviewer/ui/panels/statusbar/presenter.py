"""What the line at the bottom says about folder and post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.render.flavours.registry import flavour_for
from reviewer.ui.flows.reading import Phase
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context
    from reviewer.ui.flows.reading import State

NEWLINES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR", "mixed": "mixed line ends"}


class StatusPresenter:
    """Puts the state of reading and of the current post into words."""

    def __init__(self, context: Context) -> None:
        self._workspace = context.workspace

    def folder(self, state: State) -> str:
        """How far the folder has been read or checked."""
        known = len(self._workspace.catalogue)
        if state.phase is Phase.READING:
            return self._reading(state)
        if state.phase is Phase.LEARNING:
            return tr("Learning what the posts have in common")
        if state.phase is Phase.CHECKING:
            return tr("Checking {done} of {total} posts", **_figures(state))
        if state.phase is Phase.EXAMINING:
            return tr("Reading texts, {done} of {total}", **_figures(state))
        if state.phase is Phase.CHECKED:
            return tr_count("{count} post checked", "{count} posts checked", known)
        if state.phase is Phase.STOPPED and known:
            return tr_count("Stopped after {count} post", "Stopped after {count} posts", known)
        return ""

    def reviewed(self, count: int) -> str:
        """How much has been read today."""
        return tr_count("{count} reviewed today", "{count} reviewed today", count) if count else ""

    def flavour(self) -> tuple[str, str]:
        """How the folder's engine reads Markdown, and what its configuration says of it."""
        folder = self._workspace.folder
        if folder is None:
            return "", ""
        engine = folder.engine
        flavour = flavour_for(engine.name, engine.config, folder.root)
        lines = (tr("Read as {engine} reads it", engine=engine.label), *flavour.notes)
        return flavour.label, "\n".join(lines)

    def changes(self) -> str:
        """What is not on disk yet."""
        current = self._workspace.current
        if current is not None and current.is_dirty:
            return _changes_of(current)
        others = len(self._workspace.dirty_posts())
        if others:
            return tr_count("{count} post not saved", "{count} posts not saved", others)
        return ""

    def format(self) -> str:
        """Encoding, line ends and front matter format of the post."""
        current = self._workspace.current
        if current is None:
            return ""
        post = current.post
        parts = (post.encoding, NEWLINES.get(post.newline, ""), (post.format or "").upper())
        return " · ".join(part for part in parts if part)

    def _reading(self, state: State) -> str:
        if not state.total:
            return tr("Looking for posts")
        return tr("Reading {done} of {total} posts", **_figures(state))


def _figures(state: State) -> dict[str, str]:
    return {"done": f"{state.done:,}", "total": f"{state.total:,}"}


def _changes_of(post: OpenPost) -> str:
    fields = len(post.changed_fields())
    if not fields:
        return tr("Text changed, not saved")
    count = tr_count("{count} field", "{count} fields", fields)
    if post.body_changed():
        return tr("{count} and text changed, not saved", count=count)
    return tr("{count} changed, not saved", count=count)
