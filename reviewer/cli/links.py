"""``reviewer links``: ask the web whether the pages that posts link to are still there.

Nothing else in Reviewer asks the web about links. Several sites are asked at
once, each of them gently; what was found out counts for a week, what failed for
an hour. Ctrl+C stops, and what is known by then is told and kept. Ends with 1
when a link is broken.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli.progress import complain, meter
from reviewer.cli.reading import bring_up_to_date
from reviewer.cli.showing import one_line
from reviewer.site.folder import Folder
from reviewer.site.index.inventory import Inventory
from reviewer.site.links.asking import PATIENCE, new_client
from reviewer.site.links.gathering import Place, gather
from reviewer.site.links.memory import Memory
from reviewer.site.links.outcome import State
from reviewer.site.links.round import Round, page_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reviewer.site.links.outcome import Outcome

FINE, FINDINGS = 0, 1
INTERRUPTED = 130
_WORDS = {
    State.GONE: "error",
    State.FAILING: "error",
    State.UNREACHABLE: "error",
    State.MOVED: "warning",
    State.UNSURE: "hint",
    State.NOT_ASKED: "hint",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "links",
        help="ask the web whether links still work",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--again", action="store_true", help="ask for what is known as well")
    parser.add_argument(
        "--timeout", type=float, default=PATIENCE, metavar="SECONDS", help="for each step"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask for all links of the folder; returns the exit code."""
    folder = Folder.open(args.folder)
    places = _places(folder)
    outcomes, is_whole = _asked(sorted(places), args)
    if args.format == "json":
        print(json.dumps([_plain(each, places) for each in outcomes], indent=2))
    else:
        _print(folder, outcomes, places)
    if not is_whole:
        complain(f"Stopped: {len(outcomes):,} of {len(places):,} links are known.")
        return INTERRUPTED
    return FINDINGS if any(each.is_bad for each in outcomes) else FINE


def _places(folder: Folder) -> dict[str, list[Place]]:
    """Where each page is linked to."""
    with Inventory(folder) as inventory:
        bring_up_to_date(inventory)
        paths = [row.path for row in inventory.rows()]
    found: dict[str, list[Place]] = defaultdict(list)
    for address, place in gather(folder, paths):
        found[page_of(address)].append(place)
    return found


def _asked(addresses: Sequence[str], args: argparse.Namespace) -> tuple[list[Outcome], bool]:
    """What is known by the end or by Ctrl+C, by addresses, and whether that is all."""
    memory = Memory()
    if args.again:
        memory.forget()
    found: list[Outcome] = []
    is_whole = True
    try:
        with new_client(args.timeout) as client, meter("Asking") as show:
            for each in Round(client, memory).run(addresses):
                found.append(each)
                show(len(found), len(addresses))
    except KeyboardInterrupt:
        is_whole = False
    memory.save()
    return sorted(found, key=lambda each: each.address), is_whole


def _print(
    folder: Folder, outcomes: Sequence[Outcome], places: Mapping[str, Sequence[Place]]
) -> None:
    lines = []
    for each in outcomes:
        if each.state in _WORDS:
            for path, line in places[each.address]:
                place = f"{folder.root / path}:{line}" if line else str(folder.root / path)
                said = f"{_WORDS[each.state]}: {each.address}: {each.says} [{each.state}]"
                lines.append(((path, line), one_line(f"{place}: {said}")))
    for _place, text in sorted(lines):
        print(text)
    bad = sum(each.is_bad for each in outcomes)
    moved = sum(each.state is State.MOVED for each in outcomes)
    links = "1 link" if len(outcomes) == 1 else f"{len(outcomes):,} links"
    print(f"{links} asked for: {bad:,} broken, {moved:,} moved.")


def _plain(outcome: Outcome, places: Mapping[str, Sequence[Place]]) -> dict[str, object]:
    return {
        "address": outcome.address,
        "state": outcome.state,
        "message": outcome.says or None,
        "target": outcome.target or None,
        "places": [{"path": path, "line": line or None} for path, line in places[outcome.address]],
    }
