"""What the card above a post says: plain values, from what stands between post and file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from reviewer.document.merge import Choice, Part
from reviewer.document.merge_story import Whose
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.merging import Meeting
    from reviewer.document.merge import Conflict, Version
    from reviewer.document.merge_story import Settled
    from reviewer.document.operations import Path
    from reviewer.ui.flows.merging import Blended, Missing

    Naming = Callable[[Path], str]

SHORT = 18
"""Characters of a value that a button has room for."""
NAMED = 3
"""So many fields are named in a sentence; more are counted."""


class Deed(Enum):
    """What can be done from the card."""

    UNFOLD = "unfold"
    UNDO = "undo"
    REDO = "redo"
    DISMISS = "dismiss"
    SAVE = "save"
    COMPARE = "compare"
    BESIDE = "beside"
    THEIRS = "theirs"
    OVERWRITE = "overwrite"
    AGAIN = "again"
    LOOK = "look"
    CLOSE = "close"


class Rank(Enum):
    """How much an offer asks for attention."""

    PRIMARY = "primary"
    BUTTON = "button"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Offer:
    """One button."""

    deed: Deed
    label: str
    rank: Rank = Rank.LINK
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """One version of what is in conflict: on a button, and in full."""

    choice: Choice
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One field or region: what was done about it, or the versions to choose from.

    ``long`` versions do not fit on buttons and are shown in full.
    """

    name: str
    told: str = ""
    options: tuple[Option, ...] = ()
    chosen: Choice | None = None
    long: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The whole card; ``state`` is one of the style sheet's."""

    title: str
    state: str
    rows: tuple[Row, ...] = ()
    offers: tuple[Offer, ...] = ()


def card_of_blended(blended: Blended, name: Naming, *, unfolded: bool, at_top: bool) -> Card:
    """Both versions stand in the post; ``at_top``: the merge is what undo would take back."""
    dismiss = Offer(Deed.DISMISS, tr("Dismiss"))
    if blended.undone:
        title = tr("What another program changed on disk is taken out again. Saving undoes it.")
        return Card(title, "warning", (), (Offer(Deed.REDO, tr("Merge again")), dismiss))
    offers = [Offer(Deed.UNFOLD, tr("Hide") if unfolded else tr("Show"))]
    if at_top:
        offers.append(Offer(Deed.UNDO, tr("Undo")))
    rows = tuple(_settled_row(each, name) for each in blended.settled) if unfolded else ()
    return Card(_blended_title(blended.settled, name), "ok", rows, (*offers, dismiss))


def _blended_title(settled: Sequence[Settled], name: Naming) -> str:
    theirs = [_settled_name(each, name) for each in settled if each.whose is not Whose.MINE]
    if not theirs:
        return tr("Changed on disk by another program; your changes kept.")
    if len(theirs) > NAMED:
        what = tr_count("{count} change", "{count} changes", len(theirs))
    else:
        what = tr(" and ").join(filter(None, (", ".join(theirs[:-1]), theirs[-1])))
    return tr(
        "Changed on disk by another program: {what} taken from there; your changes kept.", what=what
    )


def card_of_meeting(meeting: Meeting, name: Naming) -> Card:
    """Something is left for the editor to decide."""
    count = len(meeting.merged.conflicts)
    titles = tr_count(
        "Changed on disk: merged by field, one left to you",
        "Changed on disk: merged by field, {count} left to you",
        count,
    )
    title = titles if count else tr("Changed on disk: merged by field, nothing left to you")
    pairs = zip(meeting.merged.conflicts, meeting.choices, strict=True)
    lines = meeting.merged.post.text
    rows = (
        *(_settled_row(each, name) for each in meeting.settled),
        *(_contested_row(conflict, chosen, name, lines) for conflict, chosen in pairs),
    )
    offers = (
        Offer(Deed.SAVE, tr("Save merged"), Rank.PRIMARY, enabled=not meeting.left),
        Offer(Deed.COMPARE, tr("Compare texts"), Rank.BUTTON, enabled=count > 0),
        Offer(Deed.BESIDE, tr("Keep both files")),
        Offer(Deed.THEIRS, tr("Take all of theirs")),
        Offer(Deed.OVERWRITE, tr("Overwrite with mine")),
    )
    return Card(title, "warning", rows, offers)


def card_of_missing(missing: Missing, *, dirty: bool) -> Card:
    """There is no file that could be read."""
    kept = tr("Your edits are still here.") if dirty else tr("Its text is still here.")
    close = () if dirty else (Offer(Deed.CLOSE, tr("Close"), Rank.BUTTON),)
    if missing.gone:
        again = tr("Save it again") if dirty else tr("Keep as a new file")
        offers = (
            Offer(Deed.AGAIN, again, Rank.PRIMARY),
            Offer(Deed.BESIDE, tr("Save under another name"), Rank.BUTTON),
            *close,
        )
        title = tr("The file is gone: another program deleted it. {kept}", kept=kept)
        return Card(title, "error", (), offers)
    offers = (
        Offer(Deed.BESIDE, tr("Save under another name"), Rank.PRIMARY),
        Offer(Deed.LOOK, tr("Look again"), Rank.BUTTON),
        *close,
    )
    title = tr("The file cannot be read. {what} {kept}", what=missing.what, kept=kept)
    return Card(title, "error", (), offers)


def _settled_row(settled: Settled, name: Naming) -> Row:
    whose = {
        Whose.MINE: tr("Merged: yours"),
        Whose.THEIRS: tr("Merged: theirs"),
        Whose.BOTH: tr("Merged: both"),
    }
    return Row(_settled_name(settled, name), whose[settled.whose])


def _settled_name(settled: Settled, name: Naming) -> str:
    return name(settled.path) if settled.part is Part.FIELD else _part_name(settled.part)


def _part_name(part: Part) -> str:
    names = {
        Part.FRONT_MATTER: tr("Front matter"),
        Part.BODY: tr("Body"),
        Part.FILE: tr("Whole file"),
    }
    return names[part]


def _contested_row(conflict: Conflict, chosen: Choice | None, name: Naming, text: str) -> Row:
    words = {Choice.MINE: tr("Mine"), Choice.THEIRS: tr("Theirs"), Choice.BASE: tr("Before")}
    versions = {choice: conflict.version(choice) for choice in words}
    values = {choice: _value(conflict.part, each) for choice, each in versions.items()}
    long = any(len(value) > SHORT or "\n" in value for value in values.values())
    options = tuple(
        Option(
            choice,
            word if long else tr("{who}: {value}", who=word, value=values[choice]),
            values[choice] if conflict.part is Part.FIELD else versions[choice].text,
        )
        for choice, word in words.items()
    )
    if conflict.part is Part.FIELD:
        title = name(conflict.path)
    else:
        title = _part_name(conflict.part)
        if conflict.part is Part.BODY:
            line = text.count("\n", 0, conflict.span.start) + 1
            title = tr("Body, line {line}", line=line)
    return Row(title, "", options, chosen, long)


def _value(part: Part, version: Version) -> str:
    if version.absent or (part is not Part.FIELD and not version.text):
        return tr("(nothing)")
    return _plain(version.value) if part is Part.FIELD else version.text.rstrip("\r\n")


def _plain(value: Any) -> str:
    """A value as an editor would say it."""
    if isinstance(value, list):
        return "\n".join(f"• {_plain(item)}" for item in value) or tr("(empty list)")
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_plain(item)}" for key, item in value.items())
    if value is None:
        return tr("(empty)")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return str(value) if value != "" else tr("(empty)")
