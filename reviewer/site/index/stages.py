"""The two stages in which posts are judged.

The first goes by the front matter alone, which the index keeps, and is done
for a whole folder within seconds. The second reads each post as a whole. What
one of them found stands until the post changes, or that by which it was judged.
"""

from __future__ import annotations

from enum import IntEnum


class Stage(IntEnum):
    """Kept in the database as a number."""

    FIELDS = 0
    TEXT = 1

    @property
    def flag(self) -> str:
        """The column of ``posts`` that says whether a post has been judged."""
        return ("checked", "examined")[self]

    @property
    def topics(self) -> str:
        """In SQL, whether a topic is one of this stage."""
        return ("topic >= 0", "topic < 0")[self]
