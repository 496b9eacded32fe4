"""The one place that all findings pass: what is accepted or long known is set aside here.

List, form and command line ask the same sieve, so that none of them tells what
another keeps silent about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from reviewer.checks import baseline, waivers
from reviewer.checks.baseline import Baseline
from reviewer.checks.fingerprint import fingerprint
from reviewer.checks.waivers import Waiver, Waivers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reviewer.schema.finding import Finding
    from reviewer.schema.imports.report import Notice


@dataclass(frozen=True, slots=True)
class Sifted:
    """``told`` are the findings that count; the others were accepted or known before."""

    told: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    known: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sieve:
    """The waivers of a folder and, where it is asked for, its baseline."""

    waivers: Waivers = field(default_factory=Waivers)
    baseline: Baseline = field(default_factory=Baseline)

    @classmethod
    def of(cls, root: Path, *, with_baseline: bool = True) -> Sieve:
        """What the folder keeps; nothing is raised for what cannot be read."""
        return cls(waivers.load(root), baseline.load(root) if with_baseline else Baseline())

    def without_baseline(self) -> Sieve:
        """The waivers alone."""
        return Sieve(self.waivers)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is wrong with the files that it was read from."""
        return (*self.waivers.notices, *self.baseline.notices)

    @property
    def mark(self) -> str:
        """The same text for the same accepted and known findings."""
        waived = sorted((post, sorted(marks)) for post, marks in self.waivers.by_post.items())
        said = repr((waived, sorted(self.baseline.known)))
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def concerns(self, path: str) -> bool:
        """Whether any finding of this post may be set aside."""
        return bool(self.baseline.known) or path in self.waivers.by_post

    def sift(self, path: str, data: Any, findings: Iterable[Finding]) -> Sifted:
        """The findings of the post at ``path`` with this front matter, sorted out."""
        findings = tuple(findings)
        if not findings or not self.concerns(path):
            return Sifted(findings)
        told: list[Finding] = []
        waived: list[tuple[Finding, Waiver]] = []
        known: list[Finding] = []
        for each in findings:
            mark = fingerprint(each, data)
            waiver = self.waivers.waiver_of(path, mark)
            if waiver is not None:
                waived.append((each, waiver))
            else:
                (known if self.baseline.has(path, mark) else told).append(each)
        return Sifted(tuple(told), tuple(waived), tuple(known))
