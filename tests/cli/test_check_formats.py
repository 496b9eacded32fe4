"""The forms of a report that other programs read, measured by what those programs demand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest

from reviewer.cli.formats import FORMATS
from reviewer.cli.report import Checked
from reviewer.schema.finding import Finding, Severity

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-subset.json").read_text())
POSTS = (
    Checked(
        "blog/a b%.md",
        (
            Finding("bad-url", Severity.ERROR, "Wrong: a,\nb", ("seo", "url"), 3),
            Finding("citation-debris", Severity.HINT, "A mark \x0b\ud800.", (), 0),
        ),
    ),
    Checked("/tmp/c.md", (Finding("rule:mine", Severity.WARNING, "Not so.", (), 7),)),
    Checked("fine.md", ()),
)


def sarif() -> dict[str, Any]:
    report = json.loads(FORMATS["sarif"](POSTS, Severity.ERROR))
    assert isinstance(report, dict)
    return report


def test_sarif_fits_its_schema() -> None:
    jsonschema_rs.validate(SCHEMA, sarif())


@pytest.mark.parametrize("broken", ["version", "runs"])
def test_the_schema_notices_what_is_missing(broken: str) -> None:
    report = sarif()
    del report[broken]
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(SCHEMA, report)


def test_sarif_results_name_their_rules_and_places() -> None:
    (found,) = sarif()["runs"]
    rules = found["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in found["results"]] == [
        each.source for post in POSTS for each in post.findings
    ]
    places = [each["locations"][0]["physicalLocation"] for each in found["results"]]
    assert places == [
        {"artifactLocation": {"uri": "blog/a%20b%25.md"}, "region": {"startLine": 3}},
        {"artifactLocation": {"uri": "blog/a%20b%25.md"}},
        {"artifactLocation": {"uri": "file:///tmp/c.md"}, "region": {"startLine": 7}},
    ]
    assert [each["level"] for each in found["results"]] == ["error", "note", "warning"]


def test_junit_fails_posts_by_the_severity_that_counts() -> None:
    for least, failing in ((Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.HINT, 2)):
        root = ET.fromstring(FORMATS["junit"](POSTS, least))
        (suite,) = root
        assert (suite.get("tests"), suite.get("failures")) == ("3", str(failing))
        assert len(suite.findall("testcase/failure")) == failing


def test_junit_tells_the_rest_as_output() -> None:
    root = ET.fromstring(FORMATS["junit"](POSTS, Severity.ERROR))
    told = [each.text or "" for each in root.iter("system-out")]
    assert ["citation-debris" in each for each in told] == [True, False]


def test_github_annotations_are_escaped() -> None:
    first, second, third, last = FORMATS["github"](POSTS, Severity.ERROR).split("\n")
    assert first == ("::error file=blog/a b%25.md,line=3,title=bad-url::seo.url: Wrong: a,%0Ab")
    assert second.startswith("::notice file=blog/a b%25.md,line=1,title=citation-debris::")
    assert third == "::warning file=/tmp/c.md,line=7,title=rule%3Amine::Not so."
    assert last == "3 posts checked: 1 error, 1 warning, 1 hint."
