"""Prints how the contract of edits holds over the large test data.

``python -m tests.measure.contract`` tries every edit on every key of every post
(also as CRLF copies), replays the edits that people really made, and compares
what Jekyll reads. Options: names of the parts to run, ``-v`` for each fault.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from reviewer.document.dialect import Dialect
from tests.measure.oracle import compare
from tests.measure.replays import Replays, bulk_edits, replay, single_edits
from tests.measure.trials import Tally, try_post
from tests.support.corpora import corpora

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DIALECTS = {
    "hugo-docs": Dialect.YAML_1_2,
    "grpc-io": Dialect.YAML_1_2,
    "buildpacks-docs": Dialect.YAML_1_2,
    "11ty-website": Dialect.YAML_1_2,
    "hexo-site": Dialect.YAML_1_2,
    "18f-jekyll": Dialect.JEKYLL,
    "jekyll-docs": Dialect.JEKYLL,
    "opensource-guide": Dialect.JEKYLL,
}
TEXTS = frozenset({".md", ".markdown", ".html", ".mdx", ".njk", ".liquid", ".txt", ".adoc", ".org"})


def posts(folder: Path) -> Iterator[tuple[str, bytes, Dialect]]:
    """All text files below ``folder``, with the dialect of their site."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in TEXTS:
            label = file.relative_to(folder).as_posix()
            site = label.split("/")[0] if folder.name == "sites" else label.split("/")[-1]
            dialect = next((d for name, d in DIALECTS.items() if site.startswith(name)), None)
            yield label, file.read_bytes(), dialect or Dialect.YAML_1_1


def cases(folder: Path) -> Iterator[tuple[str, bytes, Dialect]]:
    """The YAML test suite's documents, each as a post; their body is one line."""
    for file in sorted((folder / "conformance" / "yaml").glob("*.json")):
        text = json.loads(file.read_text(encoding="utf-8"))["yaml"]
        for dialect in (Dialect.YAML_1_1, Dialect.YAML_1_2):
            end = "" if text.endswith("\n") else "\n"
            yield file.stem, f"---\n{text}{end}---\nbody\n".encode(), dialect


def with_crlf(
    source: Iterator[tuple[str, bytes, Dialect]],
) -> Iterator[tuple[str, bytes, Dialect]]:
    """The same posts with CRLF line ends."""
    for label, data, dialect in source:
        yield label, data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), dialect


def trial_parts(folder: Path) -> dict[str, Callable[[], Iterator[tuple[str, bytes, Dialect]]]]:
    """The parts that try every edit, by name."""
    sites, weird = folder / "dev" / "sites", folder / "dev" / "weird"
    return {
        "sites": lambda: posts(sites),
        "sites-crlf": lambda: with_crlf(posts(sites)),
        "weird": lambda: posts(weird),
        "weird-crlf": lambda: with_crlf(posts(weird)),
        "conformance": lambda: cases(folder),
        "conformance-crlf": lambda: with_crlf(cases(folder)),
    }


def run_trials(name: str, source: Iterator[tuple[str, bytes, Dialect]], *, verbose: bool) -> Tally:
    """Try one part and print its line of the table."""
    tally = Tally(name)
    for label, data, dialect in source:
        try_post(tally, label, data, dialect)
    refused = sum(tally.refused.values())
    print(
        f"{name:17} posts {tally.posts:6} (unread {tally.unread:4})  keys {tally.keys:7}"
        f"  edits {tally.edits:8}  refused {refused:5}  violations {len(tally.violations)}"
    )
    for reason, count in tally.refused.most_common():
        print(f"    {count:5} {reason}")
    for line in tally.violations[: None if verbose else 20]:
        print(f"    VIOLATION {line}")
    for line in tally.refusals[: None if verbose else 0]:
        print(f"    refused {line}")
    return tally


def run_replays(replays: Replays) -> None:
    """Print how the replays of one file went."""
    print(
        f"{replays.name:17} tried {replays.tried:6}  same data {replays.same_data:6}"
        f"  diff no larger {replays.no_larger:6}  same bytes {replays.same_bytes:6}"
    )
    for reason, count in replays.skipped.items():
        print(f"    skipped {count} {reason}")
    for fault in replays.faults:
        print(f"    {fault}")


def main() -> int:
    """Run the parts that were asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("The large test data (shared/corpora) is not on this machine.")
        return 2
    bad = 0
    for name, source in trial_parts(folder).items():
        if not options.parts or name in options.parts:
            bad += len(run_trials(name, source(), verbose=options.verbose).violations)
    sites = folder / "dev" / "sites"
    if not options.parts or "replays" in options.parts:
        run_replays(replay("edits", single_edits(folder)))
        run_replays(replay("edits in site", single_edits(folder), sites))
        run_replays(replay("bulk in site", bulk_edits(folder), sites))
    if not options.parts or "oracle" in options.parts:
        bad += compare(folder / "dev")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
