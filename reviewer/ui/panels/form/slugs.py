"""The last part of a post's address, made from its title as site engines make it."""

from __future__ import annotations

import re
import unicodedata

_GAPS = re.compile(r"[\W_]+")


def slug_of(title: str, like: str = "") -> str:
    """The words of ``title`` in lower case with hyphens between them.

    With underscores where ``like``, another slug of the folder, has them.
    Letters of any script stay; apostrophes join, as in "dont".
    """
    joint = "_" if "_" in like and "-" not in like else "-"
    text = unicodedata.normalize("NFC", title).casefold()
    return _GAPS.sub(joint, re.sub("['’]", "", text)).strip(joint)
