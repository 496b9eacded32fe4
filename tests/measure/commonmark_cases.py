"""Prints how many examples of CommonMark's specification hold in that flavour.

``python -m tests.measure.commonmark_cases [--show N]``: once as CommonMark alone
and once with GitHub's additions, which mean to change some examples.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.features import GITHUB, PLAIN
from tests.measure.agreement_dom import tree
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from pathlib import Path

READINGS = {"CommonMark": CommonMark(PLAIN), "with GitHub's additions": CommonMark(GITHUB)}


def cases(folder: Path) -> list[dict[str, Any]]:
    """The examples of the specification: ``markdown``, ``html``, ``example``, ``section``."""
    path = folder / "conformance" / "commonmark" / "spec_tests.json"
    examples: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return examples


def wrong(flavour: CommonMark, examples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The examples that read otherwise."""
    return [
        case for case in examples if tree(flavour.to_html(case["markdown"])) != tree(case["html"])
    ]


def main() -> int:
    """Run all examples in both readings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="so many examples that differ")
    args = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("the large test data (shared/corpora) is not on this machine")
        return 0
    examples = cases(folder)
    for name, flavour in READINGS.items():
        others = wrong(flavour, examples)
        good = len(examples) - len(others)
        print(f"{name:24} {good} of {len(examples)}  {good / len(examples):.2%}")
        for section, count in Counter(case["section"] for case in others).most_common():
            print(f"{count:5}  {section}")
        for case in others[: args.show]:
            print(f"example {case['example']}: {case['markdown']!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
