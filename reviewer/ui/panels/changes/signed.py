"""The text that the post which is shown was signed off with, for comparing with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.desk.reviews.deciding import known
from reviewer.desk.reviews.since import changed
from reviewer.desk.reviews.texts import SignedTexts
from reviewer.document.post import Post
from reviewer.site.reviews.decisions import APPROVED, REQUESTED, newest
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.site.reviews.decisions import Decision
    from reviewer.ui.context import Context

TASK = "signed text"
NAMED = 5
"""Fields that are told by name."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The last sign-off of a post, and its text where that is still known.

    ``asked`` is a request for changes that came later.
    """

    decision: Decision
    post: Post | None = field(compare=False)
    asked: Decision | None = None


class SignedText:
    """Looks for it in the background; ``changed`` once it is found, or there is none."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._texts = SignedTexts()
        self.found: Signed | None = None
        self.changed: Event[None] = Event()

    def look(self, open_post: OpenPost | None) -> None:
        """Find the sign-off of another post, or anew that of the same."""
        folder = self._workspace.folder
        if open_post is None or folder is None:
            self._take(None)
            return
        root, path, dialect = folder.root, open_post.path, folder.engine.dialect

        def work() -> Signed | None:
            decisions = known(root, path)
            signed = newest(decisions, APPROVED)
            if signed is None:
                return None
            data = self._texts.text(signed.digest)
            post = Post.from_bytes(data, dialect=dialect) if data is not None else None
            last = newest(decisions)
            return Signed(signed, post, last if last and last.state == REQUESTED else None)

        def done(found: Signed | None) -> None:
            if self._workspace.current is open_post:
                self._take(found)

        self._context.tasks.run(TASK, work, done, lambda _error: self._take(None))

    def _take(self, found: Signed | None) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit(None)


def since(signed: Signed, post: Post) -> str:
    """What changed since the sign-off, in a sentence."""
    who = _who(signed.decision)
    if signed.asked is not None:
        who += ". " + tr("Then asked for: {note}", note=signed.asked.note.rstrip("."))
    if signed.post is None:
        return tr("{who}. The text of then is not on this computer any more.", who=who)
    found = changed(signed.post, post)
    parts = [", ".join(found.fields[:NAMED])] if found.fields else []
    if len(found.fields) > NAMED:
        parts.append(tr("{count} more fields", count=len(found.fields) - NAMED))
    if found.paragraphs:
        parts.append(tr_count("{count} paragraph", "{count} paragraphs", found.paragraphs))
    if not parts:
        return tr("{who}. Fields and paragraphs are as they were then.", who=who)
    return tr("{who}. Changed since then: {parts}.", who=who, parts="; ".join(parts))


def _who(decision: Decision) -> str:
    day = decision.date[:10]
    if not decision.author:
        return tr("Approved on {day}", day=day)
    return tr("Approved by {who} on {day}", who=decision.author, day=day)
