"""What the README promises: its example runs, its files and commands exist."""

from __future__ import annotations

import doctest
import re

import pytest

from tests.support.source_tree import REPOSITORY, modules

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_the_example_for_scripts_runs_as_shown() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(example, {}, "README", "README.md", 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(test, out=report.append)
    assert result.attempted
    assert not result.failed, "".join(report)


@pytest.mark.parametrize("script", re.findall(r"^python3 (\S+)", README, re.MULTILINE))
def test_the_two_commands_exist(script: str) -> None:
    assert (REPOSITORY / script).is_file()


@pytest.mark.parametrize("picture", re.findall(r"!\[.*?\]\((.*?)\)", README))
def test_its_pictures_exist(picture: str) -> None:
    assert (REPOSITORY / picture).is_file()


def test_the_map_of_the_code_names_every_room() -> None:
    rooms = {module.room for module in modules().values()} - {"", "__main__", "resources", "errors"}
    assert rooms == set(re.findall(r"^\| `reviewer/(\w+)` ", README, re.MULTILINE))


def test_the_map_of_the_code_names_files_that_exist() -> None:
    rows = re.findall(r"^\| `(\w[\w/]*)` \|.*\| (`[^|]*) \|$", README, re.MULTILINE)
    files = [f"{room}/{name}" for room, names in rows for name in re.findall(r"`(.*?)`", names)]
    assert files
    assert not [file for file in files if not (REPOSITORY / file).is_file()]
