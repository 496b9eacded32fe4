"""Checks posts as they stand on the desk, and finds out what other posts have to do with them.

The index knows the other posts, and nobody waits for it: a post is judged by
what was heard before, and again when an answer says something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.broken import with_repairs
from reviewer.checks.engine import check, in_order
from reviewer.checks.moving import moved
from reviewer.schema.neighbours import NOTHING, Remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.open_post import OpenPost
    from reviewer.desk.workspace import Workspace
    from reviewer.document.post import Post
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.neighbours import Question
    from reviewer.site.index.messages import Answer


class Judging:
    """The findings of the open posts of one workspace.

    Fields are judged at once, and the whole text by whoever keeps the index:
    one post at a time, so that typing never waits for it. Until that is heard,
    what was found in the text before counts, where it stands by now.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._examined: dict[OpenPost, Post] = {}

    def judge(self, open_post: OpenPost) -> None:
        """Let the post have the findings of its text, and ask what is not known yet."""
        content_type = self._type_of(open_post)
        open_post.content_type = content_type
        if content_type is not None:
            open_post.post = open_post.post.with_guide(content_type.guide())
        heard = open_post.heard
        neighbours = Remembered(heard)
        found = with_repairs(check(open_post.post, content_type, neighbours), open_post.post)
        found = in_order((*found, *_remarks(open_post)))
        sifted = self._workspace.sieve.sift(open_post.path, open_post.post.data, found)
        open_post.findings, open_post.accepted = sifted.told, sifted.waived
        open_post.heard = {each: heard[each] for each in neighbours.asked if each in heard}
        self._ask(open_post, [each for each in neighbours.asked if each not in heard])
        self.examine(open_post)

    def ask_again(self) -> None:
        """Find out whether other posts say something else by now, or the rules do."""
        for open_post in tuple(self._workspace.open_posts.values()):
            self._ask(open_post, list(open_post.heard))
            self.examine(open_post, anew=True)

    def examine(self, open_post: OpenPost, *, anew: bool = False) -> None:
        """Have the text judged as it stands, unless it is or, without ``anew``, has been.

        What is found comes when it comes; what changed until then is judged again.
        """
        post = open_post.post
        is_known = not anew and same_text(open_post.examined, post)
        if open_post in self._examined or is_known:
            return
        self._examined[open_post] = post
        self._workspace.librarian.remarks(
            open_post.path, post.to_bytes(), lambda answer: self._remarked(open_post, answer)
        )

    def _remarked(self, open_post: OpenPost, answer: Answer) -> None:
        post = self._examined.pop(open_post)
        if answer.error is not None:
            return
        before, open_post.remarks = open_post.remarks, answer.value
        open_post.examined = post
        is_open = self._workspace.open_posts.get(open_post.path) is open_post
        if is_open and (before != answer.value or not same_text(post, open_post.post)):
            self._workspace.judge(open_post)

    def _ask(self, open_post: OpenPost, questions: Sequence[Question]) -> None:
        if questions:
            self._workspace.librarian.neighbours(
                open_post.path, questions, lambda answer: self._hear(open_post, answer)
            )

    def _hear(self, open_post: OpenPost, answer: Answer) -> None:
        if answer.error is not None:
            return
        known = {each: open_post.heard.get(each, NOTHING) for each in answer.value}
        open_post.heard = {**open_post.heard, **answer.value}
        is_open = self._workspace.open_posts.get(open_post.path) is open_post
        if is_open and known != answer.value:
            self._workspace.judge(open_post)

    def _type_of(self, open_post: OpenPost) -> ContentType | None:
        schema = self._workspace.schema
        return schema.type_for(open_post.path, open_post.post.data) if schema else None


def _remarks(open_post: OpenPost) -> tuple[Finding, ...]:
    """What was found in the text as it was examined, where that stands now."""
    if open_post.examined is None:
        return open_post.remarks
    return moved(open_post.remarks, open_post.examined, open_post.post)


def same_text(one: Post | None, other: Post) -> bool:
    """Whether two posts say the same."""
    return one is not None and one.text == other.text
