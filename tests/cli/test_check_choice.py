"""``reviewer check``: which rules count, how bad a finding must be, and mending."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.cli import check as check_command
from reviewer.cli import edit as edit_command
from reviewer.errors import ReviewerError
from reviewer.site.index.library import Library
from tests.support.commands import run
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

BAD = post("title: X\nurl: htps:/a.example/b", "Sales rose.【4†source】 They fell.\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path.parent / f"{tmp_path.name}-state"))
    good = {f"{n}.md": post(f"title: A{n}\nurl: https://a.test/{n}") for n in range(30)}
    return write_site(tmp_path, {**good, "x.md": BAD})


def checked(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, set[str]]:
    """The exit code, and the codes of what was found in x.md."""
    code = run(check_command, "check", str(folder / "x.md"), *more)
    lines = capsys.readouterr().out.splitlines()[:-1]
    return code, {line.rpartition("[")[2].rstrip("]") for line in lines}


def test_select_takes_groups(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(folder, capsys, "--select", "leftovers")[1] == {"citation-debris"}


def test_select_takes_codes_of_fields_and_rules(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = checked(folder, capsys, "--select", "bad-url,citation-debris")
    assert found == (1, {"bad-url", "citation-debris"})


def test_what_schemas_find_is_metadata(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "bad-url" in checked(folder, capsys, "--select", "metadata")[1]
    assert "bad-url" not in checked(folder, capsys, "--ignore", "metadata")[1]


def test_fields_alone_cost_no_look_at_texts(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Library, "examine")
    assert checked(folder, capsys, "--select", "fields") == (1, {"bad-url"})


def test_unknown_names_are_refused(folder: Path) -> None:
    with pytest.raises(ReviewerError, match="no rule or group called leftover"):
        run(check_command, "check", str(folder), "--select", "leftover")


def test_severity_hides_what_is_less_bad_and_fails_by_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = ("--select", "citation-debris")
    severity = {"hint": 1, "warning": 1, "error": 1}
    plain = checked(folder, capsys, *only)
    for each, code in severity.items():
        found = checked(folder, capsys, *only, "--severity", each)
        assert found in ((code, plain[1]), (0, set()))
    assert checked(folder, capsys, "--ignore", "all", "--severity", "hint") == (0, set())


def test_diff_shows_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, "check", str(folder), "--diff") == 1
    out = capsys.readouterr().out
    assert "-Sales rose.【4†source】 They fell." in out
    assert "+Sales rose. They fell." in out
    assert (folder / "x.md").read_text() == BAD


def test_fix_mends_tells_what_is_left_and_can_be_undone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(check_command, "check", str(folder), "--fix") == 1
    captured = capsys.readouterr()
    assert "[bad-url]" in captured.out
    assert "[citation-debris]" not in captured.out
    assert captured.err.startswith("1 post mended. To take it back: reviewer edit --undo ")
    assert "Sales rose. They fell." in (folder / "x.md").read_text()
    assert run(edit_command, "edit", "--undo", str(folder)) == 0
    assert (folder / "x.md").read_text() == BAD


def test_nothing_to_mend_is_no_difference(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, "check", str(folder), "--diff", "--select", "bad-url") == 0
    assert capsys.readouterr().out == ""


def test_only_posts_that_were_asked_for_are_mended(folder: Path) -> None:
    write_site(folder, {"y.md": BAD})
    run(check_command, "check", str(folder / "y.md"), "--fix")
    assert (folder / "x.md").read_text() == BAD
    assert (folder / "y.md").read_text() != BAD
