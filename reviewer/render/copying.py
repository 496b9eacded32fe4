"""The article's HTML for another program: as the site would have it, without our marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.render.markdown import BodyOptions, render_body
from reviewer.render.targets import EVERYWHERE

if TYPE_CHECKING:
    from reviewer.document.post import Post

_TAG = re.compile(r"<[a-zA-Z](?:[^>\"]|\"[^\"]*\")*>")
_OURS = re.compile(r' data-(?:line|offset)="\d+"')


@dataclass(frozen=True, slots=True)
class AsWritten:
    """Leaves the addresses of images as they stand in the post."""

    def local(self, source: str) -> str | None:
        """The address itself."""
        return source

    def owns(self, source: str) -> bool:
        """Whole addresses stay as well."""
        return True


def plain_html(post: Post, options: BodyOptions) -> str:
    """The body of ``post`` as HTML, with the addresses that the post has."""
    kept = replace(options, addresses=AsWritten(), remote_images=True, targets=EVERYWHERE)
    html = "\n".join(block.html for block in render_body(post.body, kept).blocks)
    return _TAG.sub(lambda found: _OURS.sub("", found[0]), html) + "\n"
