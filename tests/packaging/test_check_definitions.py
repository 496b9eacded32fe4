"""The GitHub Action and the pre-commit hooks run commands and options that there are."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.cli import check
from tests.support.sites import post, write_site

REPOSITORY = Path(__file__).parents[2]
ACTION = yaml.safe_load((REPOSITORY / "packaging" / "action.yml").read_text())
HOOKS = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
SCRIPT = ACTION["runs"]["steps"][-1]


def parsed(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    check.add_parser(parser.add_subparsers())
    return parser.parse_args(words)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_hooks_run_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, *words = shlex.split(hook["entry"])
    assert program == "reviewer"
    assert parsed([*words, "a.md", "b.md"]).paths == [Path("a.md"), Path("b.md")]


def test_the_fixing_hook_fixes() -> None:
    entries = {hook["id"]: "--fix" in hook["entry"] for hook in HOOKS}
    assert entries == {"reviewer-check": False, "reviewer-fix": True}


def test_every_input_of_the_action_is_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == set(ACTION["inputs"])


def test_no_input_stands_in_a_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert not any("${{" in script for script in scripts)


def test_the_script_gives_options_that_there_are(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "a site", {"a.md": post("title: A")})
    said = tmp_path / "said"
    fake = write_site(tmp_path / "bin", {"reviewer": f'#!/bin/sh\nprintf "%s\\n" "$@" > {said}\n'})
    (fake / "reviewer").chmod(0o755)
    values = {"PATHS": f"{folder}\nother\n", "FORMAT": "sarif", "OUTPUT": "", "SELECT": "sources"}
    values |= {"IGNORE": "prose,fields", "SEVERITY": "warning", "BASELINE": "true"}
    assert set(values) == set(SCRIPT["env"])
    environment = {"PATH": f"{fake}:/usr/bin:/bin", **values}
    subprocess.run(["bash", "-e", "-c", SCRIPT["run"]], env=environment, check=True)
    args = parsed(said.read_text().splitlines())
    assert args.paths == [folder, Path("other")]
    assert (args.format, args.select, args.severity) == ("sarif", ["sources"], "warning")
    assert (args.ignore, args.baseline) == (["prose,fields"], True)
