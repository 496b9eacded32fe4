"""How well the rules find faults that were put into real posts, and what they say of the posts.

``python -m tests.measure.rules`` prints a table of rules with the share of
seeded faults that each found. ``--alarms N`` prints instead what all rules say
of N posts of each site as they are, for people to read and judge, and
``--fixes N`` what all safe fixes together would change in them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from reviewer.checks.mending import mend_subject
from reviewer.checks.registry import rule_of, rules
from reviewer.checks.selection import Chosen, Selection
from reviewer.cli.report import line_of
from reviewer.document.patch import unified
from tests.measure.rule_posts import opened
from tests.measure.rule_seeds import SEEDERS
from tests.support.corpora import corpora
from tests.support.isolation import isolate, remove

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reviewer.schema.finding import Severity
from tests.measure.rule_posts import Site

AIM = 0.95


def main() -> None:
    """Print the table, or what there is to read."""
    args = _arguments()
    folder = corpora()
    if folder is None:
        raise SystemExit("The real posts (shared/corpora) are not on this machine.")
    sites = [each for each in sorted((folder / "dev" / "sites").iterdir()) if each.is_dir()]
    private = isolate()
    try:
        if args.fixes:
            _print_fixes(sites, args.fixes)
        elif args.alarms:
            _print_alarms(sites, args.alarms, args.only)
        else:
            _print_table(sites, args.posts, args.only)
    finally:
        remove(private)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.measure.rules", description=__doc__)
    parser.add_argument("--posts", type=int, default=20, help="posts of each site to put faults in")
    parser.add_argument("--alarms", type=int, metavar="N", help="print what is said of real posts")
    parser.add_argument("--fixes", type=int, metavar="N", help="print what safe fixes change")
    parser.add_argument("--only", nargs="+", default=[], metavar="CODE")
    return parser.parse_args()


# What is said of posts as they are


def _print_alarms(sites: Sequence[Path], count: int, only: Sequence[str]) -> None:
    posts = 0
    told: Counter[tuple[Severity, str]] = Counter()
    for root in sites:
        with opened(root, count, examine=True) as site:
            for path, findings in site.told().items():
                posts += 1
                for each in findings:
                    if not only or each.source in only:
                        told[each.severity, each.source] += 1
                        print(line_of(f"{site.name}/{path}", each))
    print(f"\n{posts} posts")
    for (severity, code), number in sorted(told.items(), key=lambda each: (-each[0][0], -each[1])):
        print(f"{severity.label:8} {code:28} {number:5}  {10 * number / posts:6.2f} in 10 posts")


def _print_fixes(sites: Sequence[Path], count: int) -> None:
    made: Counter[str] = Counter()
    for root in sites:
        with opened(root, count, examine=False) as site:
            for path in site.paths:
                subject = site.subject(path)
                mended = mend_subject(subject, site.texts.selection)
                made.update(each.source for each in mended.applied)
                if mended.applied:
                    print(unified(subject.text, mended.post.text, f"{site.name}/{path}"))
    for code, number in made.most_common():
        print(f"{code:28} {number:5}")


# What is found of faults


def _print_table(sites: Sequence[Path], count: int, only: Sequence[str]) -> None:
    seeded: Counter[str] = Counter()
    found: Counter[str] = Counter()
    codes = [code for code in SEEDERS if rule_of(code) and (not only or code in only)]
    for root in sites:
        with opened(root, count, examine=False) as site:
            for path in site.paths:
                for code in codes:
                    _try(site, path, code, seeded, found)
    print(f"{'rule':28} {'faults':>7} {'found':>7}   share")
    for code in codes:
        share = found[code] / seeded[code] if seeded[code] else 0.0
        mark = "" if share >= AIM else "  <"
        print(f"{code:28} {seeded[code]:7} {found[code]:7} {share:7.1%}{mark}")
    total = sum(found.values()) / max(sum(seeded.values()), 1)
    print(f"{'all':28} {sum(seeded.values()):7} {sum(found.values()):7} {total:7.1%}")
    without = sorted({rule.code for rule in rules()} - SEEDERS.keys())
    print(f"without faults to seed: {', '.join(without) or 'none'}")


def _try(site: Site, path: str, code: str, seeded: Counter[str], found: Counter[str]) -> None:
    """Put each kind of fault of one rule into a post, and see whether the rule tells of it."""
    rule = rule_of(code)
    assert rule is not None
    alone = Selection((Chosen(rule, rule.severity, rule.defaults),))
    subject = site.subject(path)
    before = len(site.found(subject, alone))
    for seed in SEEDERS[code]:
        text = seed(subject)
        if text is not None:
            data = text.encode("utf-8", "surrogatepass")
            seeded[code] += 1
            found[code] += len(site.found(site.subject(path, data), alone)) > before


if __name__ == "__main__":
    main()
