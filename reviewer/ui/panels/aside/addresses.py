"""Where the site will show the posts on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks import permalinks_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.document.post import Post
    from reviewer.site.folder import Folder
    from reviewer.site.permalinks import Permalinks


@dataclass(frozen=True, slots=True)
class Written:
    """A post as it stands on the desk, for the rules that make its address."""

    path: str
    data: Mapping[Any, Any]
    format: str | None


class PostAddresses:
    """The rules of the folder that was asked about last; they may read the site's settings."""

    def __init__(self) -> None:
        self._kept: tuple[Folder, Permalinks] | None = None

    def of(self, folder: Folder) -> Permalinks:
        """The rules of a folder; to be called in the background."""
        if self._kept is None or self._kept[0] is not folder:
            self._kept = (folder, permalinks_of(folder))
        return self._kept[1]

    def url(self, folder: Folder, path: str, post: Post) -> str:
        """The path of a post's page from the site's root; "" where there is none."""
        data = post.data if isinstance(post.data, dict) else {}
        return self.of(folder).url(Written(path, data, post.format))
