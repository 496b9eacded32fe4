"""Where the site will show each post: its URL, by the rules of the folder's engine.

``url_of`` and ``canonical`` answer for one post, ``permalinks_of`` for many of one folder.
"""

from __future__ import annotations

from reviewer.site.permalinks.addresses import Permalinks, canonical, permalinks_of, url_of

__all__ = ["Permalinks", "canonical", "permalinks_of", "url_of"]
