"""``reviewer links``: what is told of links, with the asking itself left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reviewer.cli import links as links_command
from reviewer.site.links import asking
from reviewer.site.links.outcome import Outcome, State, judged
from tests.support.commands import run
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

STATUSES = {"gone": 404, "shut": 403, "fine": 200}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def answer(_client: object, address: str) -> Outcome:
        name = address.rpartition("/")[2]
        if name == "stop":
            raise KeyboardInterrupt
        return judged(address, STATUSES[name])

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    monkeypatch.setattr(asking, "ask", answer)
    return write_site(
        tmp_path,
        {
            "a.md": post(
                "title: A\nsource_url: https://a.test/gone", "[x](https://a.test/fine#part)\n"
            ),
            "b.md": post("title: B", "[x](https://a.test/gone) [y](https://b.test/shut)\n"),
        },
    )


def test_broken_links_are_told_at_each_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(links_command, "links", str(folder)) == 1
    lines = capsys.readouterr().out.splitlines()
    gone = "error: https://a.test/gone: The page is gone (404 Not Found). [gone]"
    assert lines[:2] == [f"{folder}/a.md:3: {gone}", f"{folder}/b.md:5: {gone}"]
    assert "hint: https://b.test/shut" in lines[2]
    assert lines[-1] == "3 links asked for: 1 broken, 0 moved."


def test_fine_links_end_with_nought(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"a.md": post("title: A"), "b.md": post("title: B\nu: https://a.test/fine")})
    assert run(links_command, "links", str(folder)) == 0
    assert capsys.readouterr().out == "1 link asked for: 0 broken, 0 moved.\n"


def test_json_names_state_and_places(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(links_command, "links", str(folder), "--format", "json")
    first = json.loads(capsys.readouterr().out)[0]
    assert first == {
        "address": "https://a.test/fine",
        "state": State.FINE,
        "message": None,
        "target": None,
        "places": [{"path": "a.md", "line": 6}],
    }


def test_stopping_tells_what_is_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"b.md": post("title: B\nu: https://z.test/stop")})
    assert run(links_command, "links", str(folder)) == 130
    assert "Stopped: " in capsys.readouterr().err
