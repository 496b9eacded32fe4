"""The findings of a folder as one HTML file that needs nothing from anywhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from html import escape
from typing import TYPE_CHECKING

from reviewer.checks.explained import explained
from reviewer.cli.report import Checked, count, dotted
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.schema.finding import Finding

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --error: #c0392b; --warning: #b9770e;
  --hint: #2e6da4; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
.when { color: GrayText; margin-top: 0; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.numbers li { border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1.2rem; }
.numbers b { display: block; font-size: 1.6rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left;
  vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.bar { width: 35%; } td.bar div { height: .9rem; border-radius: 3px; }
.error { color: var(--error); } .warning { color: var(--warning); } .hint { color: var(--hint); }
div.error { background: var(--error); } div.warning { background: var(--warning); }
div.hint { background: var(--hint); }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
details ul { margin: .3rem 0 .6rem; } li { overflow-wrap: anywhere; }
code { background: var(--soft); border-radius: 3px; padding: 0 .25em; }
"""


def page(name: str, posts: Sequence[Checked], when: str) -> str:
    """The whole page; ``when`` is the moment in words."""
    return "".join(_parts(name, posts, when))


def _parts(name: str, posts: Sequence[Checked], when: str) -> Iterator[str]:
    title = f"{escape(name)}: what Reviewer found"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f'<h1>{title}</h1>\n<p class="when">{escape(when)}</p>\n'
    yield from _numbers(posts)
    yield from _by_rule(posts)
    yield from _by_post(posts)
    yield "</body>\n</html>\n"


def _numbers(posts: Sequence[Checked]) -> Iterator[str]:
    counts = count(posts)
    fine = sum(not post.findings for post in posts)
    shown = [("posts", len(posts), ""), ("without a finding", fine, "")]
    shown += [(f"{each.label}s", counts[each.label], each.label) for each in reversed(Severity)]
    yield '<ul class="numbers">\n'
    for label, number, kind in shown:
        yield f'<li class="{kind}"><b>{number:,}</b>{label}</li>\n'
    yield "</ul>\n"


def _by_rule(posts: Sequence[Checked]) -> Iterator[str]:
    numbers: Counter[tuple[Severity, str]] = Counter()
    touched: dict[tuple[Severity, str], set[str]] = defaultdict(set)
    for post in posts:
        for each in post.findings:
            numbers[each.severity, each.source] += 1
            touched[each.severity, each.source].add(post.path)
    yield "<h2>Findings by rule</h2>\n"
    if not numbers:
        yield "<p>There are none.</p>\n"
        return
    yield "<table>\n<tr><th>rule</th><th>finds</th><th>findings</th><th>posts</th><th></th></tr>\n"
    most = max(numbers.values())
    for key, number in sorted(numbers.items(), key=lambda each: (-each[0][0], -each[1])):
        severity, code = key
        width = max(round(100 * number / most), 1)
        yield f'<tr><td class="{severity.label}"><code>{escape(code)}</code></td>'
        yield f"<td>{escape(explained(code).what)}</td>"
        yield f'<td class="number">{number:,}</td><td class="number">{len(touched[key]):,}</td>'
        yield f'<td class="bar"><div class="{severity.label}" style="width: {width}%"></div></td>'
        yield "</tr>\n"
    yield "</table>\n"


def _by_post(posts: Sequence[Checked]) -> Iterator[str]:
    found = [post for post in posts if post.findings]
    found.sort(key=lambda post: sorted(-each.severity for each in post.findings))
    yield "<h2>Findings by post</h2>\n"
    for post in found:
        named = count([post])
        said = ", ".join(
            f'<span class="{label}">{number} {label}{"s" if number > 1 else ""}</span>'
            for label, number in reversed(named.items())
            if number
        )
        yield f"<details><summary>{escape(post.path)} · {said}</summary><ul>\n"
        yield from map(_item, post.findings)
        yield "</ul></details>\n"


def _item(finding: Finding) -> str:
    line = f"line {finding.line}: " if finding.line else ""
    field = f"<code>{escape(dotted(finding.path))}</code> " if finding.path else ""
    label = finding.severity.label
    said = f"{line}{field}{escape(finding.message)} <code>{escape(finding.source)}</code>"
    return f'<li><span class="{label}">{label}</span> {said}</li>\n'
