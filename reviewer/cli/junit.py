"""Findings as JUnit's XML, which most build servers show: a post is a test case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reviewer.cli.report import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.cli.report import Checked
    from reviewer.schema.finding import Severity

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(posts: Sequence[Checked], least: Severity) -> str:
    """The report; posts with findings of severity ``least`` or worse have failed."""
    suite = ET.Element("testsuite", name="reviewer", tests=str(len(posts)))
    failed = sum(_add(suite, post, least) for post in posts)
    suite.set("failures", str(failed))
    suite.set("errors", "0")
    root = ET.Element("testsuites", suite.attrib)
    root.append(suite)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _add(suite: ET.Element, post: Checked, least: Severity) -> bool:
    """Add a post; whether it has failed."""
    case = ET.SubElement(suite, "testcase", name=_plain(post.path), classname="reviewer.check")
    bad = [each for each in post.findings if each.severity >= least]
    if bad:
        failure = ET.SubElement(case, "failure", message=_plain(bad[0].message), type=bad[0].source)
        failure.text = _plain("\n".join(line_of(post.path, each) for each in bad))
    others = [each for each in post.findings if each.severity < least]
    if others:
        told = ET.SubElement(case, "system-out")
        told.text = _plain("\n".join(line_of(post.path, each) for each in others))
    return bool(bad)


def _plain(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
