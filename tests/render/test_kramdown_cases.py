"""Texts and what kramdown makes of them: our own in ``cases/kramdown``, and its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.render.flavours.kramdown.flavour import Kramdown
from tests.measure.agreement_dom import tree
from tests.measure.kramdown_cases import failing
from tests.support.corpora import require_corpora

CASES = sorted((Path(__file__).parents[1] / "cases" / "kramdown").glob("*.md"))
RUBY = """
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
STDIN.each_line do |line|
  text, options = JSON.parse(line)
  options = options.transform_keys(&:to_sym)
  options[:input] = options[:input] ? options[:input].capitalize : 'GFM'
  puts JSON.generate(Kramdown::Document.new(text, { hard_wrap: false }.merge(options)).to_html)
end
"""


def _options(case: Path) -> dict[str, Any]:
    file = case.with_suffix(".yml")
    chosen = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else {}
    return {"syntax_highlighter": None, **chosen}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_read_as_kramdown_does(case: Path) -> None:
    flavour = Kramdown.of({"kramdown": _options(case)})
    expected = case.with_suffix(".html").read_text("utf-8")
    assert tree(flavour.to_html(case.read_text("utf-8"))) == tree(expected)


@pytest.mark.skipif(not shutil.which("ruby"), reason="ruby is not installed")
def test_the_cases_are_what_kramdown_itself_writes() -> None:
    known = subprocess.run(
        ["ruby", "-e", "require 'kramdown-parser-gfm'"], capture_output=True, check=False
    )
    if known.returncode:
        pytest.skip("kramdown is not installed")
    lines = "".join(json.dumps([each.read_text("utf-8"), _options(each)]) + "\n" for each in CASES)
    answer = subprocess.run(
        ["ruby", "-e", RUBY], input=lines, capture_output=True, text=True, check=True
    )
    written = [each.with_suffix(".html").read_text("utf-8") for each in CASES]
    assert list(map(json.loads, answer.stdout.splitlines())) == written


def test_nine_of_ten_of_its_own_cases_agree() -> None:
    total, wrong = failing(require_corpora())
    assert total >= 198
    assert len(wrong) <= total / 10
