"""What is told of front matter without any rule of its own: by reading it, and by its schema.

These findings come from the reader and from the kinds of fields, and count as
metadata. Here stands what their codes mean, so that all codes have a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reviewer.schema.cross_field import PREFIX


@dataclass(frozen=True, slots=True)
class FieldCode:
    """The code of a finding, what it says of a field, and what harm there is in it."""

    code: str
    what: str
    why: str

    @property
    def name(self) -> str:
        """The title of its page."""
        return self.code.replace("-", " ").capitalize()


_NEVER_SHOWN = "The site cannot read the post, or reads it as one without any fields."
_TEMPLATES = "Templates and feeds rely on it; a post that differs shows gaps or breaks the page."
_DECLARED = "It is what the folder's configuration, or the habit of its posts, asks for."
_MISREAD = "The site goes by what it reads, not by what the author meant."

FIELD_CODES = (
    FieldCode("broken-front-matter", "The front matter cannot be read.", _NEVER_SHOWN),
    FieldCode("unreadable-file", "The file cannot be read as text.", _NEVER_SHOWN),
    FieldCode("no-front-matter", "A file without fields among posts that have some.", _NEVER_SHOWN),
    FieldCode("no-fields", "The front matter is one value, not fields.", _NEVER_SHOWN),
    FieldCode("front-matter-unclosed", "No line closes the front matter.", _NEVER_SHOWN),
    FieldCode("front-matter-not-first", "Something stands before the fields.", _NEVER_SHOWN),
    FieldCode("duplicate-key", "A field is written twice.", "Only one of the values counts."),
    FieldCode("missing-field", "A field that other posts have is missing.", _TEMPLATES),
    FieldCode("empty-field", "A field that should say something is empty.", _TEMPLATES),
    FieldCode("empty-item", "An item of a list is empty.", _TEMPLATES),
    FieldCode(
        "unknown-field",
        "A field that hardly any post has, or that is not declared.",
        "It is often a slip of the pen, and then nothing reads it.",
    ),
    FieldCode("unknown-variant", "A group of a sort that is not declared.", _TEMPLATES),
    FieldCode("wrong-type", "A value of another kind than the field has.", _TEMPLATES),
    FieldCode("not-a-number", "A value that is no number.", _MISREAD),
    FieldCode("misleading-number", "A number that is not what it looks like.", _MISREAD),
    FieldCode("misleading-text", "A text that the site reads as something else.", _MISREAD),
    FieldCode("unusual-value", "A value that is none of the usual ones.", _DECLARED),
    FieldCode("unusual-length", "A text of unusual length for its field.", _DECLARED),
    FieldCode("out-of-range", "A number outside its range.", _DECLARED),
    FieldCode("wrong-step", "A number that is no multiple of its step.", _DECLARED),
    FieldCode("too-long", "A text longer than its field may be.", _DECLARED),
    FieldCode("too-short", "A text shorter than its field may be.", _DECLARED),
    FieldCode("too-few-words", "Fewer words than asked for.", _DECLARED),
    FieldCode("too-many-words", "More words than asked for.", _DECLARED),
    FieldCode("too-few-items", "Fewer items than asked for.", _DECLARED),
    FieldCode("too-many-items", "More items than asked for.", _DECLARED),
    FieldCode("duplicate-item", "An item stands twice in its list.", _DECLARED),
    FieldCode("wrong-extension", "A file of a sort that does not belong here.", _DECLARED),
    FieldCode("pattern", "A text that does not fit its pattern.", _DECLARED),
    FieldCode(
        "slow-pattern",
        "The pattern declared for a field takes too long.",
        "The field is not checked by it.",
    ),
    FieldCode("too-early", "A date before the earliest one.", _DECLARED),
    FieldCode("too-late", "A date behind the latest one.", _DECLARED),
    FieldCode("bad-date", "A text that is no date, or a day that does not exist.", _MISREAD),
    FieldCode("unpadded-date", "A date such as 2024-3-5.", "Not every tool reads it as a date."),
    FieldCode(
        "no-time-zone",
        "A time without its zone.",
        "The site takes one of its own, which moves the post by hours, and at times by a day.",
    ),
    FieldCode("bad-time", "A text that is no time of the day.", _MISREAD),
    FieldCode("bad-url", "An address that leads nowhere as it is written.", "It is a dead link."),
    FieldCode("bad-email", "A text that is no e-mail address.", "Nobody can be reached by it."),
    FieldCode(
        "duplicate-value",
        "A value that only one post may have.",
        "Of two posts with one address, the site shows one.",
    ),
    FieldCode("lost-reference", "A name of something that does not exist.", "The link is dead."),
)


@cache
def field_codes() -> dict[str, FieldCode]:
    """What there is to say of each code."""
    return {each.code: each for each in FIELD_CODES}


def is_declared(code: str) -> bool:
    """Whether it is the code of a rule across fields that a folder has declared."""
    return code.startswith(PREFIX)
