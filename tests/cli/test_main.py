"""The command line as a process: commands, exit codes, one-line errors."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reviewer import __version__
from reviewer.cli import edit, window
from reviewer.cli.main import COMMANDS, main
from reviewer.errors import ReviewerError, Where
from tests.support.source_tree import modules


def reviewer(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reviewer", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_version_is_told() -> None:
    assert reviewer("--version").stdout == f"reviewer {__version__}\n"


def test_help_names_every_command() -> None:
    text = reviewer("--help").stdout
    assert "reviewer [PATH]" in text
    assert "edit" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_is_true_to_their_modules(name: str) -> None:
    subparsers = argparse.ArgumentParser().add_subparsers()
    module = import_module(f"reviewer.cli.{COMMANDS[name].module}")
    module.add_parser(subparsers)
    assert list(subparsers.choices) == [name]
    assert [action.help for action in subparsers._choices_actions] == [COMMANDS[name].help]
    assert callable(module.run)


def test_the_table_names_every_command() -> None:
    found = {
        module.name.rpartition(".")[2]
        for module in modules().values()
        if module.room == "cli" and any(each.name == "add_parser" for each in module.functions)
    }
    assert {command.module for command in COMMANDS.values()} == found


def test_a_command_loads_no_other() -> None:
    code = "import sys; from reviewer.cli.main import main; main(['list', 'no/such/folder'])"
    seen = "print(*(name for name in sys.modules if name.startswith('reviewer.cli.')))"
    command = [sys.executable, "-c", f"{code}; {seen}"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "reviewer.cli.list" in loaded.stdout
    assert "reviewer.cli.render" not in loaded.stdout


def test_wrong_arguments_are_told_in_one_line() -> None:
    result = reviewer("edit", "--nope")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1


def test_a_path_that_is_no_command_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(window, "run", lambda args: opened.append(args.path) or 0)
    assert main(["some/folder"]) == 0
    assert main([]) == 0
    assert main(["./edit"]) == 0
    assert opened == [Path("some/folder"), None, Path("edit")]


def test_a_path_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no/such/folder"]) == 2
    message = "There is no such file or folder."
    assert capsys.readouterr().err == f"{Path('no/such/folder')}: {message}\n"


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ReviewerError("Broken.", where=Where(Path("a.md"), 3)), 2, "a.md:3: Broken.\n"),
        (ReviewerError("One\nline."), 2, "One line.\n"),
        (PermissionError(13, "Permission denied", "a.md"), 2, "a.md: Permission denied.\n"),
        (KeyboardInterrupt(), 130, ""),
        (
            ZeroDivisionError("oops"),
            2,
            "reviewer: internal error: ZeroDivisionError: oops. This is a fault of Reviewer’s; "
            "“reviewer --debug …” shows where, for a report.\n",
        ),
    ],
)
def test_errors_are_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    message: str,
) -> None:
    def fail(_args: Any) -> int:
        raise error

    monkeypatch.setattr(edit, "run", fail)
    assert main(["edit", "a.md"]) == code
    assert capsys.readouterr().err == message


@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is another error there")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text("x\n" * 200, encoding="utf-8")
    command = [sys.executable, "-m", "reviewer", "edit", *map(str, tmp_path.iterdir())]
    command += ["--set", f"title={'x' * 500}", "--diff", "--dry-run"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
def test_closed_streams_do_not_stop_an_edit(tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_text("---\ntitle: Old\n---\n", encoding="utf-8")
    command = '"$0" -m reviewer edit "$1" --set title=New --diff <&- >&- 2>&-'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable, post], check=False, timeout=60)
    assert done.returncode == 0
    assert "title: New" in post.read_text(encoding="utf-8")


def test_debug_shows_where_an_error_came_from(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_args: Any) -> int:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(edit, "run", fail)
    monkeypatch.setenv("REVIEWER_TRACEBACK", "")
    assert main(["--debug", "edit", "a.md"]) == 2
    assert "in fail" in capsys.readouterr().err
